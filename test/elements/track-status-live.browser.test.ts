import { expect, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, prove, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

const RealSource = globalThis.EventSource;
const realTimeout = globalThis.setTimeout;
/** Every stream that the page opened. */
let sources: EventSource[] = [];
const openSources = () => sources.filter(({ readyState }) => readyState !== RealSource.CLOSED);
/** Streams go to this address instead, if it is set. */
let elsewhere = '';
/** Waits of half a minute and more: they end when the test says so. */
let waits: { milliseconds: number; work: () => void }[] = [];
let isHidden = false;

beforeEach(() => {
  globalThis.EventSource = class extends RealSource {
    constructor(url: string | URL) {
      super(elsewhere || url);
      sources.push(this);
    }
  };
  const patient = (work: () => void, milliseconds = 0): number => {
    if (milliseconds < 30_000) return Number(realTimeout(work, milliseconds));
    waits.push({ milliseconds, work });
    return -waits.length;
  };
  globalThis.setTimeout = patient as typeof setTimeout;
});
afterEach(() => {
  globalThis.EventSource = RealSource;
  globalThis.setTimeout = realTimeout;
  sources = [];
  waits = [];
  elsewhere = '';
  isHidden = false;
  restoreFetch();
});

Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
after(() => void Reflect.deleteProperty(document, 'visibilityState'));
function hide(yes: boolean): void {
  isHidden = yes;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** What screen readers were told, from here on. */
function heard(): () => string[] {
  const said: string[] = [];
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.textContent) said.push(node.textContent);
  });
  for (const slot of document.querySelectorAll('body > div > [role=status]')) watch.observe(slot, { childList: true, characterData: true, subtree: true });
  return () => said;
}

async function filedCase(): Promise<FiledRequest & { id: string }> {
  const filed = await fileInformationRequest();
  await signInExpert();
  return { ...filed, id: (await caseOf(filed)).id };
}

/** A state on the screen that is listened to. */
async function listening(code: string) {
  const element = await track(code);
  await byRole(element, 'heading', /پرونده/);
  const count = sources.length;
  await waitUntil(() => openSources().some(({ readyState }) => readyState === RealSource.OPEN) || count < sources.length, 'a stream is open', { timeout: 10_000 });
  return element;
}

/** What the same person writes on another device. */
async function replyElsewhere(filed: FiledRequest, text: string): Promise<void> {
  await new GatewayClient(gatewayUrl).call('reply', { params: { code: filed.code }, body: { text } }, { proof: await prove(filed) });
}

