import type { FormDefinition } from '../../../contract/form.ts';
import { itemsOf, type RawAnswers } from './raw.ts';

/**
 * What the way to the form has answered already: choices that the form offers, yes or no. An address can be made by
 * anybody, so nothing else is taken from it, and never a declaration.
 */
export function knownAnswers(definition: FormDefinition, known: string): RawAnswers {
  const given = new URLSearchParams(known);
  const answers: RawAnswers = {};
  for (const item of itemsOf(definition)) {
    const value = given.get(item.id);
    if (item.type === 'choice' && item.options?.some((option) => option.value === value)) answers[item.id] = value!;
    if (item.type === 'yesNo' && (value === 'true' || value === 'false')) answers[item.id] = value === 'true';
  }
  return answers;
}
