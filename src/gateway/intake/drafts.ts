import { sql, type Kysely } from 'kysely';
import type { Draft, DraftRow, RowFilter } from '../../contract/intake.ts';
import type { Database } from '../database/schema.ts';
import type { Finding } from '../declarations/finding.ts';
import { columnOf, type Column } from '../declarations/headers.ts';
import { fixOf } from '../declarations/lint/fixes.ts';
import { plainScores } from '../declarations/lint/lint.ts';
import type { DeclaredService } from '../declarations/read.ts';
import { declaredText } from '../open-data/table.ts';
import { ruleWords } from '../declarations/rule-words.ts';
import type { Ports } from '../ports.ts';
import type { DraftRecord } from './access.ts';
import { isLeftOut } from './across.ts';

type Db = Kysely<Database>;
type Cells = Partial<Record<Column, string>>;
type Told = Draft['findings'][number];

/** A draft that says nothing for so long while it is read belongs to a gateway that is gone. */
const silentMs = 180_000;

export const onWire = (finding: Finding, cells: Cells = {}): Told => {
  const column = columnOf(finding.column);
  return {
    row: finding.row, column, rule: finding.rule, severity: finding.severity, message: finding.message,
    fix: column ? (fixOf(finding, cells[column] ?? '') ?? null) : null,
  };
};

/** Why, mend and ground of the rules of some findings. */
export const wordsOf = (findings: readonly { rule: string }[]): Draft['rules'] =>
  Object.fromEntries([...new Set(findings.map(({ rule }) => rule))].sort().flatMap((rule) => (ruleWords[rule] ? [[rule, ruleWords[rule]]] : [])));

/** Names of staff by id. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (!known.length) return new Map();
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody whom the head of a draft names. */
export const peopleOf = (draft: DraftRecord): (string | null)[] => [draft.received_by, ...draft.drafters, draft.returned?.by ?? null];

/** Agencies of a province in which another person than those who drafted publishes. */
export async function twoPersonAgencies(db: Db, province: string): Promise<ReadonlySet<string>> {
  return new Set((await db.selectFrom('agency').select('id').where('province', '=', province).where('second_person', '=', true).execute()).map(({ id }) => id));
}

export function headOfDraft(draft: DraftRecord, names: ReadonlyMap<string, string>, twoPersons: ReadonlySet<string>, now: Date) {
  const person = (id: string) => ({ id, name: names.get(id) ?? id });
  const { returned } = draft;
  const stopped = draft.state === 'reading' && now.getTime() - draft.changed_at.getTime() > silentMs;
  return {
    id: draft.id, agency: draft.agency, fileName: draft.file_name, state: stopped ? ('rejected' as const) : draft.state, part: draft.part,
    version: draft.version, rows: draft.row_count, receivedAt: draft.received_at.toISOString(), changedAt: draft.changed_at.toISOString(),
    receivedBy: draft.received_by ? person(draft.received_by) : null,
    publishedAs: draft.published_as, drafters: draft.drafters.map(person), secondPerson: twoPersons.has(draft.agency),
    returned: returned && { by: person(returned.by), at: returned.at, reason: returned.reason },
  };
}

const withSeverity = (severity: string) => sql<boolean>`findings @> ${JSON.stringify([{ severity }])}::jsonb`;

