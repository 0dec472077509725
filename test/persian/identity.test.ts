import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import {
  checkBillId, checkBirthCertificateNumber, checkCard, checkEmail, checkForeignerId, checkJalaliDate, checkLandline, checkLegalId,
  checkMobile, checkNationalId, checkPaymentId, checkPlate, checkPostalCode, checkSheba,
} from '../../src/persian/identity/index.ts';

const run = promisify(execFile);
const vectors = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'src/gateway/commands/vectors.ts', ...args]);

test('all vectors of the demo data hold', async () => {
  const { stdout } = await vectors('demo/data/validation/vectors.dev.json');
  assert.deepEqual(JSON.parse(stdout.trim().split('\n').at(-1)!), { passed: 264, failed: 0, failures: [] });
});

test('the command tells what it needs', async () => {
  assert.match((await vectors('--help')).stdout, /FILE\.json/);
  await assert.rejects(vectors(), { code: 2 });
  await assert.rejects(vectors('no-such-file.json'), { code: 2 });
});

test('numbers of the libraries that others reject', () => {
  for (const id of ['0499370899', '0790419904', '0084575948', '0963695398', '7400000012', '7340000011']) assert.ok(checkNationalId(id).valid, id);
  for (const id of ['0684159415', '1234567890']) assert.deepEqual(checkNationalId(id), { valid: false, reason: 'checksum' });
  for (const id of ['10380284790', '14007650912', '10861677542']) assert.ok(checkLegalId(id).valid, id);
  assert.ok(checkSheba('IR820540102680020817909002').valid);
  assert.ok(checkCard('6037701689095443').valid);
  assert.equal(checkBillId('7748317800142').type, 'landline');
  assert.equal(checkPaymentId('1770160', { bill: '7748317800142' }).valid, true);
  assert.deepEqual(checkPaymentId('1770160'), { valid: true, normalized: '1770160', warn: 'bill-missing', amountRial: 17000 });
});

test('a payment id that does not fit its bill names both possible reasons', () => {
  const answer = checkPaymentId('1770161', { bill: '7748317800142' });
  assert.deepEqual(answer, { valid: false, reason: 'checksum', mayAlsoBe: 'does-not-match-bill' });
});

test('every way a mobile number is written comes to one form', () => {
  for (const text of ['9122002580', '09122002580', '۰۹۱۲ ۲۰۰ ۲۵۸۰', '+98 912 200 2580', '+98 (0) 912-200-2580', '0098 912 200 2580', '989122002580', '9809122002580']) {
    assert.deepEqual(checkMobile(text), { valid: true, normalized: '09122002580' }, text);
  }
});

test('landline: the zero before the area code is offered', () => {
  assert.deepEqual(checkLandline('2632000014'), { valid: false, reason: 'length', suggest: '02632000014' });
  assert.deepEqual(checkLandline('+98 26 3200 0014'), { valid: true, normalized: '02632000014' });
  assert.deepEqual(checkLandline('32000014', { areaCode: '026' }), { valid: true, normalized: '02632000014' });
});

test('e-mail addresses', () => {
  assert.deepEqual(checkEmail(' User.Name@Example.IR '), { valid: true, normalized: 'User.Name@example.ir' });
  for (const text of ['', 'a', 'a@b', 'a@@b.ir', 'a b@c.ir', 'a@-b.ir', 'a@b..ir', '.a@b.ir', 'کاربر@مثال.ایران']) assert.equal(checkEmail(text).valid, false, text);
});

test('birth certificate numbers', () => {
  assert.deepEqual(checkBirthCertificateNumber('۰'), { valid: true, normalized: '0' });
  assert.deepEqual(checkBirthCertificateNumber('12345678901'), { valid: false, reason: 'length' });
});

test('a date is the same in whatever digits and with whatever dash or slash it is written', () => {
  const right = { valid: true, normalized: '1405/09/03', iso: '2026-11-24' };
  for (const text of [
    '١٤٠٥/٠٩/٠٣', '١٤٠٥/٩/٣', '١٤٠٥؍٠٩؍٠٣', '۱۴۰۵٫۰۹٫۰۳', '١٤٠٥–٠٩–٠٣', '1405−09−03', '٣ آذر ١٤٠٥', '٣ آذر ماه ١٤٠٥',
    '1405\u200b/09\u2060/03', '\u200c1405/09/03\u200c', '\u200f١٤٠٥/٠٩/٠٣\u200f', '１４０５/０９/０３',
  ]) assert.deepEqual(checkJalaliDate(text), right, JSON.stringify(text));
  for (const [text, reason] of [
    ['٢٠٢٦-١١-٢٤', 'year'], ['١٤٠٤/١٢/٣٠', 'day'], ['١٤٠٥/١٣/٠١', 'month'], ['٠٥/٠٩/٠٣', 'two-digit-year'], ['١٤٠٥/٠٩', 'format'], ['\u200b\u200c ', 'empty'],
  ]) assert.deepEqual(checkJalaliDate(text!), { valid: false, reason }, text);
});

test('every vector comes out alike in Persian, Arabic and ASCII digits', async () => {
  const { fields } = JSON.parse(await readFile(new URL('../../demo/data/validation/vectors.dev.json', import.meta.url), 'utf8')) as {
    fields: Record<string, { input: string; context?: { province?: string } }[]>;
  };
  const checks: Record<string, (input: string, context?: { province?: string }) => object> = {
    'national-id': checkNationalId, 'legal-id': checkLegalId, 'foreigner-code': checkForeignerId, mobile: checkMobile, landline: checkLandline,
    'postal-code': checkPostalCode, sheba: checkSheba, card: checkCard, 'bill-id': checkBillId, plate: checkPlate,
    'birth-certificate-number': checkBirthCertificateNumber, email: checkEmail, 'jalali-date': checkJalaliDate,
  };
  let seen = 0;
  for (const [name, check] of Object.entries(checks)) {
    for (const { input, context } of fields[name] ?? []) {
      for (const zero of [0x30, 0x660, 0x6f0]) {
        const other = input.replace(/[0-9٠-٩۰-۹]/g, (digit) => String.fromCharCode(zero + (digit.charCodeAt(0) & 15)));
        assert.deepEqual(check(other, context), check(input, context), `${name} ${other}`);
        seen++;
      }
    }
  }
  assert.ok(seen > 600);
});

test('no input makes a validator throw, and a normal form is its own normal form', () => {
  const all = [checkNationalId, checkLegalId, checkForeignerId, checkMobile, checkLandline, checkPostalCode, checkSheba, checkCard, checkBillId, checkPaymentId, checkPlate, checkBirthCertificateNumber, checkEmail, checkJalaliDate];
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789۰۹٤+-/ بIR'), maxLength: 26 });
  for (const check of all) {
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (input) => {
        const first = check(input);
        if (first.valid) assert.equal(check(first.normalized).valid && (check(first.normalized) as { normalized: string }).normalized, first.normalized);
      }),
      { numRuns: 300 },
    );
  }
});
