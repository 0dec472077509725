import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeTrackingCode, readTrackingCode } from '../../src/rules/tracking-code.ts';

const random = (count: number) => webcrypto.getRandomValues(new Uint8Array(count));
const codes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 400, maxLength: 400 }).map((bytes) => {
  let at = 0;
  return makeTrackingCode((count) => Uint8Array.from({ length: count }, () => bytes[at++ % bytes.length]! % 250));
});

test('a new code has 16 digits and reads back', () => {
  for (let i = 0; i < 200; i++) {
    const code = makeTrackingCode(random);
    assert.match(code, /^\d{16}$/);
    assert.deepEqual(readTrackingCode(code), { ok: true, code });
  }
});

test('bytes that would favour some digits are thrown away', () => {
  const given = [255, 250, 251, 9, 19, 0, 249];
  let at = 0;
  const code = makeTrackingCode((count) => Uint8Array.from({ length: count }, () => given[at++ % given.length]!));
  assert.equal(code.slice(0, 15), '990999099909990');
});

test('digits come out evenly', () => {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 4000; i++) for (const digit of makeTrackingCode(random).slice(0, 15)) counts[Number(digit)]!++;
  // 60,000 digits: 6,000 each, standard deviation 73; eight of them is never seen by chance.
  for (const count of counts) assert.ok(Math.abs(count - 6000) < 600, `a digit came ${count} times`);
});

test('every single wrong digit is caught, at every place', () => {
  fc.assert(fc.property(codes, (code) => {
    for (let place = 0; place < 16; place++) {
      for (let digit = 0; digit < 10; digit++) {
        if (String(digit) === code[place]) continue;
        const wrong = code.slice(0, place) + digit + code.slice(place + 1);
        assert.deepEqual(readTrackingCode(wrong), { ok: false, reason: 'checkDigit', digits: 16 }, wrong);
      }
    }
  }));
});

test('every swap of neighbours is caught, at every place', () => {
  fc.assert(fc.property(codes, (code) => {
    for (let place = 0; place < 15; place++) {
      if (code[place] === code[place + 1]) continue;
      const wrong = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
      assert.deepEqual(readTrackingCode(wrong), { ok: false, reason: 'checkDigit', digits: 16 }, wrong);
    }
  }));
});

test('every pair of neighbours in every state of the check is told from its swap', () => {
  // Exhaustive over the table: after zeros, one digit leads to each of the ten states.
  for (let start = 0; start < 10; start++) {
    for (let pair = 0; pair < 100; pair++) {
      const [a, b] = [Math.floor(pair / 10), pair % 10];
      if (a === b) continue;
      const before = '0'.repeat(12) + start;
      const good = makeTrackingCode(bytesOf(`${before}${a}${b}`));
      assert.equal(readTrackingCode(`${before}${b}${a}${good[15]}`).ok, false);
    }
  }
});
const bytesOf = (digits: string) => () => Uint8Array.from(digits, Number);

test('any digits and any separators are accepted', () => {
  const code = makeTrackingCode(random);
  const persian = code.replace(/\d/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)]!);
  const arabic = code.replace(/\d/g, (d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)]!);
  const four = (text: string, by: string) => text.replace(/(.{4})(?=.)/g, `$1${by}`);
  for (const typed of [
    persian, arabic, four(code, ' '), four(persian, '-'), four(persian, '\u200c'), four(code, ' – '), four(code, '\u00a0'),
    four(code, '.'), `\u2066${four(code, ' ')}\u2069`, `\u200f ${persian}\u200e\n`, four(arabic, '\u2212'), `\t${code}\r\n`,
  ]) {
    assert.deepEqual(readTrackingCode(typed), { ok: true, code }, JSON.stringify(typed));
  }
});

test('what is no code is told why', () => {
  assert.deepEqual(readTrackingCode(''), { ok: false, reason: 'empty', digits: 0 });
  assert.deepEqual(readTrackingCode(' \u200c-\n'), { ok: false, reason: 'empty', digits: 0 });
  assert.deepEqual(readTrackingCode('۱۲۳۴ ۵۶۷۸'), { ok: false, reason: 'length', digits: 8 });
  assert.deepEqual(readTrackingCode('0'.repeat(17)), { ok: false, reason: 'length', digits: 17 });
  assert.deepEqual(readTrackingCode('1234-56x8'), { ok: false, reason: 'characters', digits: 7 });
  assert.deepEqual(readTrackingCode('😀'), { ok: false, reason: 'characters', digits: 0 });
});
