import { z } from './zod.ts';
import { AgencyRef } from './agency.ts';
import { Id, LocalText, PlainDate } from './common.ts';

/** From 0 (worst) to 100; null where nothing is published, so that nothing can be judged. */
const score = z.nullable(z.int().check(z.gte(0), z.lte(100)));

/** How the published declaration of one agency stands today. */
export const AgencyDeclaration = z.object({
  agency: AgencyRef,
  /** Day in Iran of the last declaration that was published, or that said again what is published; null: none ever was. */
  lastDeclared: z.nullable(PlainDate),
  /** Published services. */
  services: z.int(),
  /** Of those, services with which nothing is wrong. */
  clean: z.int(),
  /** What is said of the published services today, by severity. */
  warnings: z.int(),
  advice: z.int(),
  /** Services whose date of edit is missing or more than a year ago. */
  staleEdits: z.int(),
  /** Whether people are told what they come for; the gateway's `overview/scores.ts` has the formula, as of the next two. */
  validity: score,
  /** Whether it is in plain language. */
  plain: score,
  /** Whether it is of today. */
  freshness: score,
});
export type AgencyDeclaration = z.infer<typeof AgencyDeclaration>;

/** Who in a province has declared what, worst first: agencies with nothing published, then by validity, freshness and language. */
export const DeclarationOverview = z.object({
  province: z.object({ id: Id, name: LocalText }),
  /** Day in Iran by which it is judged. */
  asOf: PlainDate,
  items: z.array(AgencyDeclaration),
});
export type DeclarationOverview = z.infer<typeof DeclarationOverview>;
