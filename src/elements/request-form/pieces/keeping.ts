export { keepingView } from '../parts/keeping-view.ts';
