import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  canonicalJson, digestPrivate, genesisHash, hashEvent, sha256Hex, verifyChain, verifyLog, type ChainedEvent,
} from '../../src/rules/event-hash.ts';

async function chain(request: string, count: number): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  let previousHash = genesisHash;
  for (let seq = 1; seq <= count; seq++) {
    const fields = {
      request, seq, type: seq === 1 ? 'filed' : 'noted', at: `2026-11-28T06:0${seq}:00.000Z`, actorRole: 'citizen', payload: { unit: 'یک', n: seq },
      privateDigest: null, previousHash,
    };
    previousHash = await hashEvent(fields);
    events.push({ ...fields, hash: previousHash });
  }
  return events;
}

test('canonical JSON is that of RFC 8785', () => {
  // Section 3.2.2 and 3.2.3 of the RFC.
  assert.equal(
    canonicalJson({ numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/', literals: [null, true, false] }),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  assert.equal(canonicalJson({ '\ufb33': 1, '\u20ac': 2, '\r': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, 'ö': 7 }), '{"\\r":3,"1":4,"\u0080":6,"ö":7,"€":2,"😀":5,"\ufb33":1}');
  assert.throws(() => canonicalJson(NaN));
  assert.throws(() => canonicalJson(undefined), TypeError);
});

test('canonical JSON does not depend on the order of keys and keeps the value', () => {
  fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());
    assert.equal(canonicalJson(turned), canonicalJson(value));
    assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
  }));
});

test('SHA-256 and the private digest are those of the standards', async () => {
  assert.equal(await sha256Hex('میز خدمت'), createHash('sha256').update('میز خدمت').digest('hex'));
  const salt = new Uint8Array([1, 2, 3, 4]);
  assert.equal(await digestPrivate(salt, { b: 1, a: 'x' }), createHmac('sha256', salt).update('{"a":"x","b":1}').digest('hex'));
  assert.notEqual(await digestPrivate(new Uint8Array([1, 2, 3, 5]), { b: 1, a: 'x' }), await digestPrivate(salt, { b: 1, a: 'x' }));
});

test('the hash covers every field and no way of writing the instant', async () => {
  const [first] = await chain('r', 1);
  const { hash, ...fields } = first!;
  assert.equal(await hashEvent({ ...fields, at: new Date(fields.at) }), hash);
  assert.equal(await hashEvent({ ...fields, at: '2026-11-28T09:31:00+03:30' }), hash);
  for (const change of [
    { request: 'q' }, { seq: 2 }, { type: 'taken' }, { at: '2026-11-28T06:01:00.001Z' }, { actorRole: 'expert' }, { payload: { unit: 'دو', n: 1 } },
    { privateDigest: 'ab' }, { previousHash: hash }, { actor: null },
  ]) {
    assert.notEqual(await hashEvent({ ...fields, ...change }), hash, JSON.stringify(change));
  }
  const hashes = await Promise.all([null, 'a', 'b'].map((actor) => hashEvent({ ...fields, actor })));
  assert.equal(new Set([hash, ...hashes]).size, 4, 'also who acted; a request of before that was hashed keeps its hash');
});

test('a chain holds, and each way of tampering is found and named', async () => {
  const events = await chain('r', 5);
  const with3 = (change: Partial<ChainedEvent>) => events.map((event) => (event.seq === 3 ? { ...event, ...change } : event));
  assert.deepEqual(await verifyChain(events), { ok: true });
  assert.deepEqual(await verifyChain(with3({ payload: { unit: 'یک', n: 4 } })), { ok: false, seq: 3, reason: 'content' });
  assert.deepEqual(await verifyChain(with3({ at: '2026-11-27T06:03:00.000Z' })), { ok: false, seq: 3, reason: 'content' });
  assert.deepEqual(await verifyChain(events.filter(({ seq }) => seq !== 3)), { ok: false, seq: 3, reason: 'sequence' });
  assert.deepEqual(await verifyChain(events.slice(1)), { ok: false, seq: 1, reason: 'sequence' });
  assert.deepEqual(await verifyChain(with3({ request: 'q' })), { ok: false, seq: 3, reason: 'request' });
  const changed = { ...events[2]!, payload: {} };
  changed.hash = await hashEvent(changed);
  assert.deepEqual(await verifyChain(with3(changed)), { ok: false, seq: 4, reason: 'link' }, 'hashed again: the next one tells');
});

test('the log finds what a chain alone cannot', async () => {
  const events = [...(await chain('a', 3)), ...(await chain('b', 2))];
  const entries = events.map(({ request, seq, hash }) => ({ request, seq, hash }));
  assert.deepEqual(await verifyLog([...events].reverse(), entries), { requests: 2, events: 5, faults: [] });
  const faults = async (e: ChainedEvent[], l: typeof entries) => (await verifyLog(e, l)).faults;
  assert.deepEqual(await faults(events.slice(0, -1), entries), [{ request: 'b', seq: 2, reason: 'missingEvent' }], 'cut at the end');
  assert.deepEqual(await faults(events.slice(0, 3), entries.slice(0, 4)), [{ request: 'b', seq: 1, reason: 'missingEvent' }], 'a request gone');
  assert.deepEqual(await faults(events, entries.slice(1)), [{ request: 'a', seq: 1, reason: 'missingEntry' }]);
  assert.deepEqual(await faults(events, [...entries, entries[0]!]), [{ request: 'a', seq: 1, reason: 'doubled' }]);
  const forged = [...(await chain('a', 2)), events[3]!, events[4]!];
  const last = { ...events[2]!, type: 'answered' };
  last.hash = await hashEvent(last);
  assert.deepEqual(await faults([...forged, last], entries), [{ request: 'a', seq: 3, reason: 'differs' }], 'the last event hashed again');
});
