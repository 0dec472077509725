import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import type { CheckpointClaims } from '../../src/contract/transparency.ts';
import { checkpointHash, noCheckpoint, signCheckpoint, verifyCheckpoint } from '../../src/rules/checkpoint.ts';
import { sha256Hex } from '../../src/rules/event-hash.ts';
import { makeReceiptKey, publicReceiptKey, signReceipt, verifyReceipt } from '../../src/rules/receipt.ts';
import { signJson, SignedError } from '../../src/rules/signed-json.ts';

const claims: CheckpointClaims = {
  v: 1, origin: 'log', number: 1, size: 3, root: 'a'.repeat(64), at: '2026-11-29T00:00:07+03:30', previous: noCheckpoint,
};
const receipt = {
  v: 1, request: 'r', offering: 'o', agency: 'a', filedAt: '2026-11-28T10:12:00+03:30', dueAt: '2026-12-08T14:30:00+03:30', policy: 'P10D',
  calendarVersion: 1, event: 'e'.repeat(64),
} as const;
const fails = (reason: string) => (error: unknown) => error instanceof SignedError && error.reason === reason;

test('a checkpoint verifies with the published keys of receipts, and the next one names its text', async () => {
  const key = await makeReceiptKey();
  const jws = await signCheckpoint(claims, key);
  assert.deepEqual(await verifyCheckpoint(jws, [publicReceiptKey(key)]), claims);
  assert.equal(decodeProtectedHeader(jws).kid, key.kid);
  assert.equal(await checkpointHash(jws), await sha256Hex(jws));
  assert.equal(await signCheckpoint(claims, key), jws, 'signed once more it is the same, letter by letter');
});

test('what is altered, foreign, cut or no checkpoint is refused by its reason', async () => {
  const key = await makeReceiptKey();
  const keys = [publicReceiptKey(key)];
  const jws = await signCheckpoint(claims, key);
  const [header, , signature] = jws.split('.');
  const smaller = Buffer.from(JSON.stringify({ ...claims, size: 2 })).toString('base64url');
  await assert.rejects(verifyCheckpoint(`${header}.${smaller}.${signature}`, keys), fails('signature'));
  await assert.rejects(verifyCheckpoint(jws, [publicReceiptKey(await makeReceiptKey())]), fails('unknownKey'));
  await assert.rejects(verifyCheckpoint(jws.slice(0, 60), keys), fails('malformed'));
  for (const wrong of [{ size: 0 }, { number: 0 }, { size: 1.5 }, { root: 'a' }, { previous: null }, { v: 2 }, { origin: 1 }]) {
    await assert.rejects(verifyCheckpoint(await signCheckpoint({ ...claims, ...wrong } as unknown as CheckpointClaims, key), keys), fails('claims'), JSON.stringify(wrong));
  }
});

test('one key signs both, and still neither passes for the other', async () => {
  const key = await makeReceiptKey();
  const keys = [publicReceiptKey(key)];
  await assert.rejects(verifyCheckpoint(await signReceipt(receipt, key), keys), fails('claims'));
  await assert.rejects(verifyReceipt(await signCheckpoint(claims, key), keys), fails('claims'));
  // Even where the claims are those of the other kind, and only the kind that was signed for is not.
  const both = { ...receipt, ...claims };
  await assert.rejects(verifyCheckpoint(await signJson('mizban-receipt+jws', both, key), keys), fails('claims'));
  await assert.rejects(verifyReceipt(await signJson('mizban-checkpoint+jws', both, key), keys), fails('claims'));
  assert.equal((await verifyReceipt(await signJson('mizban-receipt+jws', both, key), keys)).request, 'r');
});
