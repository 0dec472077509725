import type { CatalogueDelta } from '../contract/catalogue-delta.ts';
import type { CatalogueIndex } from '../contract/catalogue.ts';
import { columnsOf, type Row } from './columns.ts';
import { agencyOf, titleOf } from './entry.ts';
import { Numbered } from './numbered.ts';
import { compare } from './order.ts';
import { pack, unpack, unpackAt } from './pack.ts';
import { fields, PostingList, readPostings } from './postings.ts';
import { atOnce, inSlices } from './slices.ts';

type Facts = CatalogueIndex['facts'][number];
type RowChange = Omit<CatalogueDelta['changed'][number], 'at'>;

/** A service with all that an index says of it but its words. */
interface DescribedRow extends Omit<Row, 'agency'> {
  agency: string;
  description: string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const rowOf = (index: CatalogueIndex, number: number): DescribedRow => ({
  id: index.ids[number]!,
  title: titleOf(index, number),
  agency: agencyOf(index, number).id,
  code: index.codes[number]!,
  description: index.descriptions[number] ?? '',
  facts: index.facts[unpackAt(index.factsOf, number)]!,
});
const rowsOf = (index: CatalogueIndex): DescribedRow[] => index.ids.map((_, number) => rowOf(index, number));

/** By entry: its words, by field, in their order. */
function wordsOf(index: CatalogueIndex): string[][] {
  const found = index.ids.map(() => fields.map((): string[] => []));
  const lists = index.postings.split(' ');
  index.words.split(' ').forEach((word, number) => {
    const { entries, fields: where } = readPostings(lists[number] ?? '');
    entries.forEach((entry, at) => found[entry]![where[at]!]!.push(word));
  });
  return found.map((byField) => byField.map((words) => words.join(' ')));
}

/** The old entries' new numbers, -1 for those that leave, and the numbers of those that come. */
function numbering(steps: readonly number[]): { placeOf: number[]; coming: number[] } {
  const placeOf: number[] = [];
  const coming: number[] = [];
  let number = 0;
  for (let at = 0; at < steps.length; at += 3) {
    for (let stays = steps[at]!; stays > 0; stays--) placeOf.push(number++);
    for (let leaves = steps[at + 1]!; leaves > 0; leaves--) placeOf.push(-1);
    for (let comes = steps[at + 2]!; comes > 0; comes--) coming.push(number++);
  }
  return { placeOf, coming };
}

/** Steps from one list of ids to the other; undefined when those in both do not stand in one order. */
function stepsBetween(from: readonly string[], to: readonly string[]): number[] | undefined {
  const old = new Set(from);
  const next = new Set(to);
  const steps: number[] = [];
  let at = 0;
  let other = 0;
  while (at < from.length || other < to.length) {
    const before = [at, other];
    while (at < from.length && from[at] === to[other]) {
      at++;
      other++;
    }
    const stays = at - before[0]!;
    const leaving = at;
    while (at < from.length && !next.has(from[at]!)) at++;
    const coming = other;
    while (other < to.length && !old.has(to[other]!)) other++;
    if (at === before[0] && other === before[1]) return undefined;
    steps.push(stays, at - leaving, other - coming);
  }
  return steps;
}

/** Needs of the old index in the numbers of the new one. */
const needsMoved = (needs: string, placeOf: readonly number[]): string =>
  needs
    .split(' ')
    .map((list) => pack(unpack(list).flatMap((entry) => (placeOf[entry]! < 0 ? [] : placeOf[entry]!))))
    .filter(Boolean)
    .join(' ');

/** What changed from one index to another; undefined when it cannot be told in this form, so that the whole one is needed. */
export function deltaBetween(old: CatalogueIndex, next: CatalogueIndex): CatalogueDelta | undefined {
  const steps = stepsBetween(old.ids, next.ids);
  if (!steps) return undefined;
  const { placeOf, coming } = numbering(steps);
  const facts = new Numbered<Facts>();
  const change = (row: DescribedRow, words: string[]) => ({
    title: row.title, agency: row.agency, code: row.code, description: row.description,
    facts: facts.numberOf(row.facts, JSON.stringify(row.facts)), words,
  });
  const rows = rowsOf(next);
  const words = wordsOf(next);
  const oldRows = rowsOf(old);
  const oldWords = wordsOf(old);
  const changed: CatalogueDelta['changed'] = [];
  oldRows.forEach((before, number) => {
    const at = placeOf[number]!;
    if (at < 0) return;
    const now = rows[at]!;
    const own: CatalogueDelta['changed'][number] = { at };
    for (const key of ['title', 'agency', 'code', 'description'] as const) if (before[key] !== now[key]) own[key] = now[key];
    if (!same(before.facts, now.facts)) own.facts = facts.numberOf(now.facts, JSON.stringify(now.facts));
    if (!same(oldWords[number], words[at])) own.words = words[at]!;
    if (Object.keys(own).length > 1) changed.push(own);
  });
  const known = new Map(old.agencies.map((agency) => [agency.id, agency]));
  const delta: CatalogueDelta = {
    from: old.version,
    to: next.version,
    steps,
    added: coming.map((at) => ({ id: rows[at]!.id, ...change(rows[at]!, words[at]!) })),
    changed,
    facts: facts.list,
    agencies: next.agencies.filter((agency) => !same(agency, known.get(agency.id))),
    described: next.descriptions.length > 0,
    popularity: next.popularity,
    ...(!same(old.language, next.language) && { language: next.language }),
    lexicon: next.lexicon,
    needs: {
      count: next.needs.length,
      changed: next.needs.flatMap((needs, at) => (needs === needsMoved(old.needs[at] ?? '', placeOf) ? [] : { at, needs })),
    },
  };
  return same(applyDelta(old, delta), inKeysOf(old, next)) ? delta : undefined;
}

/** The same keys in the order of another index. */
const inKeysOf = (like: CatalogueIndex, index: CatalogueIndex): CatalogueIndex =>
  Object.fromEntries(Object.keys(like).map((key) => [key, index[key as keyof CatalogueIndex]])) as CatalogueIndex;

/**
 * The index to which a delta leads, the same as the published one to the byte. Throws `RangeError` when the delta belongs
 * to another index.
 */
export const applyDelta = (old: CatalogueIndex, delta: CatalogueDelta): CatalogueIndex => atOnce(applying(old, delta));

/** As `applyDelta`, with pauses between. */
export const applyDeltaInSlices = (old: CatalogueIndex, delta: CatalogueDelta, pause: () => Promise<void>): Promise<CatalogueIndex> =>
  inSlices(applying(old, delta), pause);

function* applying(old: CatalogueIndex, delta: CatalogueDelta): Generator<void, CatalogueIndex> {
  const { placeOf, coming } = numbering(delta.steps);
  if (delta.from !== old.version || placeOf.length !== old.ids.length) throw new RangeError(`The delta leads from ${delta.from}, the index is ${old.version}.`);
  const rows: DescribedRow[] = [];
  const newWords = new Map<number, string[]>();
  const put = (at: number, row: Partial<DescribedRow>, { facts, words, title, agency, code, description }: RowChange) => {
    const told = { title, agency, code, description, facts: facts === undefined ? undefined : delta.facts[facts] };
    rows[at] = { ...row, ...(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<DescribedRow>) } as DescribedRow;
    if (words) newWords.set(at, words);
  };
  for (const [number, place] of placeOf.entries()) {
    if (place >= 0) rows[place] = rowOf(old, number);
    yield;
  }
  for (const { at, ...change } of delta.changed) put(at, rows[at]!, change);
  delta.added.forEach(({ id, ...change }, number) => put(coming[number]!, { id }, change));
  yield;

  const agencyById = new Map([...old.agencies, ...delta.agencies].map((agency) => [agency.id, agency]));
  const columns = columnsOf(rows.map((row) => ({ ...row, agency: agencyById.get(row.agency)! })));
  yield;
  const next: CatalogueIndex = {
    version: delta.to,
    ...columns,
    descriptions: delta.described ? rows.map(({ description }) => description) : [],
    popularity: delta.popularity,
    ...(yield* wordsAfter(old, placeOf, newWords)),
    language: delta.language ?? old.language,
    lexicon: delta.lexicon,
    needs: Array.from({ length: delta.needs.count }, (_, at) => needsMoved(old.needs[at] ?? '', placeOf)),
  };
  for (const { at, needs } of delta.needs.changed) next.needs[at] = needs;
  return inKeysOf(old, next);
}

function packed(entries: readonly (readonly [entry: number, field: number])[]): string {
  const list = new PostingList();
  for (const [entry, field] of entries) list.add(entry, field);
  return list.packed();
}

/** The vocabulary after services moved, left, and came or changed with `newWords`. */
function* wordsAfter(old: CatalogueIndex, placeOf: readonly number[], newWords: ReadonlyMap<number, string[]>): Generator<void, Pick<CatalogueIndex, 'words' | 'postings'>> {
  const lists = new Map<string, [entry: number, field: number][]>();
  const before = old.postings.split(' ');
  for (const [number, word] of (old.words ? old.words.split(' ') : []).entries()) {
    const { entries, fields: where } = readPostings(before[number]!);
    const list: [number, number][] = [];
    entries.forEach((entry, at) => {
      const place = placeOf[entry]!;
      if (place >= 0 && !newWords.has(place)) list.push([place, where[at]!]);
    });
    lists.set(word, list);
    yield;
  }
  const touched = new Set<string>();
  for (const [entry, byField] of newWords) {
    byField.forEach((own, field) => {
      for (const word of own.split(' ').filter(Boolean)) {
        const list = lists.get(word);
        if (list) list.push([entry, field]);
        else lists.set(word, [[entry, field]]);
        touched.add(word);
      }
    });
    yield;
  }
  for (const word of touched) lists.get(word)!.sort(([one], [other]) => one - other);
  const words = [...lists].flatMap(([word, list]) => (list.length ? word : [])).sort(compare);
  yield;
  const postings: string[] = [];
  for (const word of words) {
    postings.push(packed(lists.get(word)!));
    yield;
  }
  return { words: words.join(' '), postings: postings.join(' ') };
}
