/** Words that stand for each other. */
export interface SynonymGroup {
  terms: string[];
  /** The later terms lead to the first, not the reverse. */
  oneWay?: boolean;
  /** How sure the later terms mean the first, 0.3 to 1; 0.9 when absent. */
  sure?: number;
}

/** What somebody wants done to a thing: «گم کردم» asks for «المثنی». */
export interface Intent {
  id: string;
  /** Patterns, see `Situation.says`. */
  says: string[];
  /** Words that stand in the titles of services that do it. */
  means: string[];
}

/** What happened to somebody, and the services that they need then, in their order. */
export interface Situation {
  id: string;
  title: { fa: string; en?: string };
  /** One of the closed list of life events. */
  lifeEvent?: string;
  /**
   * Patterns. Slots are parted by spaces; a slot is a word, alternatives `a/b`, or `{class}`; a verb stands as its
   * infinitive; `_` joins the words of one alternative. A pattern is met when all its slots are in the sentence, in any order.
   * A negated infinitive, «نشدن», is met by negated forms only, and lets the pattern be met by words that are denied.
   */
  says: string[];
  /** Words that are said then, though of other things too: several of them, with words of its patterns, hint at it. A verb stands as its infinitive. */
  hears?: string[];
  /** In official words; `|` parts alternatives. A service meets a need when all its words stand in title or keywords. */
  needs: string[];
}

/** One file of the lexicon of public services: words lead to words, never to a service or an agency. */
export interface LexiconData {
  /** Its situations are finer than a very large catalogue can bring to a phone, see `briefLexicon`. */
  fine?: boolean;
  /** Words that say nothing about what is wanted. */
  filler?: string[];
  /** Verbs as `past present,present`: «رفت رو,ر». */
  verbs?: string[];
  /** Words that never name what is wanted, only which, how or whose it is: «قیمت», «جدید», or `{class}`. */
  qualifiers?: string[];
  /** Infinitives that say nothing by themselves: «شدن». */
  lightVerbs?: string[];
  /**
   * Words that stand for each other in patterns. Seven names are known to the search: `event` and `state` are what asks for
   * nothing where it did not happen, `wish` what says with a negated verb that something is not wanted (see `deniedIn`),
   * `asker` who demands a `paper` (see `askersIn`), `foreigner` who is meant where it is said, and `polite` phrases whose words say nothing where they follow each other.
   */
  classes?: Record<string, string[]>;
  groups?: SynonymGroup[];
  intents?: Intent[];
  situations?: Situation[];
  /** As situations, for a sentence that says nothing else. */
  topics?: Situation[];
}

/** Classes that the search asks for by name, see `LexiconData.classes`. */
export const knownClasses: ReadonlySet<string> = new Set(['event', 'state', 'wish', 'asker', 'paper', 'foreigner', 'polite']);

/** Several files as one. Throws when a class is named that is nowhere. */
export function joinLexicons(files: LexiconData[]): Required<Omit<LexiconData, 'fine' | 'situations'>> & { situations: (Situation & { fine: boolean })[] } {
  const classes: Record<string, string[]> = {};
  for (const file of files)
    for (const [name, words] of Object.entries(file.classes ?? {})) classes[name] = [...new Set([...(classes[name] ?? []), ...words])];
  const all = <T>(pick: (file: LexiconData) => T[] | undefined): T[] => files.flatMap((file) => pick(file) ?? []);
  const joined = {
    filler: all(({ filler }) => filler),
    verbs: all(({ verbs }) => verbs),
    qualifiers: all(({ qualifiers }) => qualifiers),
    lightVerbs: all(({ lightVerbs }) => lightVerbs),
    classes,
    groups: all(({ groups }) => groups),
    intents: all(({ intents }) => intents),
    situations: all(({ situations, fine = false }) => situations?.map((situation) => ({ ...situation, fine }))),
    topics: all(({ topics }) => topics),
  };
  const named: { id: string; says: string[] }[] = [{ id: 'qualifiers', says: joined.qualifiers }];
  for (const { id, says } of [...named, ...joined.intents, ...joined.situations, ...joined.topics]) {
    for (const [, name] of says.join(' ').matchAll(/\{([^}]*)\}/g))
      if (!classes[name!]) throw new Error(`The lexicon's “${id}” names the class “${name}”, which no file defines.`);
  }
  return joined;
}
