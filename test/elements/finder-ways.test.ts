import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waysOn } from '../../src/elements/service-finder/parts/ways.ts';

const titles = ['تعویض شناسنامه', 'تمدید و تعویض گذرنامه', 'تعویض پلاک خودرو', 'صدور گواهی‌نامه رانندگی', 'صدور گواهی پایان‌کار (شهر)', 'تغییر نام'];
const more = (typed: string) => waysOn(typed, titles).map((way) => way.more);

test('a query goes on with the next word of the titles', () => {
  assert.deepEqual(waysOn('تعویض', titles), [
    { more: 'شناسنامه', text: 'تعویض شناسنامه' }, { more: 'گذرنامه', text: 'تعویض گذرنامه' }, { more: 'پلاک', text: 'تعویض پلاک' },
  ]);
  assert.deepEqual(more('صدور '), ['گواهی‌نامه', 'گواهی']);
});

test('a word that was begun is written to its end', () => {
  assert.deepEqual(waysOn('صدور گوا', titles), [{ more: 'گواهی‌نامه', text: 'صدور گواهی‌نامه' }, { more: 'گواهی', text: 'صدور گواهی' }]);
  assert.deepEqual(more('صدور گوا '), [], 'what is followed by a space was not begun');
});

test('letters of another keyboard and half-spaces are the same', () => {
  assert.deepEqual(more('صدور گواهينا'), [], 'one way is none: the results are that way');
  assert.deepEqual(waysOn('تعويض', titles)[0], { more: 'شناسنامه', text: 'تعويض شناسنامه' });
});

test('what stands in no title goes on in no way', () => {
  for (const typed of ['', '  ', '؟', 'زرافه', 'شناسنامه تعویض زرافه', '(', '\\']) assert.deepEqual(more(typed), [], typed);
});
