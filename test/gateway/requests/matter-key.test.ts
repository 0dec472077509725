import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matterKey } from '../../../src/gateway/requests/matter-key.ts';

const agency = (id: string, fa: string, county: string | null = null) => ({ id, name: { fa }, county });
const place = {
  province: { id: 'alborz', name: { fa: 'استان البرز' } },
  agencies: [
    agency('mokhaberat', 'مخابرات منطقه البرز'), agency('sabt-ahval', 'اداره کل ثبت احوال استان البرز'), agency('sabt-asnad', 'اداره کل ثبت اسناد و املاک استان البرز'),
    agency('shahrdari-karaj', 'شهرداری کرج', 'کرج'), agency('shahrdari-fardis', 'شهرداری فردیس', 'فردیس'),
  ],
};
const name = (text: string) => matterKey({ type: 'text' }, text, place);

test('an office is one by all of its names', () => {
  for (const text of ['مخابرات', 'شرکت مخابرات', 'مخابرات ایران', 'شركت  مخابرات استان البرز']) assert.equal(name(text), 'agency mokhaberat', text);
  for (const text of ['ثبت احوال کرج', 'اداره ثبت‌احوال', 'ثبت احوال']) assert.equal(name(text), 'agency sabt-ahval', text);
});

test('of offices in several counties each is its own, and what is none stays what it is called', () => {
  assert.equal(name('شهرداری فردیس'), 'agency shahrdari-fardis');
  assert.equal(name('شهرداری کرج'), 'agency shahrdari-karaj');
  assert.equal(name('شهرداری'), 'شهرداری', 'which one is not said');
  assert.equal(name('شرکت نمونه'), name('نمونه'));
  assert.notEqual(name('فروشگاه نمونه'), name('فروشگاه دیگر'));
  assert.equal(name('شرکت'), 'شرکت');
});

test('an office that was chosen in another language is the same', () => {
  const chosen = { ...place, agencies: [{ id: 'shahrdari-karaj', name: { fa: 'شهرداری کرج', en: 'Karaj Municipality' }, county: 'کرج' }, { id: 'gaz', name: { fa: 'شرکت گاز', en: 'Karaj Gas Company' }, county: null }] };
  for (const text of ['Karaj Municipality', 'شهرداری کرج']) assert.equal(matterKey({ type: 'text' }, text, chosen), 'agency shahrdari-karaj', text);
});

test('a number is one however it is written', () => {
  const number = (text: string) => matterKey({ type: 'text', charset: 'digitsAndDash' }, text, place);
  for (const text of ['026-34187105', '02634187105', '۰۲۶۳۴۱۸۷۱۰۵', '34187105']) assert.equal(number(text), '02634187105', text);
  assert.equal(number('0912-345-6789'), number('09123456789'));
  assert.equal(number('12-34'), '1234');
});

test('an answer that is no text is compared as it is', () => {
  assert.equal(matterKey({ type: 'choice' }, 'quality', place), 'quality');
  assert.equal(matterKey({ type: 'yesNo' }, true, place), true);
  assert.equal(matterKey({ type: 'text' }, undefined, place), null);
});
