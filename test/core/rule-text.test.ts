import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../src/contract/clock.ts';
import { ruleText } from '../../src/core/facts/rule-text.ts';

const clock = (source: Clock['policy']['source'], length: string) =>
  ({ policy: { source, length }, startedAt: '2026-11-28T10:00:00+03:30', dueAt: '2026-12-08T14:30:00+03:30' });

test('names the rule of the date, and why it is another than the time of the service', () => {
  const permit = ruleText('fa', clock('singleWindow', 'P10D'), { min: 25, max: 45, unit: 'workDay' });
  assert.match(permit, /قاعده پنجره واحد.+تا ۱۰ روز\./);
  assert.match(permit, /۲۵ تا ۴۵ روز کاری/);
});

test('says nothing of the time of the service where it is not known or the same', () => {
  for (const time of [undefined, null, { min: null, max: 72, unit: 'hour' }] as const) {
    assert.equal(ruleText('fa', clock('complaint', 'PT72H'), time), 'این تاریخ از قاعده شکایت‌هاست: پاسخ تا ۷۲ ساعت.');
  }
});

test('says that the time of the service is the rule where it ends earlier', () => {
  assert.match(ruleText('fa', clock('sheet', 'P3WD'), { min: 1, max: 3, unit: 'workDay' }), /برای این خدمت اعلام کرده است: ۳ روز کاری\./);
});
