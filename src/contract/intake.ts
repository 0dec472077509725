import { z } from './zod.ts';
import { AgencyRef } from './agency.ts';
import { Id, Instant, LocalText } from './common.ts';
import { NationalField, NationalMarks, NationalValues, OfferingRef } from './offering.ts';
import { StaffRef } from './staff.ts';

/** Columns of a declaration, as JSON names them. */
export const DeclarationColumn = z.enum([
  'code', 'title', 'parentCode', 'description', 'relations', 'audience', 'nature', 'levels', 'lifeEvents', 'trigger', 'documents', 'laws', 'time',
  'frequency', 'visits', 'visitReason', 'fee', 'channels', 'link', 'inquiries', 'steps', 'unitName', 'floor', 'room', 'phone', 'hours', 'keywords',
  'questions', 'editedOn', 'rowNumber',
]);

/** What was found in a declaration; the texts are for officers, in Persian. */
export const DeclarationFinding = z.object({
  /** As a spreadsheet counts, the header included; null for the file. */
  row: z.nullable(z.int()),
  /** Where the finding lies in one cell. */
  column: z.nullable(DeclarationColumn),
  rule: z.string(),
  /** Only `rejected` keeps a row from being published. */
  severity: z.enum(['repaired', 'advice', 'warning', 'rejected']),
  message: z.string(),
  /** What one press puts into the cell; null where only a person can know. */
  fix: z.nullable(z.string()),
});
export type DeclarationFinding = z.infer<typeof DeclarationFinding>;

/** Of each rule of an answer: why it is told, what to do, which law asks for it. */
const rules = z.record(z.string(), z.object({ why: z.string(), mend: z.nullable(z.string()), ground: z.optional(z.string()) }));

/** Headers of a file to columns; null leaves a column out. */
export const ColumnMapping = z.record(z.string().check(z.maxLength(200)), z.nullable(DeclarationColumn));

const draftHead = {
  id: z.string(),
  agency: Id,
  fileName: z.string(),
  /** `reading`: not at its end yet; `rejected`: the file as a whole cannot be read, its findings say why. */
  state: z.enum(['reading', 'draft', 'rejected', 'published', 'discarded']),
  /** Part of the file that is read, 0 to 1. */
  part: z.number(),
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  version: z.int(),
  rows: z.int(),
  receivedAt: Instant,
  changedAt: Instant,
  /** Null: it came from the agency's own system. */
  receivedBy: z.nullable(StaffRef),
  /** As which publication of the agency; null while it is none. */
  publishedAs: z.nullable(z.int()),
  /** Who handed it in or changed it. */
  drafters: z.array(StaffRef),
  /** Somebody else than these has to publish it. */
  secondPerson: z.boolean(),
  /** Who sent it back to them and why; null while nobody did, and after it was changed. */
  returned: z.nullable(z.object({ by: StaffRef, at: Instant, reason: z.string() })),
};

/** A declaration that was handed in and is not published yet, or how it was when it was. */
export const Draft = z.object({
  ...draftHead,
  /** This gateway may ask whether the links answer. */
  checksLinks: z.boolean(),
  counts: z.object({ services: z.int(), repaired: z.int(), advised: z.int(), warned: z.int(), rejected: z.int() }),
  /** Of the file as a whole, and of rows that hold nothing. */
  findings: z.array(DeclarationFinding),
  rules,
  mapping: ColumnMapping,
  columns: z.array(z.nullable(DeclarationColumn)),
  /** Headers that nobody knows, with the column they perhaps are and some of what stands under them. Of a file without a header: only those with a column. */
  unknown: z.array(z.object({ header: z.string(), near: z.nullable(DeclarationColumn), examples: z.array(z.string()) })),
  /** The first rows of a file in which no header was recognised. */
  head: z.array(z.array(z.string())),
});
export type Draft = z.infer<typeof Draft>;
/** `agencies`: whose declarations the caller keeps. */
export const DraftList = z.object({ items: z.array(z.object(draftHead)), agencies: z.array(AgencyRef) });
export type DraftList = z.infer<typeof DraftList>;

export const DraftRow = z.object({
  row: z.int(),
  cells: z.record(z.string(), z.string()),
  /** By column, what is published of a cell that was put right by itself, where that is not what stands in it. */
  asRead: z.record(z.string(), z.string()),
  /** By column, how plainly a text is written, 0 to 100; what makes it less is among the findings. */
  plain: z.record(z.string(), z.int().check(z.gte(0), z.lte(100))),
  /** It would be published. */
  counts: z.boolean(),
  findings: z.array(DeclarationFinding),
});
export type DraftRow = z.infer<typeof DraftRow>;
/** Rows with something of one severity; `told`: rows that somebody should look at, with a warning or rejected. */
export const RowFilter = z.enum(['told', 'rejected', 'warning', 'advice', 'repaired']);
export type RowFilter = z.infer<typeof RowFilter>;
export const DraftRows = z.object({ items: z.array(DraftRow), next: z.nullable(z.string()), rules });

