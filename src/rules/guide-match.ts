import type { GuideAgency, GuideOffice, GuideService } from '../contract/guide.ts';
import { foldKey, tokens } from '../persian/fold.ts';

/** As much of a service, an agency and a unit as words are looked up in. */
export interface KnownService {
  id: string;
  title: string;
  agency: string;
}
export interface KnownAgency {
  id: string;
  name: { fa: string };
}
export interface KnownUnit {
  id: string;
  agency: string;
  name: { fa: string };
}

/** What is published in a province. */
export interface GuideWorld<S extends KnownService = KnownService, A extends KnownAgency = KnownAgency, U extends KnownUnit = KnownUnit> {
  services: readonly S[];
  agencies: readonly A[];
  units: readonly U[];
}

/** One title is offered by many agencies at most so often in an answer. */
const mostAlike = 4;

/** A title as words are looked up in it. */
interface Folded {
  words: Set<string>;
  whole: string;
  length: number;
}
const folded = new WeakMap<readonly object[], Folded[]>();

/** Folding thousands of titles takes a while, and a guide asks for dozens of words: once for each list. */
function foldAll<T extends object>(list: readonly T[], textOf: (each: T) => string): Folded[] {
  let known = folded.get(list);
  if (!known) {
    known = list.map((each) => {
      const whole = foldKey(textOf(each));
      return { words: new Set(tokens(textOf(each))), whole: ` ${whole} `, length: whole.split(' ').length };
    });
    folded.set(list, known);
  }
  return known;
}

/** More than a title has words. */
const scattered = 100;

/**
 * How far a title is from the wanted words: by its other words, and far more when the wanted ones do not stand together in
 * it («ثبت شرکت» is not «ثبت تغییرات شرکت»). Undefined when a wanted word is not in it.
 */
function distance({ key, asked }: { key: string; asked: string[][] }, { words, whole, length }: Folded): number | undefined {
  // A word with a half-space gives its joined form first, then its parts: either is enough.
  const fits = asked.every((parts) => (parts.length > 1 && words.has(parts[0]!)) || parts.slice(parts.length > 1 ? 1 : 0).every((part) => words.has(part)));
  return fits ? length - key.split(' ').length + (whole.includes(` ${key} `) ? 0 : scattered) : undefined;
}

/** Those whose text fits the first line of words that anything fits, closest first. */
function closest<T extends object>(lines: readonly string[], from: readonly T[], textOf: (each: T) => string, where: (each: T) => boolean = () => true): T[] {
  const titles = foldAll(from, textOf);
  for (const line of lines) {
    const asked = line.split(/\s+/).map((word) => tokens(word)).filter(({ length }) => length > 0);
    if (!asked.length) continue;
    const wanted = { key: foldKey(line), asked };
    const fitting = from.flatMap((each, at) => {
      const far = where(each) ? distance(wanted, titles[at]!) : undefined;
      return far === undefined ? [] : [{ each, far }];
    });
    const least = Math.min(...fitting.map(({ far }) => far));
    if (fitting.length) return fitting.filter(({ far }) => far === least).map(({ each }) => each);
  }
  return [];
}

/** The agencies that are meant: one by id, or all whose name is closest to the words. */
export function findAgencies<A extends KnownAgency>(wanted: GuideAgency, agencies: readonly A[]): A[] {
  return 'id' in wanted ? agencies.filter(({ id }) => id === wanted.id) : closest(wanted.named, agencies, ({ name }) => name.fa);
}

/** The offerings that are meant: one title, by as many agencies as offer it. None rather than a wrong one. */
export function findServices<S extends KnownService>(wanted: GuideService, world: GuideWorld<S>): S[] {
  if ('offering' in wanted) return world.services.filter(({ id }) => id === wanted.offering);
  const agencies = wanted.agency && new Set(findAgencies(wanted.agency, world.agencies).map(({ id }) => id));
  const found = closest(wanted.need, world.services, ({ title }) => title, ({ agency }) => !agencies || agencies.has(agency));
  const first = found[0] && foldKey(found[0].title);
  return found.filter(({ title }) => foldKey(title) === first).slice(0, mostAlike);
}

/** Agency and unit that are meant; the unit is null when none is named or none has such a name. */
export function findOffice<A extends KnownAgency, U extends KnownUnit>(
  { agency: wanted, unit: words }: GuideOffice, world: Pick<GuideWorld<KnownService, A, U>, 'agencies' | 'units'>,
): { agency: A; unit: U | null } | undefined {
  const [agency] = findAgencies(wanted, world.agencies);
  if (!agency) return undefined;
  const unit = words && closest(words, world.units, ({ name }) => name.fa, (each) => each.agency === agency.id)[0];
  return { agency, unit: unit ?? null };
}
