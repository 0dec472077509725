import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { foldKey } from '../persian/fold.ts';
import { infinitivesOf, readVerbs } from '../persian/verbs.ts';
import { words } from '../persian/words.ts';
import { joinLexicons, type LexiconData, type Situation } from './lexicon-data.ts';

/** The lexicon as it is published, and what of it goes into an index. */
export interface CompiledLexicon {
  /** For the wire; the version is given by whoever publishes it. */
  published: CatalogueLexicon;
  language: CatalogueIndex['language'];
  /** Needs of each situation: telling folded words as titles and keywords hold them, other ways to tell it after a `|`. */
  needs: string[][];
  /** Numbers of the situations that a very large catalogue leaves out. */
  fine: ReadonlySet<number>;
}

/** Folds all words and leaves filler out, so that no phone has to do it. */
export function compileLexicon(files: LexiconData[], version: string): CompiledLexicon {
  const lexicon = joinLexicons(files);
  const filler = new Set(lexicon.filler.flatMap((text) => foldKey(text).split(' ')));
  const verbs = readVerbs(lexicon.verbs);
  const light = new Set(lexicon.lightVerbs.map(foldKey));
  const isLight = (word: string): boolean => infinitivesOf(verbs, word).infinitives.some((each) => light.has(each));
  const phrase = (text: string): string => {
    const all = words(text);
    const telling = all.filter((word) => !filler.has(word));
    return (telling.length ? telling : all).join(' ');
  };
  /** A name of several words is not left with one of them: «پول پیش» is not «پول», but «عوض کردن» is said in any form. */
  const name = (text: string): string => {
    const all = words(text);
    const whole = all.length > 1 && all.some((word) => filler.has(word) && !isLight(word)) && all.filter((word) => !filler.has(word)).length === 1;
    return whole ? all.filter((word) => !isLight(word)).join(' ') : phrase(text);
  };
  // Light verbs go, for they are spoken in any form or not at all, unless they deny: «نشدن». Other filler is what makes
  // «پس دادن» of «دادن».
  const telling = (text: string) =>
    words(text).filter((word) => verbs.negated.has(word) || !isLight(word));
  // In one order: what comes again in it costs few bytes.
  const alternatives = (members: string[]) => [...new Set(members.map((member) => telling(member.replaceAll('_', ' ')).join('_')))].filter(Boolean).sort();
  const classes = new Map(Object.entries(lexicon.classes).map(([name, members]) => [`{${name}}`, alternatives(members)]));
  const slot = (text: string): string => {
    const parts = text.split('/');
    const named = parts.filter((part) => part.startsWith('{'));
    const inside = new Set(named.flatMap((part) => classes.get(part) ?? []));
    return [...named, ...alternatives(parts.filter((part) => !part.startsWith('{'))).filter((part) => !inside.has(part))].join('/');
  };
  const says = (patterns: string[]) => [...new Set(patterns.map((text) => text.trim().split(/\s+/).map(slot).filter(Boolean).join(' ')))].filter(Boolean);
  const situation = (topic: boolean) => (each: Situation) => ({
    id: each.id,
    title: each.title,
    lifeEvent: (each.lifeEvent ?? null) as CatalogueLexicon['situations'][number]['lifeEvent'],
    topic,
    says: says(each.says),
    hears: alternatives(each.hears ?? []).join('/'),
  });
  // A name in two words is no word; «{city}» stands for the words of a class.
  const qualifiers = lexicon.qualifiers.flatMap((text) => (text.startsWith('{') ? (lexicon.classes[text.slice(1, -1)] ?? []).filter((member) => !member.includes('_')) : [text])).flatMap(words);
  return {
    published: {
      version,
      classes: Object.fromEntries(Object.keys(lexicon.classes).map((name) => [name, classes.get(`{${name}}`)!.join('/')])),
      groups: lexicon.groups.map(({ terms, oneWay = false, sure = 0.9 }) => ({ terms: [...new Set(terms.map(name))], oneWay, sure })),
      intents: lexicon.intents.map((intent) => ({ says: says(intent.says), means: intent.means.map(phrase) })),
      situations: [...lexicon.situations.map(situation(false)), ...lexicon.topics.map(situation(true))],
    },
    language: { filler: [...filler], verbs: lexicon.verbs, lightVerbs: [...light], qualifiers: [...new Set(qualifiers)] },
    fine: new Set(lexicon.situations.flatMap(({ fine }, number) => (fine ? [number] : []))),
    needs: [...lexicon.situations, ...lexicon.topics].map(({ needs }) => needs.map((need) => need.split('|').map(phrase).join('|'))),
  };
}
