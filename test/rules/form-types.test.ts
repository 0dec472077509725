import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Answers, FormDefinition, type AnswerValue, type Field, type Group } from '../../src/contract/form.ts';
import { canonicalAnswers, checkForm } from '../../src/rules/form.ts';
import { checkDefinition } from '../../src/rules/form-definition.ts';
import { exampleAnswers } from '../../src/rules/form-example.ts';
import { limitDay } from '../../src/rules/form-date.ts';

const today = '2026-11-24';
const field = (more: Partial<Field> & Pick<Field, 'type'>): Field => ({ id: 'one', label: { fa: 'x' }, required: true, ...more });
const form = (...items: (Field | Group)[]): FormDefinition => FormDefinition.parse({
  id: 'x', version: 1, kind: 'application', title: { fa: 'x' }, contactField: 'mobile',
  steps: [{ id: 'all', title: { fa: 'x' }, items: [field({ id: 'mobile', type: 'mobile' }), ...items] }],
} satisfies FormDefinition);
/** What is said of one answer, and what is filed of it. */
const read = (one: Field, answer: AnswerValue | undefined) => {
  const answers: Answers = { mobile: '09120000000', ...(answer !== undefined && { one: answer }) };
  return {
    codes: checkForm(form(one), answers, today).map(({ path, code }) => `${path} ${code}`),
    filed: canonicalAnswers(form(one), answers, today)['one'],
  };
};
const right = (one: Field, answer: AnswerValue, filed: AnswerValue) => {
  assert.deepEqual(read(one, answer), { codes: [], filed }, JSON.stringify(answer));
  assert.deepEqual(Answers.parse({ one: filed }), { one: filed }, 'the contract carries it');
};
const wrong = (one: Field, answer: AnswerValue, ...codes: string[]) => assert.deepEqual(read(one, answer).codes, codes, JSON.stringify(answer));

describe('types of fields', () => {
  test('money is filed in whole rials', () => {
    const money = field({ type: 'money', max: 2_000_000 });
    for (const typed of ['۱٬۲۵۰٬۰۰۰', '1,250,000', '١٢٥٠٠٠٠', '۱۲۵۰۰۰۰ ریال', '1250000 ريال']) right(money, typed, 1_250_000);
    right(money, 1_250_000, 1_250_000);
    wrong(money, '۱۲۵ هزار', 'one notNumber');
    wrong(money, '۱۰۰ تومان', 'one notNumber');
    wrong(money, '-5', 'one tooSmall');
    wrong(money, '۱۰٫۵', 'one notInteger');
    wrong(money, '2000001', 'one tooLarge');
    wrong(field({ type: 'money' }), '99999999999999999999', 'one tooLarge');
  });
  test('account, card, birth certificate, plate: canonical, with reasons of their own', () => {
    right(field({ type: 'iban' }), '۷۶ ۰۱۷۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۰۱', 'IR760170000000000000000001');
    right(field({ type: 'iban' }), 'ir76-0170000000000000000001', 'IR760170000000000000000001');
    wrong(field({ type: 'iban' }), 'IR760170000000000000000002', 'one iban.checksum');
    wrong(field({ type: 'iban' }), 'DE89370400440532013000', 'one iban.country-code');
    right(field({ type: 'card' }), '۶۲۱۹-۸۶۱۰-۳۴۵۲-۹۰۰۷', '6219861034529007');
    wrong(field({ type: 'card' }), '6219861034529008', 'one card.checksum');
    right(field({ type: 'birthCertificate' }), '۰', '0');
    wrong(field({ type: 'birthCertificate' }), '12345678901', 'one birthCertificate.length');
    right(field({ type: 'plate' }), '۱۲ ب ۳۴۵ ایران ۶۸', '12ب345-68');
    wrong(field({ type: 'plate' }), '۱۲ب۳۴۵', 'one plate.province-code-missing');
    assert.deepEqual(checkForm(form(field({ type: 'plate' })), { mobile: '09120000000', one: '12ژ345-68' }, today).map(({ code, severity }) => [code, severity]), [['plate.uncommon-letter', 'warning']]);
    wrong(field({ type: 'plate' }), 5, 'one wrongType');
  });
  test('a payment ID belongs to its bill', () => {
    const both = form(field({ id: 'bill', type: 'billId' }), field({ type: 'paymentId', bill: 'bill' }));
    const codes = (bill: string, one: string) => checkForm(both, { mobile: '09120000000', bill, one }, today).map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual(codes('۷۷۴۸۳۱۷۸۰۰۱۴۲', '۱۷۷۰۱۶۰'), []);
    assert.deepEqual(codes('2050327604613', '1770160'), ['one paymentId.does-not-match-bill']);
    assert.deepEqual(codes('7748317800143', '1770160'), ['bill billId.checksum', 'one paymentId.does-not-match-bill']);
    right(field({ type: 'paymentId' }), '1770160', '1770160');
    assert.deepEqual(checkDefinition(form(field({ type: 'paymentId', bill: 'bill' }), field({ id: 'bill', type: 'billId' }))),
      [{ path: 'all.one', code: 'notBillField', params: { field: 'bill' } }], 'the bill comes before its payment');
  });
  test('an address: what is missing or wrong is told at its part', () => {
    const home = field({ type: 'address' });
    const whole = { province: 'alborz', county: 'کرج', city: ' كرج ', rest: 'میدان نمونه، پلاک ۳', postalCode: '۳۱۴۳۸-۱۳۱۳۱' };
    right(home, whole, { ...whole, city: 'كرج', postalCode: '3143813131' });
    const { postalCode: _, ...noCode } = whole;
    right(home, noCode, { ...noCode, city: 'كرج' });
    wrong(field({ type: 'address', needsPostalCode: true }), noCode, 'one.postalCode required');
    wrong(home, { ...whole, postalCode: '12345' }, 'one.postalCode postalCode.length');
    wrong(home, { ...whole, province: 'کرج' }, 'one.province notInOptions');
    wrong(field({ type: 'address', counties: ['فردیس'] }), whole, 'one.county notInOptions');
    wrong(home, { city: 'کرج' }, 'one.province required', 'one.county required', 'one.rest required');
    right(field({ type: 'address', province: 'alborz' }), { county: 'کرج', city: 'کرج', rest: 'x' }, { province: 'alborz', county: 'کرج', city: 'کرج', rest: 'x' });
    assert.deepEqual(read(home, undefined).codes.length, 4, 'nothing at all: each part that must be there');
    assert.deepEqual(read({ ...home, required: false }, {}).codes, []);
    wrong(home, 'کرج', 'one wrongType');
    wrong(home, { ...whole, rest: 'ا'.repeat(301) }, 'one.rest tooLong');
    const rows = form({ id: 'places', type: 'group', label: { fa: 'x' }, min: 1, max: 2, fields: [home] });
    assert.deepEqual(checkForm(rows, { mobile: '09120000000', places: [{ one: { ...whole, city: '' } }] }, today).map(({ path }) => path), ['places.0.one.city']);
    assert.ok(!Answers.safeParse({ one: { province: 5 } }).success);
  });
  test('static text is shown and never answered', () => {
    const text = field({ type: 'staticText' });
    assert.deepEqual(read(text, undefined).codes, []);
    wrong(text, 'x', 'one unknownField');
  });
  test('each has an example that its own rules accept', () => {
    for (const type of ['birthCertificate', 'address', 'money', 'iban', 'card', 'billId', 'paymentId', 'plate'] as const) {
      const answers = exampleAnswers(form(field({ type })), today);
      assert.ok(answers && Object.hasOwn(answers, 'one'), type);
    }
    const bounded = field({ type: 'address', province: 'isfahan', counties: ['کاشان'], needsPostalCode: true });
    assert.ok(exampleAnswers(form(bounded), today));
  });
});

