/** Stems of verbs, folded, with the infinitive that each belongs to. */
export interface Verbs {
  past: Map<string, string>;
  present: Map<string, string[]>;
  /** Infinitives that say that something is not done: «نشدن». */
  negated: Set<string>;
}

const pastEndings = ['', 'م', 'ی', 'یم', 'ید', 'ین', 'ند', 'ن', 'ه', 'هام', 'های', 'هایم', 'هاید', 'هاند', 'هان', 'نی'];
const presentEndings = ['', 'م', 'ی', 'د', 'ه', 'یم', 'ید', 'ین', 'ند', 'ن', 'نده'];
/** What is spoken on to a verb: him, them, me, it. */
const tails = ['', 'ش', 'شون', 'شان', 'م', 'ت', 'مون', 'تون', 'و', 'س', 'ست'];
/** Nouns that look like verb forms. */
const nouns = new Set('میدان میدانی بازار بازاری بیکار بیکاری بیدار نیرو بیرون بیش میگو بید برش بدهی بدهکار'.split(' '));
/** «نیست» has a stem of its own. */
const isNot = /^نیس(ت?|تم|تی|تیم|تید|تین|تند|تن|تش)$/;
const prefixes = ['نمی', 'می', 'بی', 'نی', 'ن', 'ب', ''];

/** Reads a table of `past present,present [infinitive]`. An infinitive is the past stem and «ن», unless it is named: «اومد» is of «امدن». */
export function readVerbs(table: readonly string[]): Verbs {
  const verbs: Verbs = { past: new Map(), present: new Map(), negated: new Set() };
  for (const row of table) {
    const [past = '', present = '', infinitive = `${past}ن`] = row.split(' ');
    verbs.past.set(past, infinitive);
    verbs.negated.add(`ن${infinitive}`);
    for (const stem of present.split(',')) if (stem) verbs.present.set(stem, [...new Set([...(verbs.present.get(stem) ?? []), infinitive])]);
  }
  return verbs;
}

/** What verb a word may be a form of. */
export interface VerbForm {
  /** Mostly one, or none. */
  infinitives: readonly string[];
  /** It begins as only verbs do. */
  sure: boolean;
  /** It says that something is not done or did not happen: «نمیبرن», «نیست». */
  negated: boolean;
}

/** The infinitives of a form, and of a negated one those that say so: «نشده» is «شدن» and «نشدن». */
export const namesOf = ({ infinitives, negated }: VerbForm): readonly string[] =>
  negated ? [...infinitives, ...infinitives.map((each) => `ن${each}`)] : infinitives;

/**
 * Infinitives of a folded verb form («نمیبرن» → «بردن»), written or spoken. Stems decide: an ending is
 * cut only where what stays is a stem of the table.
 */
export function infinitivesOf({ past, present }: Verbs, form: string): VerbForm {
  // «برمیگردونه»: the beginning stands inside.
  if (nouns.has(form)) return none;
  if (isNot.test(form)) return { infinitives: ['بودن'], sure: true, negated: true };
  const word = form.replace(/^(بر|در|وا|فرا|فرو)(ن?می)(?=.{2})/, '$2$1');
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    // «نیومد» is «نـاومد»: after a joining ی the alef goes.
    const negated = prefix.startsWith('ن');
    const bodies = prefix.endsWith('ی') ? [rest, `ا${rest}`] : [rest];
    for (const body of bodies.flatMap(withoutTail)) {
      for (const ending of pastEndings) {
        const stem = body.endsWith(ending) && body.slice(0, body.length - ending.length);
        if (stem && stem.length > 1 && past.has(stem)) return { infinitives: [past.get(stem)!], sure: prefix !== '', negated };
      }
      // Without a prefix a present stem is mostly a noun, and a short one is a part of anything.
      if (!prefix || (prefix === 'ن' && !body.startsWith('دار'))) continue;
      for (const ending of presentEndings) {
        const stem = body.endsWith(ending) && body.slice(0, body.length - ending.length);
        // «بار» is hardly «بیار».
        if (stem && present.has(stem) && (ending || stem[0] !== 'ا' || stem.length > 2)) return { infinitives: present.get(stem)!, sure: true, negated };
      }
    }
  }
  return none;
}

const withoutTail = (body: string): string[] =>
  tails.filter((tail) => body.endsWith(tail)).map((tail) => body.slice(0, body.length - tail.length));

const none = { infinitives: [], sure: false, negated: false };
