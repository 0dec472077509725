import { foldKey } from '../persian/fold.ts';

/** An agency as it is looked up by what people call it. */
export interface NamedAgency {
  name: { fa: string; [language: string]: string | undefined };
}

/** What stands in the names of offices and companies and tells none from another. */
export const commonNameWords: ReadonlySet<string> = new Set(['شرکت', 'اداره', 'کل', 'سازمان', 'موسسه', 'استان', 'شهرستان', 'منطقه', 'ایران'].map(foldKey));

/** Short and everyday names of offices that stand in no official name. */
const everyday = new Map([['آبفا', 'آب فاضلاب'], ['دادگاه', 'دادگستری'], ['دادسرا', 'دادگستری']].map(([said, name]) => [foldKey(said!), foldKey(name!)]));

const wordsOf = (text: string): string[] => foldKey(text).split(' ').filter(Boolean);

/**
 * Agencies that are meant by what somebody types, however it is spelled and in whatever order: each word begins a word of the
 * name. Those that begin with it come first. A place behind the name of an office of the whole province does no harm:
 * «ثبت احوال کرج» is that of the province. All agencies while nothing is typed.
 */
export function agenciesCalled<A extends NamedAgency>(text: string, agencies: readonly A[], province: NamedAgency['name']): A[] {
  const typed = wordsOf(text).map((word) => everyday.get(word) ?? word).join(' ').split(' ').filter(Boolean);
  if (!typed.length) return [...agencies];
  const telling = typed.filter((word) => !commonNameWords.has(word));
  const words = telling.length ? telling : typed;
  const names = agencies.map((agency) => ({ agency, words: Object.values(agency.name).flatMap((name) => wordsOf(name ?? '')) }));
  const fitting = (sought: readonly string[], among = names) => among
    .filter(({ words: own }) => sought.every((word) => own.some((each) => each.startsWith(word))))
    .map(({ agency, words: own }) => ({ agency, first: own.find((word) => !commonNameWords.has(word))?.startsWith(sought[0]!) }))
    .sort((a, b) => Number(b.first) - Number(a.first)).map(({ agency }) => agency);
  const found = fitting(words);
  if (found.length) return found;
  const here = wordsOf(province.fa);
  const ofAll = names.filter(({ words: own }) => here.every((word) => own.includes(word)));
  for (let kept = words.length - 1; kept > 0; kept--) {
    const wider = fitting(words.slice(0, kept), ofAll);
    if (wider.length) return wider;
  }
  return [];
}

/** The agency that a text names whole. */
export const agencyNamed = <A extends NamedAgency>(text: string, agencies: readonly A[]): A | undefined => {
  const sought = foldKey(text);
  return sought ? agencies.find(({ name }) => Object.values(name).some((each) => each && foldKey(each) === sought)) : undefined;
};
