import '../../../client/carry.ts';

export { Carry } from '../carry/carry.ts';
export { carryView } from '../carry/carry-view.ts';
export { keepingView, share } from '../parts/keeping-view.ts';
