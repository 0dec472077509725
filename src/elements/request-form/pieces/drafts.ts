export { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
export { restore } from '../form/restore.ts';
export { draftLine, notes } from '../parts/notes.ts';
