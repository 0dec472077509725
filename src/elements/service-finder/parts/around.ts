/** What stands around the results: it comes a moment after the first of them. */
export { barView } from './bar.ts';
export { arrangeView } from './bundle.ts';
export { emptyView, unsureView } from './empty.ts';
export { besideView } from './beside.ts';
export { footView } from './foot.ts';
export { lifeHeading, notesView } from './notes.ts';
export { bundlesOf, orders } from './orders.ts';
export { waysView } from './ways.ts';
export { aroundStyles as styles } from './around.styles.ts';
