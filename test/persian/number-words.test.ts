import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberWords } from '../../src/persian/number-words.ts';

test('numbers as Persian says them', () => {
  for (const [number, words] of [
    [0, 'صفر'], [7, 'هفت'], [12, 'دوازده'], [20, 'بیست'], [21, 'بیست و یک'], [100, 'صد'], [519, 'پانصد و نوزده'], [1000, 'هزار'],
    [12_500, 'دوازده هزار و پانصد'], [101_001, 'صد و یک هزار و یک'], [1_000_000, 'یک میلیون'], [1_001_000, 'یک میلیون و هزار'],
    [2_000_000_007, 'دو میلیارد و هفت'], [Number.MAX_SAFE_INTEGER, 'نه کوادریلیون و هفت تریلیون و صد و نود و نه میلیارد و دویست و پنجاه و چهار میلیون و هفتصد و چهل هزار و نهصد و نود و یک'],
  ] as const) assert.equal(numberWords(number), words);
});
