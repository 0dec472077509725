import { z } from './zod.ts';
import { Id, Instant, LocalText } from './common.ts';

/** What a province gives out of its catalogue, and where. */
export const OpenData = z.object({
  province: z.object({ id: Id, name: LocalText }),
  /** Changes whenever a published sheet does. */
  version: z.string(),
  /** When the newest of the published sheets was published; null while there is none. */
  modified: z.nullable(Instant),
  offerings: z.int(),
  files: z.array(z.object({
    name: z.string(),
    mediaType: z.string(),
    /** Standard that the file follows; null for our own form. */
    conformsTo: z.nullable(z.string()),
    /** Path of the file, relative to the gateway. */
    path: z.string(),
  })),
});
export type OpenData = z.infer<typeof OpenData>;
