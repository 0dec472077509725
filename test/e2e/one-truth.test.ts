/** One request, seen at the same moments by its citizen, the expert, the supervisor and a program: all read the same. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sites } from '../../demo/sites.ts';
import type { Monitor, MonitorCases, MonitorFigure } from '../../src/contract/monitor.ts';
import type { RequestState } from '../../src/contract/request.ts';
import { fireDue } from '../../src/gateway/timers/fire.ts';
import type { TestDesk } from '../gateway/requests/desk.ts';
import { startPublished } from '../support/form-desk.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const tehran = (text: string): Date => new Date(`${text}:00+03:30`);
const viewer = { expert: { agency: 'abfa' }, supervisor: { role: 'supervisor' } } as const;
type Viewer = keyof typeof viewer;

/** What is read at one moment. */
interface Station {
  state: RequestState;
  /** The citizen's heading, and what the staff call the same. */
  heading: RegExp;
  chip: string;
  /** The day that is promised, wherever one stands, and the minute. */
  due: readonly [day: string, minute: string];
  /** The citizen's words for the time used; the staff's for the time left. */
  used: RegExp;
  left: RegExp;
  /** Figures of the agency that count it. */
  counted: readonly MonitorFigure[];
}

/** Stands of the text as they are read aloud: no marks of direction, one space. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

describe('one request', () => {
  let desk: TestDesk;
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  let filed: Awaited<ReturnType<TestDesk['file']>>;
  let id = '';
  const contexts = {} as Record<Viewer | 'citizen', BrowserContext>;

  before(async () => {
    desk = await startPublished();
    browser = await launchBrowser();
    const pages: Parameters<typeof serveHost>[0] = {};
    host = await serveHost(pages);
    // The clocks of these devices are today's: what is read must go by the gateway's.
    for (const who of ['citizen', 'expert', 'supervisor'] as const) contexts[who] = await browser.newContext({ locale: 'fa-IR', viewport: { width: who === 'citizen' ? 360 : 1280, height: 900 } });
    await desk.signIn({ agency: 'abfa', role: 'head' });
    desk.setNow(tehran('2026-11-24T10:00'));
    filed = await desk.file();
    id = await desk.idOf(filed.code, '');
    pages['/track'] = {
      html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>پیگیری</title><script type="module" src="${desk.url}/desk.js"></script></head><body><track-status code="${filed.code}"></track-status></body></html>`,
      headers: { 'content-security-policy': sites[0]!.policy!(desk.url) },
    };
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await desk?.stop();
  });

  const act = async (what: string, json: object = {}, as: Parameters<TestDesk['signIn']>[0] = viewer.expert) => {
    const cookie = await desk.signIn(as);
    const { version } = await desk.openCase(cookie, id);
    const answer = await desk.act(cookie, id, what, { version, ...json });
    assert.equal(answer.status, 200, await answer.clone().text());
  };
  const byCitizen = async (what: string, text: string) => {
    const token = await desk.prove(filed.code, filed.mobile);
    const answer = await desk.fetch(`/v1/requests/${filed.code}/${what}`, { json: { text }, headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200, await answer.clone().text());
  };
  /** The moment comes, and what it brings about. */
  const at = async (text: string) => {
    desk.setNow(tehran(text));
    await fireDue(desk.ports);
  };

  /** A page as somebody opens it now. */
  async function opened(who: Viewer | 'citizen', address: string): Promise<Page> {
    const context = contexts[who];
    if (who !== 'citizen') {
      // Who was signed in when the clock was moved is not any more.
      const [name, value] = (await desk.signIn(viewer[who])).split('=') as [string, string];
      await context.addCookies([{ name, value, url: desk.url }]);
    }
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }
  const words = async (page: Page, selector: string): Promise<string> => plain(await page.locator(selector).first().innerText());
  const moments = (page: Page): Promise<(string | null)[]> => page.locator('.timeline time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
  const bar = (page: Page): Promise<number> => page.locator('.clock progress').evaluate((element: HTMLProgressElement) => element.value);
  async function explained(page: Page, selector: string): Promise<string> {
    await page.getByText('این تاریخ چطور حساب شده؟').first().click();
    await page.locator(selector).filter({ hasText: /\S/ }).waitFor();
    return words(page, selector);
  }

  async function citizenReads() {
    const page = await opened('citizen', `${host.url}/track`);
    await page.locator('.status').waitFor();
    const read = {
      heading: await words(page, '#state'), used: await words(page, '#used'), bar: await bar(page), moments: await moments(page),
      due: (await page.locator('.due').count()) ? await words(page, '.due') : undefined, why: await explained(page, '.clock .why > div'),
      delay: (await page.locator('.late-note, .delay-note').count()) ? await words(page, '.late-note, .delay-note') : '',
    };
    await page.close();
    return read;
  }
  async function staffReads(who: Viewer) {
    const page = await opened(who, `${desk.url}/desk#/case/${id}`);
    await page.locator('.case .clock').waitFor();
    const clock = '.fact-side .clock';
    const read = {
      chip: await words(page, '.case-head .state'), left: await words(page, `${clock} .left`), bar: await bar(page), usedWords: await page.locator('.clock progress').getAttribute('aria-label'),
      due: await words(page, `${clock} > p.small`), why: await explained(page, `${clock} details p`), moments: await moments(page),
      delay: (await page.locator(`${clock} .delay`).count()) ? await words(page, `${clock} .delay`) : '',
    };
    await page.close();
    return read;
  }
  /** The line behind a figure of the monitor. */
  async function monitorReads(figure: MonitorFigure): Promise<string> {
    const page = await opened('supervisor', `${desk.url}/desk/monitor#/abfa/${figure}`);
    await page.locator(`.cases a[href="/desk#/case/${id}"]`).waitFor();
    const read = await words(page, '.cases li');
    await page.close();
    return read;
  }

  async function sameFor(station: Station): Promise<void> {
    const { state, heading, chip, due: [due, minute], used, left, counted } = station;
    const api = await desk.status(filed.code);
    assert.equal(api.state, state);
    const citizen = await citizenReads();
    const expert = await staffReads('expert');
    const supervisor = await staffReads('supervisor');
    assert.deepEqual(supervisor, expert, 'the supervisor reads what the expert reads');
    assert.match(citizen.heading, heading);
    assert.equal(expert.chip, chip);
    // Until when.
    assert.equal(expert.due, `تا ${due}`);
    if (citizen.due !== undefined) assert.ok(citizen.due.includes(due), citizen.due);
    // The citizen is also told whose rule it is.
    assert.ok(citizen.why.startsWith(expert.why), `${expert.why}, and for the citizen: ${citizen.why}`);
    // How much of it is used.
    assert.match(citizen.used, used);
    assert.match(expert.left, left);
    assert.deepEqual([citizen.bar, expert.bar], [Math.min(1, Math.max(0.02, api.clock.shareUsed)), citizen.bar]);
    if (api.clock.state === 'running' && !api.clock.overdue) assert.equal(citizen.used, plain(expert.usedWords!));
    // Why it is late.
    assert.ok(citizen.delay.includes(expert.delay), `${expert.delay}, and for the citizen: ${citizen.delay}`);
    // What has happened: all that the citizen reads, at the same moments.
    assert.deepEqual(citizen.moments, api.timeline.map((entry) => entry.at));
    assert.deepEqual(citizen.moments.filter((moment) => !expert.moments.includes(moment)), []);
    // Figures, and the line behind each.
    const cookie = await desk.signIn(viewer.supervisor);
    const get = async <T>(path: string) => (await (await desk.fetch(`/v1/staff/monitor${path}`, { headers: { cookie } })).json()) as T;
    const { items } = await get<Monitor>('');
    const { figures } = items.find(({ agency }) => agency.id === 'abfa')!;
    for (const figure of ['filed', 'open', 'waiting', 'overdue', 'unexplained', 'inTime', 'broken', 'escalated'] as const) {
      assert.equal(figures[figure], Number(counted.includes(figure)), figure);
      if (!counted.includes(figure)) continue;
      const { items: [one] } = await get<MonitorCases>(`/cases?agency=abfa&figure=${figure}`);
      assert.deepEqual([one!.id, one!.state, one!.dueAt, one!.overdue, one!.paused], [id, api.state, api.clock.dueAt, api.clock.overdue, api.clock.state === 'paused']);
    }
    const line = await monitorReads(counted.at(-1)!);
    assert.ok(line.includes(`قول تا ${due}، ${minute}`), line);
    assert.equal(line.includes('دیر شده'), api.clock.overdue, line);
  }

  it('reads the same for its citizen, the expert, the supervisor and a program, from filing to an objection', async () => {
    await sameFor({
      state: 'submitted', heading: /به «.+» رسیده/, chip: 'تازه رسیده', due: ['شنبه ۱۴ آذر', '۱۴:۳۰'], used: /^تازه شروع شده؛ ۱۰ روز وقت هست$/, left: /^۱۱ روز مانده$/, counted: ['filed', 'open'],
    });

    // Asked on Wednesday at 9, replied on Saturday at 9: 12 and a half hours of the office stood still.
    await at('2026-11-25T09:00');
    await act('take');
    await act('ask', { text: 'کدام خیابان؟' });
    const asked = { state: 'waitingCitizen', heading: /منتظر پاسخ شماست/, chip: 'منتظر شهروند', used: /^شمارش مهلت ایستاده است$/, left: /^مهلت ایستاده$/, counted: ['filed', 'open', 'waiting'] } as const;
    await sameFor({ ...asked, due: ['شنبه ۱۴ آذر', '۱۴:۳۰'] });
    await at('2026-11-28T09:00');
    await sameFor({ ...asked, due: ['دوشنبه ۱۶ آذر', '۱۳:۰۰'] });
    await byCitizen('reply', 'خیابان بهار');
    const review = { state: 'inReview', heading: /^پرونده دست «.+» است$/, chip: 'در حال بررسی' } as const;
    await sameFor({ ...review, due: ['دوشنبه ۱۶ آذر', '۱۳:۰۰'], used: /^تازه شروع شده/, left: /^۹ روز مانده$/, counted: ['filed', 'open'] });

    // It will be late, and the expert says why.
    await at('2026-12-06T10:00');
    const ruler = { cookie: await desk.signIn(viewer.supervisor), 'sec-fetch-site': 'same-origin' };
    const list = (await (await desk.fetch('/v1/staff/delay-reasons', { json: { title: 'بازدید از محل لازم است', rule: 'برگه خدمت' }, headers: ruler })).json()) as { items: { id: string }[] };
    await act('delay', { reason: list.items[0]!.id, expected: '2026-12-09T14:30:00+03:30' });
    await sameFor({ ...review, due: ['دوشنبه ۱۶ آذر', '۱۳:۰۰'], used: /از ۱۰ روز گذشته است$/, left: /^۱ روز مانده$/, counted: ['filed', 'open', 'escalated'] });

    // The promise is broken, and told upwards; the explanation covers it until its new date has passed as well.
    await at('2026-12-07T13:00');
    await at('2026-12-08T14:00');
    const late = { ...review, due: ['دوشنبه ۱۶ آذر', '۱۳:۰۰'] } as const;
    await sameFor({ ...late, used: /^۱ روز از تاریخ پاسخ گذشته است$/, left: /^۱ روز دیر شده$/, counted: ['filed', 'open', 'overdue', 'escalated', 'broken'] });
    await at('2026-12-10T09:00');
    await sameFor({ ...late, used: /^۲ روز از تاریخ پاسخ گذشته است$/, left: /^۲ روز دیر شده$/, counted: ['filed', 'open', 'overdue', 'unexplained', 'escalated', 'broken'] });

    await at('2026-12-12T10:00');
    await act('answer', { outcome: 'done', text: 'انشعاب برقرار شد.' });
    await sameFor({
      state: 'answered', heading: /^درخواست شما انجام شد$/, chip: 'پاسخ داده شده', due: ['دوشنبه ۱۶ آذر', '۱۳:۰۰'], used: /۴ روز دیرتر از تاریخ پاسخ$/, left: /۴ روز دیرتر از تاریخ پاسخ$/, counted: ['filed', 'escalated', 'broken'],
    });

    // An objection begins another promise; the first one stays broken.
    await at('2026-12-13T09:00');
    await byCitizen('object', 'هنوز آب ندارم.');
    await sameFor({ ...review, due: ['چهارشنبه ۲ دی', '۱۴:۳۰'], used: /^تازه شروع شده/, left: /روز مانده$/, counted: ['filed', 'open', 'escalated', 'broken'] });
  });
});