/** What is said of the rows of a draft, together by rule and column; gravest first. */
export const DraftKinds = z.object({
  version: z.int(),
  items: z.array(z.object({
    rule: z.string(),
    severity: DeclarationFinding.shape.severity,
    column: z.nullable(DeclarationColumn),
    /** Rows of which it is said. */
    rows: z.int(),
    /** Of those, rows in which one press mends it. */
    fixable: z.int(),
    /** The first row; `before` the cell as it stands, `after` what is published of it where it was put right by itself. */
    first: z.object({ row: z.int(), message: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
  })),
  rules,
});
export type DraftKinds = z.infer<typeof DraftKinds>;

const version = z.int();
export const MapColumnsInput = z.object({ version, mapping: ColumnMapping });
export const MendCellInput = z.object({ version, row: z.int(), column: DeclarationColumn, value: z.string().check(z.maxLength(20_000)) });
export const FixCellInput = z.object({ version, row: z.int(), column: DeclarationColumn, rule: z.string().check(z.maxLength(60)) });
export const FixAllInput = z.object({ version, column: DeclarationColumn, rule: z.string().check(z.maxLength(60)) });
/** How many addresses the links of a draft name, each counted once; `unknown`: slow, out of order, not public, or not asked in time. */
export const CheckedDraftLinks = z.object({ links: z.int(), dead: z.int(), unknown: z.int() });
export type CheckedDraftLinks = z.infer<typeof CheckedDraftLinks>;
/** The draft's new version, and how many rows were mended. */
export const FixedAll = z.object({ version, mended: z.int() });
/** `reason`: what whoever drafted it should change. */
export const ReturnInput = z.object({ version, reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(400)) });
/** The row as it is after a change, and the draft's new version. */
export const MendedRow = z.object({ version, row: DraftRow, rules });

/** One field of a sheet that changes, as the sheet has it before and after; null where it says nothing. */
export const ChangedField = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type ChangedField = z.infer<typeof ChangedField>;

const named = { id: Id, title: z.string() };
/** What a draft would change. Lists are cut at 1,000; the numbers are whole. */
export const Difference = z.object({
  version,
  /** Publication of the agency that it is compared with; sent back with the order to publish. */
  base: z.int(),
  counts: z.object({ added: z.int(), changed: z.int(), gone: z.int(), same: z.int() }),
  added: z.array(z.object({ ...named, row: z.int() })),
  changed: z.array(z.object({ ...named, row: z.int(), fields: z.array(ChangedField) })),
  gone: z.array(z.object(named)),
  /**
   * Services of the draft that say what the national sheet says too (`repeated`, which need not be said), or otherwise
   * (`overridden`). Emptying the cell of the column named as the field gives the field to the national sheet; `visits` goes
   * with `visitReason`.
   */
  national: z.array(z.object({
    ...named, row: z.int(), marks: NationalMarks,
    /** What the draft says in the fields that are overridden. */
    declared: NationalValues,
  })),
});
export type Difference = z.infer<typeof Difference>;

const note = z.optional(z.string().check(z.maxLength(400)));
export const PublishInput = z.object({ version, base: z.int(), note });
export const RollBackInput = z.object({ agency: Id, base: z.int(), to: z.int(), note });

export const Publication = z.object({
  version: z.int(),
  at: Instant,
  /** Null: it came with the province, or from the agency's own system. */
  by: z.nullable(StaffRef),
  byName: z.string(),
  note: z.nullable(z.string()),
  /** The draft that it was. */
  draft: z.nullable(z.string()),
  offerings: z.int(),
  /** It put back what this earlier one said. */
  rolledBackTo: z.nullable(z.int()),
  /** Content address of the catalogue that it made. */
  catalogue: z.string(),
});
export type Publication = z.infer<typeof Publication>;
/** What an agency published, newest first. */
export const PublicationList = z.object({ agency: Id, secondPerson: z.boolean(), items: z.array(Publication) });
export const IntakeSettingInput = z.object({ agency: Id, secondPerson: z.boolean() });
export const IntakeSetting = z.object({ agency: Id, secondPerson: z.boolean() });
export type PublicationList = z.infer<typeof PublicationList>;

/** A field in which an agency says otherwise than the national sheet: both values, and since when each. */
export const NationalOverride = z.object({
  offering: OfferingRef, agency: Id, organisation: z.object({ id: Id, name: LocalText }), field: NationalField,
  declared: NationalValues, since: Instant, national: NationalValues, nationalSince: Instant,
});
export type NationalOverride = z.infer<typeof NationalOverride>;

/** Where a national sheet changed and an agency still says otherwise, since before that. */
export const NationalChanges = z.object({ items: z.array(NationalOverride), total: z.int() });
export type NationalChanges = z.infer<typeof NationalChanges>;
