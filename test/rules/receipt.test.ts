import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactSign, decodeProtectedHeader, importJWK } from 'jose';
import type { ReceiptClaims } from '../../src/contract/request.ts';
import { makeReceiptKey, publicReceiptKey, signReceipt, verifyReceipt } from '../../src/rules/receipt.ts';
import { SignedError } from '../../src/rules/signed-json.ts';

const claims: ReceiptClaims = {
  v: 1, request: 'r', offering: 'o', agency: 'a', filedAt: '2026-11-28T10:12:00+03:30', dueAt: '2026-12-08T14:30:00+03:30', policy: 'P10D',
  calendarVersion: 1, event: 'e'.repeat(64),
};
const fails = (reason: string) => (error: unknown) => error instanceof SignedError && error.reason === reason;

test('a receipt verifies with the published key alone, old keys stay good', async () => {
  const [old, now] = [await makeReceiptKey(), await makeReceiptKey()];
  const receipt = await signReceipt(claims, old);
  assert.equal(decodeProtectedHeader(receipt).kid, old.kid);
  assert.deepEqual(await verifyReceipt(receipt, { keys: [publicReceiptKey(now), publicReceiptKey(old)] }), claims);
  assert.deepEqual(await verifyReceipt(`\n${receipt} `, [publicReceiptKey(old)]), claims, 'as copied from a page');
});

test('the published part holds nothing secret', async () => {
  assert.equal('d' in publicReceiptKey(await makeReceiptKey()), false);
});

test('what is forged, cut, foreign or no receipt is refused by its reason', async () => {
  const key = await makeReceiptKey();
  const keys = [publicReceiptKey(key)];
  const receipt = await signReceipt(claims, key);
  const [header, , signature] = receipt.split('.');
  const earlier = Buffer.from(JSON.stringify({ ...claims, dueAt: '2026-12-01T14:30:00+03:30' })).toString('base64url');
  await assert.rejects(verifyReceipt(`${header}.${earlier}.${signature}`, keys), fails('signature'));
  await assert.rejects(verifyReceipt(receipt, [publicReceiptKey(await makeReceiptKey())]), fails('unknownKey'));
  await assert.rejects(verifyReceipt(receipt.slice(0, 40), keys), fails('malformed'));
  await assert.rejects(verifyReceipt('', keys), fails('malformed'));
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${earlier}.`;
  await assert.rejects(verifyReceipt(none, keys), fails('malformed'));
  const other = await new CompactSign(new TextEncoder().encode('{"v":2}')).setProtectedHeader({ alg: 'EdDSA', kid: key.kid }).sign(await importJWK(key, 'EdDSA'));
  await assert.rejects(verifyReceipt(other, keys), fails('claims'));
});