describe('the live state in track-status', () => {
  it('shows what the expert does without a press and says it once; focus stays', async () => {
    const filed = await filedCase();
    const element = await listening(filed.code);
    const refresh = await byRole(element, 'button', 'تازه کنید');
    refresh.focus();
    const said = heard();
    await expert.take(filed.id);
    await byRole(element, 'heading', /^پرونده دست «.+» است$/);
    expect(focused(element) === refresh, `${focused(element)?.outerHTML}`).to.equal(true);
    await waitUntil(() => said().length > 0);
    await expert.ask(filed.id, 'کدام سال؟');
    await untilReadable(element, 'پرسش کارشناس و جای پاسخ');
    await waitUntil(() => said().length > 1);
    expect(said()[0]).to.match(/^پرونده دست «.+» است$/);
    expect(said()).to.have.length(2);
  });

  it('leaves a half-written reply, and who is writing it, alone when another page replied', async () => {
    const filed = await filedCase();
    await expert.take(filed.id);
    await expert.ask(filed.id, 'کدام سال؟');
    const mine = await listening(filed.code);
    await open(mine, filed);
    const reply = (await byRole(mine, 'textbox', 'پاسخ شما')) as HTMLTextAreaElement;
    reply.focus();
    type(reply, 'سال ۱۴۰۳ و');
    reply.setSelectionRange(3, 7);
    await replyElsewhere(filed, 'سال ۱۴۰۲');
    await untilReadable(mine, 'سال ۱۴۰۲');
    const field = (await byRole(mine, 'textbox', 'پاسخ شما')) as HTMLTextAreaElement;
    expect(field.value).to.equal('سال ۱۴۰۳ و');
    expect(focused(mine) === field, `${focused(mine)?.outerHTML}`).to.equal(true);
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([3, 7]);
  });

  it('moves a field with the one who writes in it', async () => {
    const filed = await filedCase();
    await expert.take(filed.id);
    const element = await listening(filed.code);
    await open(element, filed);
    (await byRole(element, 'button', 'درخواستم را پس می‌گیرم')).click();
    const words = (await byRole(element, 'textbox', 'علت، اگر می‌خواهید بگویید')) as HTMLTextAreaElement;
    words.focus();
    type(words, 'کارم جای دیگر');
    words.setSelectionRange(4, 4);
    await expert.answer(filed.id, 'done', 'انجام شد.');
    await untilReadable(element, 'انجام شد.');
    const field = (await byRole(element, 'textbox', 'علت، اگر می‌خواهید بگویید')) as HTMLTextAreaElement;
    expect(field.value).to.equal('کارم جای دیگر');
    expect(focused(element) === field, `${focused(element)?.outerHTML}`).to.equal(true);
    expect(field.selectionStart).to.equal(4);
  });

  it('holds nothing open while it is hidden or gone, and catches up when it is seen again', async () => {
    const filed = await filedCase();
    const element = await listening(filed.code);
    hide(true);
    expect(openSources().length).to.equal(0);
    await expert.take(filed.id);
    hide(false);
    await byRole(element, 'heading', /^پرونده دست «.+» است$/);
    expect(openSources().length).to.equal(1);
    (await byRole(element, 'button', 'کد دیگری دارم')).click();
    await waitUntil(() => openSources().length === 0);
    const next = await listening(filed.code);
    next.remove();
    await waitUntil(() => openSources().length === 0);
    window.dispatchEvent(new Event('focus'));
    expect(openSources().length).to.equal(0);
  });

  it('asks now and then where there is no stream: ever more rarely while nothing is new, soon again when something is', async () => {
    elsewhere = `${gatewayUrl}/v1/none`;
    const filed = await filedCase();
    const element = await track(filed.code);
    await byRole(element, 'heading', /پرونده/);
    const polls: number[] = [];
    const next = async () => {
      await waitUntil(() => waits.length > 0, 'it waits', { timeout: 10_000 });
      const [{ milliseconds, work }] = waits.splice(0) as [typeof waits[number]];
      polls.push(milliseconds / 1000);
      work();
    };
    const asked = watchFetch();
    for (let at = 0; at < 6; at++) await next();
    faultyFetch(/\/v1\/requests\//, 'offline');
    await next();
    await untilReadable(element, 'به میز خدمت نرسیدیم');
    restoreFetch();
    await expert.take(filed.id);
    await next();
    await byRole(element, 'heading', /^پرونده دست «.+» است$/);
    await next();
    expect(polls).to.deep.equal([30, 60, 120, 240, 300, 300, 300, 300, 30]);
    expect(asked(/\/v1\/requests\//).length).to.be.greaterThan(5);
    expect(openSources().length).to.equal(0);
    expect(readable(element)).not.to.contain('نرسیدیم');
    // The stream is there again: it is found by itself, and nothing is asked by time any more.
    elsewhere = '';
    for (let at = 0; at < 5 && !openSources().length; at++) {
      await waitUntil(() => waits.length > 0 || openSources().length > 0, 'it waits or listens', { timeout: 10_000 });
      if (!openSources().length) await next();
    }
    await waitUntil(() => openSources().some(({ readyState }) => readyState === RealSource.OPEN), 'a stream is open', { timeout: 10_000 });
    await expert.ask(filed.id, 'کدام سال؟');
    await untilReadable(element, 'پرسش کارشناس و جای پاسخ');
  });
});
