import type { LocalText } from '../../../contract/common.ts';
import type { Name } from './vocabulary.ts';

/** What stands behind a property: another resource, words in a language, or a plain value with its type. */
export type Value = { iri: string } | { text: string; lang: string } | { text: string; type?: Name };

/** All that one document says of one thing. */
export interface Resource {
  iri: string;
  types: Name[];
  facts: [property: Name, value: Value][];
}

type Given = Value | Value[] | null | undefined;

export const to = (iri: string): Value => ({ iri });
export const plain = (text: string, type?: Name): Value => (type ? { text, type } : { text });
/** Nothing where there are no words. */
export const fa = (text: string | null | undefined): Value | undefined => (text?.trim() ? { text, lang: 'fa' } : undefined);
export const local = (text: LocalText): Value[] => Object.entries(text).filter(([, words]) => words).map(([lang, words]) => ({ text: words, lang }));

/** A resource of what is known: what is not, is not said. */
export const resource = (iri: string, types: Name | Name[], facts: Partial<Record<Name, Given>>): Resource => ({
  iri,
  types: [types].flat(),
  facts: (Object.entries(facts) as [Name, Given][]).flatMap(([property, given]) => [given ?? []].flat().map((value): [Name, Value] => [property, value])),
});

/** Whatever a resource points at. */
export const pointsAt = ({ facts }: Resource): string[] => facts.flatMap(([, value]) => ('iri' in value ? [value.iri] : []));
