import type { CatalogueIndex, IndexFacts } from '../contract/catalogue.ts';
import { Numbered } from './numbered.ts';
import { pack } from './pack.ts';

/** What an index says of a service beside its words. */
export interface Row {
  id: string;
  title: string;
  agency: CatalogueIndex['agencies'][number];
  /** National code, empty where none was declared. */
  code: string;
  facts: IndexFacts;
}

export type RowColumns = Pick<CatalogueIndex, 'ids' | 'titles' | 'titleOf' | 'agencies' | 'agencyOf' | 'facts' | 'factsOf' | 'codes'>;

/** Facts are long to write out, and the same ones are numbered again and again: on every page and with every index. */
const texts = new WeakMap<IndexFacts, string>();

/** Services in columns: what several share stands once and is named by number, in order of first appearance. */
export function columnsOf(rows: readonly Row[]): RowColumns {
  const titles = new Numbered<string>();
  const agencies = new Numbered<Row['agency']>();
  const facts = new Numbered<IndexFacts>();
  const textOf = (own: IndexFacts) => {
    let text = texts.get(own);
    if (text === undefined) texts.set(own, (text = JSON.stringify(own)));
    return text;
  };
  return {
    ids: rows.map(({ id }) => id),
    titleOf: pack(rows.map(({ title }) => titles.numberOf(title, title))),
    titles: titles.list,
    agencyOf: pack(rows.map(({ agency }) => agencies.numberOf(agency, agency.id))),
    agencies: agencies.list,
    factsOf: pack(rows.map(({ facts: own }) => facts.numberOf(own, textOf(own)))),
    facts: facts.list,
    codes: rows.map(({ code }) => code),
  };
}
