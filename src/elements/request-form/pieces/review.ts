export { goneFiles, resume, send } from '../form/sending.ts';
export { provingView } from '../parts/proving-view.ts';
export { review } from '../parts/review.ts';
export { sameMatterView } from '../parts/same-matter.ts';
export { reviewStyles as styles } from './review.styles.ts';
