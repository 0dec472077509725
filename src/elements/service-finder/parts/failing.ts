import type { IndexEntry } from '../../../contract/catalogue.ts';
import type { Engine } from './engine.ts';
import type { Facet, Narrowing } from './question.ts';

/** Facets by which a service is not among what was asked for. */
export function failing(entry: IndexEntry, narrowing: Narrowing, { county, isOpen }: Pick<Engine, 'county' | 'isOpen'>): Facet[] {
  const { agency, life, audience, way, open, free } = narrowing;
  const failed: Facet[] = [];
  if (agency && entry.agency !== agency) failed.push('agency');
  // An agency without a county serves the whole province.
  if (narrowing.county && (county.get(entry.agency) ?? narrowing.county) !== narrowing.county) failed.push('county');
  if (life && !entry.lifeEvents.includes(life)) failed.push('life');
  if (audience && !entry.relations.includes(audience)) failed.push('audience');
  if (way && !entry[way]) failed.push('way');
  if (open && isOpen && !isOpen(entry)) failed.push('open');
  if (free && entry.fee.kind !== 'free') failed.push('free');
  return failed;
}
