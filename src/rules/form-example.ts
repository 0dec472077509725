import type { AnswerValue, Answers, Field, FormDefinition } from '../contract/form.ts';
import { visibleSteps, checkForm } from './form.ts';
import { limitDay } from './form-date.ts';
import './form-rarer.ts';

/**
 * Answers that a form accepts, with as few fields as it lets stand: for the documentation, where people copy from. They
 * belong to nobody. Undefined where no made-up answer will do, as for a file that must be sent first.
 *
 * `today` is an ISO date: some fields ask for a day before or after it.
 */
export function exampleAnswers(form: FormDefinition, today: string): Answers | undefined {
  const answers: Answers = {};
  // An answer may bring forth further fields; a form has an end.
  for (let before = ''; before !== JSON.stringify(answers);) {
    before = JSON.stringify(answers);
    for (const item of visibleSteps(form, answers, today).flatMap(({ items }) => items)) {
      if (item.type !== 'group') fill(answers, item, today, item.id === form.contactField);
      else if (item.min > 0) {
        const rows = (answers[item.id] as Answers[] | undefined) ?? item.rows.map(() => ({}));
        item.rows.forEach((fields, at) => fields.forEach((field) => fill((rows[at] ??= {}), field, today, false)));
        answers[item.id] = rows;
      }
    }
  }
  return checkForm(form, answers, today).some(({ severity }) => severity === 'error') ? undefined : answers;
}

function fill(answers: Answers, field: Field, today: string, needed: boolean): void {
  if (!(field.required || needed) || Object.hasOwn(answers, field.id)) return;
  const value = exampleOf(field, today);
  if (value !== undefined) answers[field.id] = value;
}

/** Numbers with right check digits that are known as samples. */
const samples = {
  nationalId: '1234567891', legalId: '12345678906', foreignerId: '123456789012', mobile: '09120000000', landline: '02612345678',
  postalCode: '3143813131', email: 'name@example.ir', time: '09:00', birthCertificate: '12345', money: 1_000_000, iban: 'IR760170000000000000000001',
  card: '6219861034529007', billId: '1234567845618', paymentId: '1770160', plate: '12ب345-68',
} as const;

function exampleOf(field: Field, today: string): AnswerValue | undefined {
  switch (field.type) {
    case 'text': case 'longText': return textOf(field);
    case 'number': return numberOf(field);
    case 'money': return numberOf({ ...field, integer: true, min: field.min ?? samples.money });
    case 'choice': return field.options?.[0]?.value;
    case 'choices': return field.options?.slice(0, 1).map(({ value }) => value);
    case 'yesNo': return false;
    case 'declaration': return true;
    case 'date': return limitDay(field.notAfter ?? field.notBefore ?? 'today', today);
    case 'address': return { province: field.province ?? 'alborz', county: field.counties?.[0] ?? 'کرج', city: 'کرج', rest: 'میدان نمونه', postalCode: samples.postalCode };
    case 'location': return { text: 'کرج، میدان نمونه' };
    case 'file': case 'staticText': return undefined;
    default: return samples[field.type];
  }
}

function textOf({ charset, minLength = 1, maxLength = 500 }: Field): string {
  const pattern = charset === 'digits' || charset === 'digitsAndDash' ? '1234567890' : charset === 'persianLetters' ? 'نمونه ' : 'متن نمونه ';
  const length = Math.max(minLength, Math.min(pattern.trim().length, maxLength));
  const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  // A space at the end would be taken away, and with it a letter that was asked for.
  return text.endsWith(' ') ? text.slice(0, -1) + (charset ? 'ه' : '.') : text;
}

function numberOf({ min, max, exclusiveMin, integer }: Field): number {
  const least = min === undefined ? Math.min(1, max ?? 1) : exclusiveMin ? min + 1 : min;
  const number = integer ? Math.ceil(least) : least;
  return max !== undefined && number > max ? max : number;
}
