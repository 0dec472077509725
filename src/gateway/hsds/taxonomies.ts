import type { HsdsTaxonomy, HsdsTaxonomyTerm } from '../../contract/hsds.ts';
import type { LifeEvent } from '../../contract/offering.ts';
import { columnName, type Column } from '../declarations/headers.ts';
import { lifeEventWords } from '../open-data/words.ts';
import { uuidOf } from './ids.ts';

/** What of a sheet no field of HSDS holds: goes as a value of a term of this name. */
export const valueColumns = [
  'code', 'parentCode', 'relations', 'nature', 'levels', 'trigger', 'laws', 'time', 'frequency', 'visits', 'visitReason', 'channels', 'inquiries',
  'steps', 'floor', 'room', 'keywords', 'questions',
] as const satisfies Column[];

/** URIs of the two taxonomies, by which a reader of our own answers knows them. */
export const sheetFields = 'urn:mizban:taxonomy:sheet-fields';
export const lifeEvents = 'urn:mizban:taxonomy:life-events';

export interface Taxonomies {
  taxonomies: HsdsTaxonomy[];
  /** By the code of the term. */
  columns: Map<string, HsdsTaxonomyTerm>;
  events: Map<string, HsdsTaxonomyTerm>;
}

async function taxonomy(uri: string, name: string, description: string): Promise<HsdsTaxonomy> {
  return { id: await uuidOf('taxonomy', uri), name, description, uri };
}

async function terms({ uri, name: of }: HsdsTaxonomy, names: [code: string, name: string][]): Promise<Map<string, HsdsTaxonomyTerm>> {
  const made = names.map(async ([code, name]): Promise<[string, HsdsTaxonomyTerm]> => [
    code, { id: await uuidOf('term', `${uri}:${code}`), code, name, description: `${of}: ${name}`, taxonomy: uri, language: 'fa' },
  ]);
  return new Map(await Promise.all(made));
}

let made: Promise<Taxonomies> | undefined;

/** The same in every province: made at the first reading. */
export function taxonomies(): Promise<Taxonomies> {
  made ??= (async () => {
    const fields = await taxonomy(sheetFields, 'فیلدهای شناسنامه خدمت', 'آنچه شناسنامه خدمت می‌گوید و در HSDS فیلد ندارد؛ مقدار هر کدام در value است.');
    const events = await taxonomy(lifeEvents, 'رویداد زندگی', 'فهرست بسته رویدادهای زندگی در شناسنامه خدمت.');
    return {
      taxonomies: [fields, events],
      columns: await terms(fields, valueColumns.map((column) => [column, columnName(column)])),
      events: await terms(events, Object.entries(lifeEventWords) as [LifeEvent, string][]),
    };
  })();
  return made;
}

export const allTerms = ({ columns, events }: Taxonomies): HsdsTaxonomyTerm[] => [...columns.values(), ...events.values()];
