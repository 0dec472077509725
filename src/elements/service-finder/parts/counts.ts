import type { Engine } from './engine.ts';
import type { Answer, Facet, Narrowing } from './question.ts';

/** How many results each value of a facet would leave, the other facets being as they are. */
export type Counts = { [F in Facet]: Map<string, number> };

export function countsOf(answer: Answer, narrowing: Narrowing, engine: Engine): Counts {
  const counts: Counts = { agency: new Map(), county: new Map(), life: new Map(), audience: new Map(), way: new Map(), open: new Map(), free: new Map() };
  const add = (facet: Facet, value: string) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  let everywhere = 0;
  for (const entry of answer.found) {
    const failed = engine.failing(entry, narrowing);
    if (failed.length > 1) continue;
    const counted = (facet: Facet) => failed.length === 0 || failed[0] === facet;
    if (counted('agency')) add('agency', entry.agency);
    if (counted('county')) {
      const county = engine.county.get(entry.agency);
      if (county) add('county', county);
      else everywhere++;
    }
    if (counted('life')) entry.lifeEvents.forEach((life) => add('life', life));
    if (counted('audience')) entry.relations.forEach((relation) => add('audience', relation));
    if (counted('way')) {
      if (entry.online) add('way', 'online');
      if (entry.inPerson) add('way', 'inPerson');
    }
    if (counted('open') && engine.isOpen?.(entry)) add('open', 'yes');
    if (counted('free') && entry.fee.kind === 'free') add('free', 'yes');
  }
  // Who chooses a county sees what the whole province offers too. Where no county has services of its own, none is a choice.
  const own = new Map(counts.county);
  if (own.size) {
    for (const county of engine.county.values()) if (county) counts.county.set(county, (own.get(county) ?? 0) + everywhere);
  }
  return counts;
}
