export { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
export { draftLine, notes } from '../parts/notes.ts';
