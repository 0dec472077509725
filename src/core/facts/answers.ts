import { msg, str } from '@lit/localize';
import type { Address, AnswerValue, Answers, Field, FormDefinition, Group, Place, Upload } from '../../contract/form.ts';
import type { Message } from '../../contract/request.ts';
import { formatDate, formatNumber, localDigits } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { addressText } from './address.ts';
import { localText } from './place.ts';

/** One answer as people read it back: a text, files, or the members of a repeating group. */
export type AnswerView =
  | { label: string; text: string; /** Digits and Latin letters that are read from left to right. */ code: boolean }
  | { label: string; files: Upload[] }
  | { label: string; members: AnswerView[][] };

export interface AnswerStep {
  title: string;
  answers: AnswerView[];
}

/** Filed answers by step, in the order of the form; steps and fields without an answer are left out. Call while rendering. */
export function answerSteps(locale: Locale, form: FormDefinition, answers: Answers): AnswerStep[] {
  return form.steps
    .map((step) => ({ title: localText(locale, step.title), answers: views(locale, step.items, answers) }))
    .filter((step) => step.answers.length > 0);
}

/** What a reply says by the fields of the question before it. Call while rendering. */
export function replyAnswers(locale: Locale, messages: readonly Message[], { seq, answers = {} }: Message): AnswerView[] {
  const question = messages.filter((message) => message.kind === 'question' && message.seq < seq).at(-1);
  return views(locale, question?.fields ?? [], answers);
}

function views(locale: Locale, items: (Field | Group)[], answers: Answers): AnswerView[] {
  return items.flatMap((item): AnswerView[] => {
    const value = answers[item.id];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const label = localText(locale, item.label);
    if (item.type === 'group') return [{ label, members: (value as Answers[]).map((member) => views(locale, item.fields, member)) }];
    if (item.type === 'file') return [{ label, files: value as Upload[] }];
    return [{ label, text: valueText(locale, item, value), code: codes.has(item.type) || isNumber(item) }];
  });
}

const codes = new Set<string>(['nationalId', 'legalId', 'foreignerId', 'mobile', 'landline', 'email', 'postalCode', 'time', 'birthCertificate', 'iban', 'card', 'billId', 'paymentId', 'plate']);

/** A number that is a name, though its field is one of text. */
const isNumber = ({ charset }: Field): boolean => !!charset?.startsWith('digits');

/** With degrees as maps take them. */
const placeText = ({ text, latitude, longitude }: Place) =>
  (latitude === undefined ? text : `${text} \u2066(${latitude}, ${longitude})\u2069`.trim());

function valueText(locale: Locale, field: Field, value: AnswerValue): string {
  const option = (one: string) => {
    const found = field.options?.find((candidate) => candidate.value === one);
    return found ? localText(locale, found.label) : one;
  };
  switch (field.type) {
    case 'yesNo': return value ? msg('بله', { id: 'answer.yes' }) : msg('خیر', { id: 'answer.no' });
    case 'declaration': return value ? msg('می‌پذیرم', { id: 'answer.accepted' }) : msg('نپذیرفته', { id: 'answer.notAccepted' });
    case 'number': return typeof value === 'number' ? formatNumber(locale, value) : String(value);
    case 'money': return msg(str`${formatNumber(locale, Number(value))} ریال`, { id: 'answer.rials' });
    case 'choice': return option(String(value));
    case 'choices': return (value as string[]).map(option).join(locale === 'fa' ? '، ' : ', ');
    case 'date': return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDate(locale, String(value)) : String(value);
    case 'location': return placeText(value as Place);
    case 'address': return addressText(locale, value as Address);
    // With a mark of direction behind its letter, without which the numbers would change places.
    case 'plate': return localDigits(locale, String(value).replace(/([^\d-]+)/, '$1\u200e'));
    case 'text': case 'longText': case 'email': return isNumber(field) ? localDigits(locale, String(value)) : String(value);
    default: return localDigits(locale, String(value));
  }
}
