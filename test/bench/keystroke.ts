import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Field, FormDefinition } from '../../src/contract/form.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { publishEveryField } from '../support/every-field.ts';
import { startTestGateway, testNow } from '../support/gateway.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import type { BenchResult } from './bench.ts';
import { servePages, shell } from './pages.ts';

/** What a person does not notice as waiting, on a phone six times slower than this machine. */
const limit = 50;
const cpuRate = 6;
const keys = 40;

const steps = 20;
const fieldsOfStep = 10;

/** 200 fields in 20 steps, of the types that forms have most, with conditions that reach back over the steps. */
function largeForm(): FormDefinition {
  const types: Field['type'][] = ['text', 'text', 'longText', 'number', 'nationalId', 'postalCode', 'yesNo', 'choice', 'landline', 'text'];
  const field = (step: number, at: number): Field => ({
    id: `f-${step}-${at}`,
    type: step === 0 && at === 0 ? 'mobile' : types[at]!,
    label: { fa: `پرسش ${at + 1} از گام ${step + 1}` },
    required: step === 0 && at === 0,
    ...(types[at] === 'choice' && { options: ['الف', 'ب', 'پ'].map((fa, value) => ({ value: `v${value}`, label: { fa } })) }),
    ...(step > 0 && at === 8 && { when: { not: { field: `f-${step - 1}-6`, op: 'eq', value: true } } }),
  });
  return {
    id: 'large-form', version: 1, kind: 'application', title: { fa: 'فرم بزرگ' }, contactField: 'f-0-0',
    steps: Array.from({ length: steps }, (_, step) => ({
      id: `step-${step}`, title: { fa: `گام ${step + 1}` }, items: Array.from({ length: fieldsOfStep }, (_, at) => field(step, at)),
    })),
  };
}

/** Notes for each input event the time from the key to the frame that shows it. As text: it runs in the page. */
const watch = `
  window.benchTimes = [];
  addEventListener('input', (event) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.benchTimes.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  }), true);
`;

async function typeInto(page: Page, label: string): Promise<number[]> {
  await page.getByLabel(label).first().focus();
  await page.evaluate('window.benchTimes.length = 0');
  for (let key = 1; key <= keys; key++) {
    await page.keyboard.press('n');
    await page.waitForFunction((count) => (window as unknown as { benchTimes: number[] }).benchTimes.length >= count, key);
  }
  return (await page.evaluate('window.benchTimes')) as number[];
}

const at = (values: number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** From a key to its paint in a form of 200 fields, in its first step, in its last, and with mistakes shown; a plain input beside. */
export async function keystroke(): Promise<BenchResult> {
  const gateway = await startTestGateway({ agencies: ['miras-farhangi'], listen: true, now: testNow, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
  const service = await publishEveryField(gateway.ports, largeForm());
  const browser = await launchBrowser();
  const pages = await servePages({
    '/plain': ['text/html', shell('', '<label for="q">پرسش</label><input id="q">')],
    '/form': ['text/html', shell(`<script type="module" src="${gateway.url}/desk.js"></script>`, `<request-form service="${service}"></request-form>`)],
  });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(watch);
    const session = await page.context().newCDPSession(page);
    const measured = async (label: string) => {
      await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
      const times = await typeInto(page, label);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      return times;
    };
    // What the browser needs by itself, on this machine as busy as it is.
    await page.goto(`${pages.url}/plain`);
    const plain = await measured('پرسش');
    await page.goto(`${pages.url}/form`);
    const next = page.getByRole('button', { name: 'ادامه', exact: true });
    await next.waitFor();
    const first = await measured('پرسش 2 از گام 1');
    await page.getByLabel('پرسش 5 از گام 1').fill('12');
    await page.getByLabel('پرسش 1 از گام 1').fill('0912');
    await next.click();
    await page.locator('#summary').waitFor();
    const wrong = await measured('پرسش 2 از گام 1');
    await page.getByLabel('پرسش 5 از گام 1').fill('');
    await page.getByLabel('پرسش 1 از گام 1').fill('09120000000');
    for (let step = 2; step <= steps; step++) {
      // What was answered is kept while the person goes on to type.
      for (const at of [1, 2, 3, 10]) await page.getByLabel(`پرسش ${at} از گام ${step - 1}`).fill(step === 2 && at === 1 ? '09120000000' : 'پاسخ نمونه');
      await next.click();
      await page.getByRole('heading', { name: `گام ${step}`, exact: true }).waitFor();
    }
    const last = await measured(`پرسش 2 از گام ${steps}`);
    const all = { 'plain input': plain, 'first step': first, 'with mistakes': wrong, 'last step': last };
    const of = (share: number, name: string) => Object.fromEntries(Object.entries(all).map(([where, times]) => [`${where}, ${name}`, Math.round(at(times, share) * 10) / 10]));
    return {
      name: 'keystroke', unit: `ms from a key to its paint, 200 fields in ${steps} steps, CPU ${cpuRate}x slower, ${keys} keys each`,
      values: { ...of(0.5, 'median'), ...of(0.95, '95th of 100') },
      ratios: Object.fromEntries(Object.entries({ 'first step': first, 'with mistakes': wrong, 'last step': last }).flatMap(([where, times]) => [
        [`${where}, median / ${limit} ms`, at(times, 0.5) / limit], [`${where}, median / plain input`, at(times, 0.5) / at(plain, 0.5)],
      ])),
    };
  } finally {
    await browser.close();
    await pages.close();
    await gateway.stop();
  }
}
