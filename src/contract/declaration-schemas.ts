import { Instant, PlainDate } from './common.ts';
import { DeclarationOverview } from './declaration-overview.ts';
import { NationalDifference } from './national-difference.ts';
import { MadeToken, MakeTokenInput, SystemDeclaration, TokenList } from './token.ts';
import { z } from './zod.ts';

const bytes = z.custom<Blob>();
const yes = z.optional(z.enum(['true', 'false']));

/** What goes in and comes out of each route of declarations. */
export const declarationSchemas = {
  declarations: { answer: DeclarationOverview },
  declared: {
    query: z.object({ format: z.optional(z.enum(['json', 'csv'])), /** Only services published after this moment, or since this day in Iran began. */ modified_after: z.optional(z.union([Instant, PlainDate])) }),
    answer: bytes,
  },
  declare: {
    query: z.object({
      /** Name of the file as officers see it. */
      name: z.optional(z.string().check(z.maxLength(200))),
      'dry-run': yes, publish: yes,
      /** It is meant that more than half of the services are gone. */
      'confirm-gone': yes,
    }),
    body: bytes, answer: SystemDeclaration,
  },
  /** `base`: the version to compare with; without it the one before that in force. */
  nationalDifference: { query: z.object({ base: z.optional(z.string().check(z.regex(/^\d{0,6}$/))) }), answer: NationalDifference },
  tokens: { answer: TokenList },
  makeToken: { body: MakeTokenInput, answer: MadeToken },
  revokeToken: { answer: z.void() },
} as const;
