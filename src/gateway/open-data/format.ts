import type { Agency } from '../../contract/agency.ts';
import type { Published, PublishedSheet } from './published.ts';

/** A catalogue as formats see it. */
export interface Source {
  published: Published;
  agencies: Agency[];
  /** Address of the gateway as the reader called it, without a slash at the end. */
  origin: string;
  /** All sheets, page by page; may be read once. */
  pages: AsyncIterable<PublishedSheet[]>;
}

/** One file that a province gives out of its catalogue. */
export interface Format {
  name: string;
  mediaType: string;
  conformsTo: string | null;
  write(source: Source): AsyncIterable<string | Uint8Array>;
}
