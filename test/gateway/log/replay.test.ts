import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keepTerms } from '../../../src/gateway/catalogue/terms.ts';
import { keepReasons } from '../../../src/gateway/desk-log/reasons.ts';
import { exportLog } from '../../../src/gateway/log/export.ts';
import type { ExportLine } from '../../../src/gateway/log/export-lines.ts';
import { ExportFileError, replayLog, type ReplayReport } from '../../../src/gateway/log/replay.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { usualTerms } from '../../../src/rules/terms.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tehran = (text: string): Date => new Date(`${text}:00+03:30`);
const now = tehran('2026-12-20T10:00');

async function* asText(lines: readonly ExportLine[]): AsyncGenerator<string> {
  for (const line of lines) yield JSON.stringify(line);
}
type RequestLine = Extract<ExportLine, { line: 'request' }>;

describe('an exported log', () => {
  let desk: TestDesk;
  let lines: ExportLine[];
  before(async () => {
    desk = await startDesk();
    const at = (text: string) => desk.setNow(tehran(text));
    await desk.db.transaction().execute(async (trx) => {
      await keepTerms(trx, 'alborz', { ...usualTerms, firstResponse: 'P2WD' }, tehran('2026-11-01T08:00'), 'test');
      await keepReasons(trx, 'alborz', [{ id: 'visit-due', title: { fa: 'بازدید لازم است' }, rule: { fa: 'برگه خدمت' } }], tehran('2026-11-01T08:00'), 'test');
    });
    const act = async (id: string, when: string, what: string, json: object = {}) => {
      at(when);
      const cookie = await desk.signIn({ agency: 'abfa' });
      const answer = await desk.act(cookie, id, what, { version: (await desk.openCase(cookie, id)).version, ...json });
      assert.equal(answer.status, 200, await answer.clone().text());
    };
    // One that nobody touches; one that asks, waits and goes on; one whose delay is explained and that is answered late, with words of its people.
    at('2026-11-21T09:00');
    await desk.file();
    const [asking, late] = [await desk.file(), await desk.file()];
    const [asked, told] = [await desk.idOf(asking.code, ''), await desk.idOf(late.code, '')];
    for (const id of [asked, told]) await act(id, '2026-11-21T10:00', 'take');
    await act(asked, '2026-11-22T10:00', 'ask', { text: 'راز شهروند' });
    at('2026-11-25T10:00');
    const token = await desk.prove(asking.code, asking.mobile);
    await desk.fetch(`/v1/requests/${asking.code}/reply`, { json: { text: 'راز دوم' }, headers: { authorization: `Bearer ${token}` } });
    const cookie = await desk.signIn({ agency: 'abfa' });
    const { ends } = (await (await desk.fetch(`/v1/staff/requests/${told}/delay`, { headers: { cookie } })).json()) as { ends: string[] };
    await act(told, '2026-11-26T10:00', 'delay', { reason: 'visit-due', expected: ends[9] });
    await fireDue(desk.ports);
    await act(told, '2026-12-05T10:00', 'answer', { outcome: 'done', text: 'راز پاسخ' });
    lines = [];
    await exportLog(desk.db, now, async (line) => void lines.push(line));
  });
  after(() => desk.stop());

  const replayed = (changed: readonly ExportLine[] = lines): Promise<ReplayReport> => replayLog(asText(changed));
  /** The log with one of its requests changed, as by somebody with an editor. */
  const with_ = (at: number, change: (line: RequestLine) => void): ExportLine[] => {
    const copy = structuredClone(lines);
    change(copy.filter((line) => line.line === 'request')[at]!);
    return copy;
  };
  const requestAt = (at: number) => lines.filter((line) => line.line === 'request')[at]!;
  const asked = () => lines.filter((line) => line.line === 'request').findIndex(({ events }) => events.some(({ type }) => type === 'askedCitizen'));

  it('replayed, gives the same clocks', async () => {
    const report = await replayed();
    assert.deepEqual({ ...report, events: 0 }, { ok: true, asOf: now.toISOString(), requests: 3, events: 0, clocks: 6, faults: [] });
    assert.ok(report.events >= 10);
  });

  it('says what the gateway tells the citizen at that moment', async () => {
    desk.setNow(now);
    const filed = await desk.file();
    const { clock, firstResponse } = await desk.status(filed.code);
    const own: RequestLine[] = [];
    await exportLog(desk.db, now, async (line) => {
      if (line.line === 'request') own.push(line);
    });
    const id = await desk.idOf(filed.code, '');
    const line = own.find(({ request }) => request === id)!;
    assert.deepEqual([line.clocks.answer, line.clocks.firstResponse], [clock, firstResponse]);
  });

  it('holds nothing personal', () => {
    const text = JSON.stringify(lines);
    // Within a digest such a number stands by chance.
    assert.doesNotMatch(text, /راز|(?<![0-9a-f])09\d{9}(?![0-9a-f])|آزمون/);
  });

  it('of which an event was moved names the clock, what the export says and what was counted', async () => {
    const at = asked();
    const report = await replayed(with_(at, ({ events }) => (events.find(({ type }) => type === 'citizenReplied')!.at = tehran('2026-11-29T10:00').toISOString())));
    const { request } = requestAt(at);
    assert.ok(!report.ok);
    const clock = report.faults.find((fault) => fault.reason === 'clock');
    assert.ok(clock?.reason === 'clock' && clock.request === request && clock.clock === 'answer' && clock.field === 'dueAt' && clock.says !== clock.replayed, JSON.stringify(report.faults));
    assert.ok(report.faults.some((fault) => fault.reason === 'content'));
    assert.deepEqual(new Set(report.faults.map((fault) => fault.request)), new Set([request]));
  });

  it('of which a calendar was changed names every clock that it moved', async () => {
    const copy = structuredClone(lines);
    for (const line of copy) if (line.line === 'calendar') line.calendar.closures = [...line.calendar.closures, { date: '2026-12-01', kind: 'closed', scope: {}, reason: 'نبود', hours: [] } as never];
    const { faults } = await replayed(copy);
    assert.ok(faults.length > 0 && faults.every((fault) => fault.reason === 'clock' && (fault.field === 'dueAt' || fault.field === 'shareUsed' || fault.field === 'explanation')), JSON.stringify(faults));
  });

  it('without its calendar, or with events in another order, is told as that', async () => {
    const { faults } = await replayed(lines.filter(({ line }) => line !== 'calendar'));
    assert.deepEqual(faults.map((fault) => fault.reason === 'events' && fault.detail), Array(3).fill('calendar 1 of alborz is not in the file'));
    const swapped = await replayed(with_(asked(), ({ events }) => events.reverse()));
    assert.ok(swapped.faults.some(({ reason }) => reason === 'sequence'));
  });

  it('that was cut off, thinned or is something else is refused, with a sentence', async () => {
    await assert.rejects(replayed(lines.slice(0, -1)), ExportFileError);
    await assert.rejects(replayed(lines.filter((line) => line.line !== 'request' || line !== requestAt(0))), /something was left out/);
    await assert.rejects(replayed(lines.slice(1)), ExportFileError);
    await assert.rejects(replayLog((async function* () { yield '{'; })()), /Line 1 is no JSON/);
  });

  it('is replayed by a command, from a file alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'replay-'));
    try {
      const file = join(folder, 'log.jsonl');
      await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const run = (path: string) => new Promise<{ code: number | null; out: string }>((resolve) => {
        const child = execFile(process.execPath, ['--import', 'tsx', 'src/gateway/commands/replay.ts', path], { cwd: root }, (_error, out) => resolve({ code: child.exitCode, out }));
      });
      const good = await run(file);
      assert.deepEqual([good.code, (JSON.parse(good.out.trim().split('\n').at(-1)!) as ReplayReport).ok], [0, true]);
      await writeFile(file, (await readFile(file, 'utf8')).replace(/"overdue":false/, '"overdue":true'));
      const bad = await run(file);
      assert.equal(bad.code, 1);
      assert.match(bad.out, /overdue: the export says true, counted anew it is false/);
      assert.equal((await run(join(folder, 'nothing'))).code, 2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
