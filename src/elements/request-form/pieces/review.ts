export { resume, send } from '../form/sending.ts';
export { review } from '../parts/review.ts';
export { sameMatterView } from '../parts/same-matter.ts';
export { reviewStyles as styles } from './review.styles.ts';