describe('limits of a date that move with today', () => {
  test('days, and months and years of the Persian calendar', () => {
    for (const [limit, day, expected] of [
      ['today', today, today], ['2026-01-02', today, '2026-01-02'], ['today+30d', today, '2026-12-24'], ['today-1d', '2026-03-01', '2026-02-28'],
      // 3 Azar 1405 → 3 Azar 1387.
      ['today-18y', today, '2008-11-23'],
      // 30 Esfand 1403 → 29 Esfand 1404, and 31 Farvardin 1405 → 30 Mehr.
      ['today+1y', '2025-03-20', '2026-03-20'], ['today+6m', '2026-04-20', '2026-10-22'], ['today-1m', '2026-03-21', '2026-02-20'], ['today-14m', today, '2025-09-25'],
      // From the last day of a leap year into Nowruz and back; four years on the leap year comes late, five years on it is there.
      ['today+1d', '2025-03-20', '2025-03-21'], ['today-1d', '2025-03-21', '2025-03-20'], ['today+1d', '2026-03-20', '2026-03-21'], ['today-1y', '2025-03-20', '2024-03-19'],
      ['today+4y', '2025-03-20', '2029-03-19'], ['today+5y', '2025-03-20', '2030-03-20'],
      // Far from now, over the end of a century.
      ['today+1d', '2099-12-31', '2100-01-01'], ['today+10y', '2099-12-31', '2110-01-01'], ['today-100y', '2099-12-31', '2000-01-01'], ['today-18y', '2099-03-20', '2081-03-20'],
    ] as const) assert.equal(limitDay(limit, day), expected, `${limit} on ${day}`);
  });
  test('are kept', () => {
    const adult = field({ type: 'date', notAfter: 'today-18y' });
    right(adult, '۱۳۸۷/۹/۳', '2008-11-23');
    wrong(adult, '۱۳۸۷/۹/۴', 'one dateTooLate');
    const soon = field({ type: 'date', notBefore: 'today', notAfter: 'today+30d' });
    right(soon, '2026-12-24', '2026-12-24');
    wrong(soon, '2026-12-25', 'one dateTooLate');
    wrong(soon, '2026-11-23', 'one dateTooEarly');
    assert.ok(!FormDefinition.safeParse({ ...form(), steps: [{ id: 'a', title: { fa: 'x' }, items: [{ ...soon, notAfter: 'today+30' }] }] }).success);
    assert.deepEqual(checkDefinition(form(field({ type: 'date', notBefore: 'today-1y', notAfter: 'today-2y' }))).map(({ code }) => code), ['minAboveMax']);
    assert.deepEqual(checkDefinition(form(field({ type: 'date', notBefore: '2030-01-01', notAfter: 'today' }))), []);
  });
});
