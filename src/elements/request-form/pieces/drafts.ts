export { restore, takeIn } from '../form/restore.ts';
export { standing } from '../form/standing.ts';
export { draftLine, notes } from '../parts/notes.ts';
