import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const script = fileURLToPath(new URL('../../src/gateway/commands/clock.ts', import.meta.url));
// Another zone than Tehran's: the device must not matter.
const clock = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8', env: { ...process.env, TZ: 'America/New_York' } });
  const lines = stdout.trimEnd().split('\n');
  return { status, stderr, lines, json: JSON.parse(lines.at(-1)!) as { dueAt: string; startedAt: string; explanation: { step: string }[]; error?: string } };
};

test('prints each step in Persian and the result on the last line', () => {
  const { status, lines, json } = clock('--province', 'alborz', '--policy', 'P10WD', '--from', '2026-11-28T10:12');
  assert.equal(status, 0);
  assert.deepEqual(lines.slice(0, -1), [
    'ثبت شد: شنبه ۷ آذر ۱۴۰۵ ساعت ۱۰:۱۲.',
    '۱۰ روز کاری شمرده شد: از یکشنبه ۸ آذر ۱۴۰۵ تا چهارشنبه ۱۸ آذر ۱۴۰۵.',
    'جمعه ۱۳ آذر ۱۴۰۵ شمرده نشد: تعطیل هفتگی.',
    'مهلت پاسخ: چهارشنبه ۱۸ آذر ۱۴۰۵ ساعت ۱۴:۳۰.',
  ]);
  assert.equal(json.dueAt, '2026-12-09T14:30:00+03:30');
  assert.deepEqual(json.explanation.map(({ step }) => step), ['filed', 'counted', 'skipped', 'due']);
});

test('takes instants of any offset, pauses, counties', () => {
  const { lines, json } = clock(
    '--policy', 'P10D', '--from', '2026-12-06T06:30:00Z', '--county', 'karaj', '--pause', '2026-12-12T09:00/2026-12-12T10:00',
  );
  assert.equal(json.startedAt, '2026-12-06T10:00:00+03:30');
  assert.equal(json.dueAt, '2026-12-19T08:30:00+03:30');
  assert.ok(lines.includes('چهارشنبه ۲۵ آذر ۱۴۰۵ اداره بسته است: تعطیلی اعلام‌شده، آلودگی هوا.'), lines.join('\n'));
  assert.ok(lines.includes('از شنبه ۲۱ آذر ۱۴۰۵ ساعت ۰۹:۰۰ تا شنبه ۲۱ آذر ۱۴۰۵ ساعت ۱۰:۰۰، ساعت مهلت ایستاد.'));
});

test('what it cannot count gets one sentence and exit code 2', () => {
  for (const [args, message] of [
    [['--policy', 'P10', '--from', '2026-11-28'], /no length of a promise/],
    [['--policy', 'P10D'], /--from/],
    [['--policy', 'P10D', '--from', '1404-09-01T10:12'], /Persian year; write the Gregorian date, 2025-11-22T10:12\./],
    [['--policy', 'P10D', '--from', '1404-13-01'], /Persian year; write the Gregorian date, such as 2026-11-28T10:12\./],
    [['--policy', 'P10D', '--from', '2026-11-28', 'alborz'], /“alborz” was not expected here/],
    [['--policy', 'P10D', '--from', '7 Azar'], /no time like/],
    [['--policy', 'P10D', '--from', '2026-11-28', '--province', 'atlantis'], /No calendar of "atlantis"/],
    [['--policy', 'P10D', '--from', '2026-11-28', '--pause', '2026-11-29'], /FROM\/TO/],
    [['--policy', 'P10D', '--from', '2026-11-28', '--hours', 'always'], /--hours/],
  ] as [string[], RegExp][]) {
    const { status, stderr, json } = clock(...args);
    assert.equal(status, 2);
    assert.match(json.error!, message);
    assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
  }
});
