import type { intakeRoutes } from '../../contract/intake-routes.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { BodyExamples } from './openapi-examples.ts';

type Names = keyof typeof intakeRoutes;

const changed = ['declaration.notFound', 'declaration.changed', 'declaration.notReady'] as const;

/** The intake's routes in words. */
export const intakeWords: Record<Names, { tag: 'Declarations'; summary: string; problems?: ProblemCode[] }> = {
  drafts: { tag: 'Declarations', summary: 'Declarations that were handed in, newest first; while one is read, `part` says how far it is.', problems: ['staff.forbidden', 'agency.notFound'] },
  handIn: { tag: 'Declarations', summary: 'Hands in a file for an agency: XLSX, ODS, delimited text, a page with a table or JSON, told by what it holds, 100 MB at most. Makes a draft; publishes nothing.', problems: ['staff.forbidden', 'agency.notFound', 'upload.tooLarge'] },
  draft: { tag: 'Declarations', summary: 'A draft: what its columns are, what is said of the file, how many rows have what.', problems: ['declaration.notFound'] },
  draftRows: { tag: 'Declarations', summary: 'Rows of a draft with what is said of each; `only` leaves those of one severity, `told` those that somebody should look at, `rule` those of which one rule says something.', problems: ['declaration.notFound'] },
  draftKinds: { tag: 'Declarations', summary: 'What is said of the rows of a draft, together by rule and column, with how many rows it is said of and the first of them.', problems: ['declaration.notFound'] },
  mapColumns: { tag: 'Declarations', summary: 'Says what headers mean and reads the file again; what was mended is gone.', problems: [...changed] },
  mendCell: { tag: 'Declarations', summary: 'Puts a text into a cell; what is said of the row is worked out anew.', problems: [...changed] },
  fixCell: { tag: 'Declarations', summary: 'Does what a finding proposes for a cell.', problems: [...changed] },
  fixAll: { tag: 'Declarations', summary: 'Does what a rule proposes for a column, in all rows of a draft that have such a finding.', problems: [...changed] },
  checkLinks: { tag: 'Declarations', summary: 'Asks whether the links of a draft answer, public addresses only, and says at its rows which are dead; takes up to a minute. Only where the gateway is set up for it (`checksLinks` of the draft).', problems: ['declaration.notFound', 'declaration.notReady', 'links.notAllowed'] },
  difference: { tag: 'Declarations', summary: 'What publishing a draft would change: added, changed field by field, gone; and what goes beside the national sheet.', problems: ['declaration.notFound', 'declaration.notReady'] },
  publishDraft: { tag: 'Declarations', summary: 'Publishes a draft in the place of what the agency had published. `base` is the publication that the difference was read against.', problems: [...changed, 'declaration.ownDraft'] },
  returnDraft: { tag: 'Declarations', summary: 'Sends a draft back to those who drafted it, with the reason; for officers who had no hand in it and for the head.', problems: [...changed, 'declaration.ownDraft'] },
  discardDraft: { tag: 'Declarations', summary: 'Throws a draft and its file away.', problems: ['declaration.notFound', 'declaration.notReady'] },
  publications: { tag: 'Declarations', summary: 'What an agency published, with who and when, newest first.', problems: ['staff.forbidden', 'agency.notFound'] },
  rollBack: { tag: 'Declarations', summary: 'Puts back what an earlier publication said, as a new publication.', problems: ['staff.forbidden', 'agency.notFound', 'publication.notFound', 'declaration.changed'] },
  setIntake: { tag: 'Declarations', summary: 'Whether another person than those who drafted a declaration has to publish it; for heads and the province.', problems: ['staff.forbidden', 'agency.notFound'] },
  nationalChanges: { tag: 'Declarations', summary: 'Where a national sheet changed and an agency, which has not looked since, still says otherwise: both values, and since when each.', problems: ['staff.forbidden', 'agency.notFound'] },
  declarationTemplate: { tag: 'Declarations', summary: 'An empty declaration to fill in, as XLSX with drop-downs.', problems: ['staff.forbidden'] },
};

/** A body for each of the intake's routes that take one. */
export const intakeExamples: Pick<BodyExamples, 'mapColumns' | 'mendCell' | 'fixCell' | 'fixAll' | 'publishDraft' | 'returnDraft' | 'rollBack' | 'setIntake'> = {
  mapColumns: { version: 1, mapping: { 'نام کار': 'title', ملاحظات: null } },
  mendCell: { version: 1, row: 2, column: 'time', value: '۵ روز کاری' },
  fixCell: { version: 1, row: 2, column: 'documents', rule: 'forbidden-copy' },
  fixAll: { version: 1, column: 'documents', rule: 'forbidden-copy' },
  publishDraft: { version: 3, base: 1, note: 'اعلام پاییز' },
  returnDraft: { version: 3, reason: 'مهلت «گواهی آزمون» را با واحد آن بسنجید.' },
  rollBack: { agency: 'abfa', base: 2, to: 1, note: 'فایل اشتباه بود' },
  setIntake: { agency: 'abfa', secondPerson: true },
};
