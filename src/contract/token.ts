import { z } from './zod.ts';
import { AgencyRef } from './agency.ts';
import { Id, Instant, PlainDate } from './common.ts';
import { Difference, Draft, DraftRows } from './intake.ts';
import { StaffRef } from './staff.ts';

/** Days that a token may live. */
const days = { least: 1, most: 730 };

/** A key by which an agency's own system declares. The key itself is told once, when it is made, and kept nowhere. */
export const Token = z.object({
  id: z.string(),
  agency: AgencyRef,
  /** What the system is called: stands beside what it publishes. */
  name: z.string(),
  madeAt: Instant,
  /** Null: by a command of the gateway's operator. */
  madeBy: z.nullable(StaffRef),
  expiresAt: Instant,
  /** Day in Iran on which it was used last; null while it never was. */
  usedOn: z.nullable(PlainDate),
  revokedAt: z.nullable(Instant),
  state: z.enum(['valid', 'expired', 'revoked']),
});
export type Token = z.infer<typeof Token>;

/** Newest first, of the agencies that the caller keeps, with those agencies. */
export const TokenList = z.object({ items: z.array(Token), agencies: z.array(AgencyRef) });
export type TokenList = z.infer<typeof TokenList>;

export const MakeTokenInput = z.object({
  agency: Id,
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(80)),
  days: z.int().check(z.gte(days.least), z.lte(days.most)),
});
export type MakeTokenInput = z.infer<typeof MakeTokenInput>;
/** `secret` is what goes behind `Authorization: Bearer`. It is told here and never again. */
export const MadeToken = z.object({ token: Token, secret: z.string() });
export type MadeToken = z.infer<typeof MadeToken>;

/** What came of a declaration that an agency's own system handed in. */
export const SystemDeclaration = z.object({
  /**
   * `unchanged`: it says what is published, nothing was kept; `checked`: a dry run, nothing was kept; `drafted`: it waits as a
   * draft, as asked; `waiting`: it should be published and waits for a person, `detail` says why; `published`.
   */
  outcome: z.enum(['unchanged', 'checked', 'drafted', 'waiting', 'published']),
  /** For developers, in English: what was done and what is left to do. */
  detail: z.string(),
  /** Tag of what is published now, for `If-Match`. */
  tag: z.string(),
  draft: Draft,
  /** Rows that somebody should look at, the first 200. */
  rows: DraftRows,
  /** What it changes, or would change; null where nothing was compared. */
  difference: z.nullable(Difference),
});
export type SystemDeclaration = z.infer<typeof SystemDeclaration>;
