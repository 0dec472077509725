// Imported only when the bench has installed them here.
export { default as MiniSearch } from 'minisearch';
export * as orama from '@orama/orama';
export { Index as FlexSearchIndex } from 'flexsearch';
export { default as Fuse } from 'fuse.js';
