import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { afterQuiet, readQuietHours, type QuietHours } from '../../../src/gateway/messages/quiet-hours.ts';

const night: QuietHours = { from: 21 * 60, to: 7 * 60 + 30 };
const after = (at: string, hours = night) => new Date(afterQuiet(new Date(at), hours).getTime() + 3.5 * 3_600_000).toISOString().slice(0, 16);

describe('quiet hours', () => {
  it('end in the morning, of the same day or of the next', () => {
    assert.equal(after('2026-11-24T20:59:00+03:30'), '2026-11-24T20:59');
    assert.equal(after('2026-11-24T21:00:00+03:30'), '2026-11-25T07:30');
    assert.equal(after('2026-11-24T23:59:59+03:30'), '2026-11-25T07:30');
    assert.equal(after('2026-11-25T00:00:00+03:30'), '2026-11-25T07:30');
    assert.equal(after('2026-11-25T07:29:59+03:30'), '2026-11-25T07:30');
    assert.equal(after('2026-11-25T07:30:00+03:30'), '2026-11-25T07:30');
  });
  it('may lie within a day', () => {
    const noon = { from: 13 * 60, to: 14 * 60 };
    assert.equal(after('2026-11-24T12:59:00+03:30', noon), '2026-11-24T12:59');
    assert.equal(after('2026-11-24T13:00:00+03:30', noon), '2026-11-24T14:00');
    assert.equal(after('2026-11-24T14:00:00+03:30', noon), '2026-11-24T14:00');
  });
  it('never make a moment earlier, wait less than a day, and end outside themselves', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(fc.property(fc.date({ min: new Date('2022-09-23'), max: new Date('2099-01-01'), noInvalidDate: true }), minute, minute, (at, from, to) => {
      fc.pre(from !== to);
      const end = afterQuiet(at, { from, to });
      assert.ok(end >= at && end.getTime() - at.getTime() < 86_400_000);
      assert.equal(afterQuiet(end, { from, to }).getTime(), end.getTime());
    }));
  });
  it('are read from text, or not at all', () => {
    assert.deepEqual(readQuietHours('21:00-07:30'), night);
    assert.deepEqual(readQuietHours('9:05 – 10:00'), { from: 545, to: 600 });
    for (const text of ['', '21-7', '24:00-07:00', '21:60-07:00', '07:00-07:00', 'off']) assert.equal(readQuietHours(text), undefined, text);
  });
});
