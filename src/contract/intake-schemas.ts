import {
  CheckedDraftLinks, Difference, Draft, DraftKinds, DraftList, DraftRows, FixAllInput, FixCellInput, FixedAll, IntakeSetting, IntakeSettingInput, MapColumnsInput, MendCellInput, MendedRow, NationalChanges, PublicationList,
  PublishInput, ReturnInput, RollBackInput, RowFilter,
} from './intake.ts';
import { z } from './zod.ts';

const bytes = z.custom<Blob>();
const agency = z.string();

/** What goes in and comes out of each route of the intake. */
export const intakeSchemas = {
  /** Of one agency, or of all that the caller keeps; the newest 100. */
  drafts: { query: z.object({ agency: z.optional(agency) }), answer: DraftList },
  handIn: { query: z.object({ agency, name: z.string().check(z.maxLength(200)) }), body: bytes, answer: Draft },
  draft: { answer: Draft },
  draftRows: {
    query: z.object({ cursor: z.optional(z.string()), limit: z.optional(z.string()), only: z.optional(RowFilter), /** Only rows of which this rule says something. */ rule: z.optional(z.string().check(z.maxLength(60))) }),
    answer: DraftRows,
  },
  draftKinds: { answer: DraftKinds },
  mapColumns: { body: MapColumnsInput, answer: Draft },
  mendCell: { body: MendCellInput, answer: MendedRow },
  fixCell: { body: FixCellInput, answer: MendedRow },
  fixAll: { body: FixAllInput, answer: FixedAll },
  checkLinks: { answer: CheckedDraftLinks },
  difference: { answer: Difference },
  publishDraft: { body: PublishInput, answer: PublicationList },
  returnDraft: { body: ReturnInput, answer: Draft },
  discardDraft: { answer: z.void() },
  publications: { query: z.object({ agency }), answer: PublicationList },
  rollBack: { body: RollBackInput, answer: PublicationList },
  setIntake: { body: IntakeSettingInput, answer: IntakeSetting },
  /** Of one agency, or of all that the caller keeps; 1,000 at most, the number is whole. */
  nationalChanges: { query: z.object({ agency: z.optional(agency) }), answer: NationalChanges },
  declarationTemplate: { answer: bytes },
} as const;
