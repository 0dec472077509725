export { restore, takeIn } from '../form/restore.ts';
export { draftLine, notes } from '../parts/notes.ts';
