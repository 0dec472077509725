import { msg } from '@lit/localize';
import type { Field, FormDefinition, Group, Upload } from '../../../contract/form.ts';
import { localText } from '../../../core/facts/place.ts';
import { withLocale, type Locale } from '../../../i18n/locale.ts';
import type { Filling } from './filling.ts';
import type { Fitted } from './fit.ts';
import { fieldAt, isEmpty, type RawAnswers, type RawValue } from './raw.ts';

/** A question and what was answered, to be read. */
export interface Said {
  question: string;
  answer: string;
}

/** What of kept answers has no place any more; `file`: the gateway keeps it no longer. */
export type Lost = Said & { file?: true };

/** All that is answered, by path: kept beside a draft, for a form that changes takes its questions along. */
export function wordsOf(definition: FormDefinition, raw: RawAnswers, locale: Locale): Record<string, Said> {
  const words: Record<string, Said> = {};
  // With each draft, while somebody types: one walk over the form.
  const walk = (items: readonly (Field | Group)[], row: RawAnswers, before: string) => {
    for (const item of items) {
      const value = row[item.id];
      if (value === undefined || isEmpty(value)) continue;
      const path = before + item.id;
      if (item.type === 'group') (value as RawAnswers[]).forEach((each, at) => walk(item.fields, each, `${path}.${at}.`));
      else words[path] = { question: localText(locale, item.label), answer: answerText(value, locale, item) };
    }
  };
  for (const { items } of definition.steps) walk(items, raw, '');
  return words;
}

/**
 * What fits no more, in the words of the form in which it was answered. Files that are gone are also told at their field, as
 * long as it is there.
 */
export function lostOf(filling: Filling, { lost, gone }: Fitted, words: Record<string, Said>): Lost[] {
  const { session: { definition }, host: { language } } = filling;
  return [
    // A draft of before had no words beside it.
    ...lost.map(({ path, value }) => words[path] ?? { question: '', answer: answerText(value, language) }),
    ...gone.map(({ path, files }): Lost => {
      const field = fieldAt(definition, path) as Field;
      filling.uploads?.gone(path, field, files);
      return { question: localText(language, field.label), answer: answerText(files, language), file: true };
    }),
  ];
}

/** As it was typed or chosen. */
export function answerText(value: RawValue, locale: Locale, field?: Field): string {
  const label = (one: string) => {
    const option = field?.options?.find((each) => each.value === one);
    return option ? localText(locale, option.label) : one;
  };
  if (typeof value === 'string') return field?.type === 'plate' ? value.replaceAll('|', ' ') : label(value);
  if (typeof value === 'boolean') return withLocale(locale, () => (value ? msg('بله', { id: 'answer.yes' }) : msg('خیر', { id: 'answer.no' })));
  if (Array.isArray(value)) {
    return (value as (string | Upload | RawAnswers)[])
      .map((one) => (typeof one === 'string' ? label(one) : 'name' in one ? String(one.name) : rest(one, locale))).join('، ');
  }
  if ('calendar' in value) return [value.year, value.month, value.day].filter(Boolean).join('/');
  return 'sought' in value ? value.sought : 'text' in value && typeof value.text === 'string' ? value.text : Object.values(value).filter(Boolean).join('، ');
}

const rest = (row: RawAnswers, locale: Locale): string =>
  Object.values(row).map((value) => (value === undefined ? '' : answerText(value, locale))).filter(Boolean).join('، ');
