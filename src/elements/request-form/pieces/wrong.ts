export { errorSummary } from '../parts/error-summary.ts';
export { sendFailure } from '../parts/failure-text.ts';
export { issueText } from '../parts/issue-text.ts';
export { wrongStyles as styles } from './wrong.styles.ts';