/** The draft as its officer sees it, without its rows. */
export async function draftAnswer({ db, now, checkLink }: Pick<Ports, 'db' | 'now' | 'checkLink'>, draft: DraftRecord): Promise<Draft> {
  const has = (severity: string) => sql<string>`count(*) filter (where ${withSeverity(severity)})`;
  const counted = await db.selectFrom('intake_row').where('draft', '=', draft.id)
    .select([
      sql<string>`count(*) filter (where service is not null)`.as('services'), has('repaired').as('repaired'), has('advice').as('advised'),
      has('warning').as('warned'), has('rejected').as('rejected'),
    ]).executeTakeFirstOrThrow();
  const rowsOf = (test: (finding: Finding) => boolean) => new Set(draft.across.filter(test).map(({ row }) => row)).size;
  const leftOut = rowsOf(isLeftOut);
  const names = await namesOf(db, peopleOf(draft));
  return {
    ...headOfDraft(draft, names, await twoPersonAgencies(db, draft.province), now()),
    checksLinks: checkLink !== undefined,
    counts: {
      services: Number(counted.services) - leftOut, repaired: Number(counted.repaired), advised: Number(counted.advised),
      warned: Number(counted.warned) + rowsOf(({ severity }) => severity === 'warning'),
      rejected: Number(counted.rejected) + rowsOf(({ severity }) => severity === 'rejected'),
    },
    findings: draft.findings.map((finding) => onWire(finding)),
    rules: wordsOf(draft.findings),
    mapping: draft.mapping,
    columns: draft.header?.columns ?? [],
    unknown: (draft.header?.unknown ?? []).map(({ header, near, examples = [] }) => ({ header, near, examples })),
    head: draft.head,
  };
}

export interface StoredRow { row: number; cells: Cells; notes: Finding[]; findings: Finding[]; service: DeclaredService | null }

/** Where reading a cell made of its text what was meant. */
const turned = ({ severity, rule }: Finding): boolean => severity === 'repaired' || rule === 'lam-alef';

/** By column, what is published of the cells that were put right, where that is not what stands in them. */
export function asReadOf({ cells, findings, service }: Pick<StoredRow, 'cells' | 'findings' | 'service'>): Cells {
  if (!service) return {};
  const columns = new Set(findings.filter(turned).flatMap(({ column }) => columnOf(column) ?? []));
  return Object.fromEntries([...columns].map((column) => [column, declaredText(service, column)]).filter(([column, text]) => text !== cells[column as Column]));
}

/** A row with all that is said of it, also by other rows. */
export function rowAnswer({ row, cells, findings, service }: Omit<StoredRow, 'notes'>, across: readonly Finding[]): DraftRow {
  const all = [...findings, ...across.filter((finding) => finding.row === row)];
  return {
    row, cells: cells as Record<string, string>, asRead: asReadOf({ cells, findings, service }) as Record<string, string>, plain: service ? plainScores(service) : {},
    counts: service !== null && !all.some(isLeftOut), findings: all.map((finding) => onWire(finding, cells)),
  };
}

/** Rows after one, in their order. */
export async function rowsAfter(db: Db, draft: DraftRecord, { after, limit, only, rule }: { after: number; limit: number; only?: RowFilter; rule?: string }): Promise<StoredRow[]> {
  let query = db.selectFrom('intake_row').select(['row', 'cells', 'notes', 'findings', 'service']).where('draft', '=', draft.id).where('row', '>', after);
  if (only) {
    const across = draft.across.filter(({ severity }) => only === 'told' || severity === only);
    const rows = [...new Set(across.flatMap(({ row }) => row ?? []))];
    query = query.where(({ or, eb }) => or([only === 'told' ? eb('told', '=', true) : withSeverity(only), sql<boolean>`row = any(${rows}::int[])`]));
  }
  if (rule) {
    const rows = draft.across.filter((finding) => finding.rule === rule).flatMap(({ row }) => row ?? []);
    query = query.where(({ or }) => or([sql<boolean>`findings @> ${JSON.stringify([{ rule }])}::jsonb`, sql<boolean>`row = any(${rows}::int[])`]));
  }
  return query.orderBy('row').limit(limit).execute();
}

/** What a draft would publish, in the order of its rows. */
export async function servicesOf(db: Db, draft: DraftRecord): Promise<DeclaredService[]> {
  const leftOut = new Set(draft.across.filter(isLeftOut).map(({ row }) => row));
  const rows = await db.selectFrom('intake_row').select(['row', 'service']).where('draft', '=', draft.id).where('service', 'is not', null).orderBy('row').execute();
  return rows.filter(({ row }) => !leftOut.has(row)).map(({ service }) => service!);
}
