import type { declarationRoutes } from '../../contract/declaration-routes.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { BodyExamples } from './openapi-examples.ts';

/** The routes of declarations in words. */
export const declarationWords: Record<keyof typeof declarationRoutes, { tag: 'Declarations'; summary: string; problems?: ProblemCode[] }> = {
  declarations: { tag: 'Declarations', summary: 'Who in a province has declared what: for each agency the last day, services, what is to be mended in them, and three scores from 0 to 100. Worst first.', problems: ['province.notFound'] },
  declared: { tag: 'Declarations', summary: 'What an agency has declared and is published, as a table in JSON or CSV with the columns of the template, so that it can be declared again. `modified_after` leaves out older services; `ids` names all that are published. Carries an `ETag`.', problems: ['province.notFound', 'agency.notFound'] },
  declare: { tag: 'Declarations', summary: 'An agency’s own system declares all its services, by one file of any kind that officers may hand in. It waits as a draft; `publish=true` publishes it, unless a second person has to. What says the same as is published changes nothing. `dry-run=true` only reads it. With `If-Match` (the `ETag` of what is published) it is refused when somebody else published meanwhile.', problems: ['token.otherAgency', 'declaration.outdated', 'declaration.changed', 'declaration.rejected', 'declaration.mostGone', 'upload.tooLarge', 'upload.empty', 'idempotency.mismatch'] },
  nationalDifference: { tag: 'Declarations', summary: 'What the national sheet of a service says otherwise than before, field by field as in the difference of a draft, and in which provinces agencies say otherwise, so that the change is hidden. `id` is `national.sheet` of a service sheet; `base` is the earlier version that it is compared with, the last one without it, 0 for none.', problems: ['notFound'] },
  tokens: { tag: 'Declarations', summary: 'Tokens of agencies’ own systems, newest first; never the secret.', problems: ['staff.forbidden'] },
  makeToken: { tag: 'Declarations', summary: 'Makes a token for an agency’s own system; for officers and heads. The secret is answered once.', problems: ['staff.forbidden', 'agency.notFound'] },
  revokeToken: { tag: 'Declarations', summary: 'From now on the token opens nothing.', problems: ['staff.forbidden', 'token.notFound'] },
};

/** A body for each of these routes that take JSON. */
export const declarationExamples: Pick<BodyExamples, 'makeToken'> = {
  makeToken: { agency: 'abfa', name: 'سامانه خدمات دستگاه', days: 365 },
};
