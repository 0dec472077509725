import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { onPhone, phone, servePages, shell } from '../pages.ts';
import type { Measured } from './engine-page.ts';
import type { Query } from './queries.ts';

async function engineCode(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry: fileURLToPath(new URL('engine-page.ts', import.meta.url)), formats: ['es'], fileName: 'engine' }, rolldownOptions: { output: { minify: true } } },
  });
  const { output: chunks } = (output as unknown as { output: { code?: string }[] }[])[0]!;
  return chunks.find(({ code }) => code)!.code!;
}

/** Our engine alone in a page whose processor is slowed; what is published, as JSON by name. */
export async function engineInPage(browser: Browser, published: Record<string, { index: string; lexicon: string }>, queries: Query[], rounds: number): Promise<Record<string, Measured>> {
  const pages = await servePages(
    {
      '/': ['text/html', shell('<script type="module" src="/engine.js"></script>', '')],
      '/engine.js': ['text/javascript', await engineCode()],
      ...Object.fromEntries(Object.entries(published).flatMap(([name, files]) => Object.entries(files).map(([kind, text]) => [`/${kind}/${name}`, ['application/json', text] as [string, string]]))),
    },
    // A page of its own process has a clock of microseconds.
    { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  );
  try {
    const measured: Record<string, Measured> = {};
    for (const name of Object.keys(published)) {
      const page = await browser.newPage();
      await page.goto(pages.url);
      await page.waitForFunction(() => 'measure' in window);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuRate });
      measured[name] = await page.evaluate(
        ([path, words, asked, times]) => window.measure(path, words, asked, times),
        [`/index/${name}`, `/lexicon/${name}`, queries.map(({ text }) => text), rounds] as const,
      );
      await page.close();
    }
    return measured;
  } finally {
    await pages.close();
  }
}

/**
 * As text: what the TypeScript runner adds to functions is not there in the page. The page is asked through the protocol
 * alone: the scripts that a locator brings with it are themselves a long task on a slow processor.
 */
const watch = `
  window.bench = { tasks: [], scripts: [] };
  new PerformanceObserver((list) => list.getEntries().forEach(({ scripts }) => scripts.forEach(({ startTime, duration, sourceURL }) => sourceURL && bench.scripts.push([startTime, duration])))).observe({ type: 'long-animation-frame', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => bench.tasks.push([startTime, duration]))).observe({ type: 'longtask', buffered: true });
  addEventListener('input', () => { bench.typed ??= performance.now(); }, true);
  let finder;
  const seen = (what) => (finder ??= [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot?.querySelector('input[type=search]')))?.shadowRoot.querySelector(what);
  const shown = (what) => new Promise((resolve) => {
    const look = () => { const found = seen(what); if (found) { resolve(found); } else { requestAnimationFrame(look); } };
    look();
  });
  bench.field = () => shown('input[type=search]:not(:disabled)').then((field) => field.focus());
  bench.result = shown('.results a').then(() => { bench.resultAt = performance.now(); });
  const arrived = (part) => performance.getEntriesByType('resource').find(({ name, responseEnd }) => name.includes(part) && responseEnd);
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  // The lexicon comes last; learning it is over when the page is idle after it.
  bench.learned = async () => {
    while (!arrived('/lexicon')) await idle();
    await idle();
    await idle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const from = arrived('/index')?.responseEnd ?? 0;
    const longest = (taken) => Math.max(0, ...taken.filter(([start, duration]) => start + duration > from).map(([, duration]) => duration));
    return { result: bench.resultAt - bench.typed, longest: longest(bench.tasks), script: longest(bench.scripts) };
  };
`;

export interface FromCold {
  /** Milliseconds from the first letter to the first result on the screen. */
  result: number;
  /** The longest task after the index had arrived, until the lexicon was learned. */
  longest: number;
  /** The longest that a script ran at a stretch meanwhile, with what it made the browser lay out; 0 where all frames were short. The rest of a long task is the browser's own: layout, paint, a key's way into the field. */
  script: number;
}

/** The finder, nothing cached, slow 4G: somebody types as soon as there is a field. */
export async function fromCold(browser: Browser, url: string, text: string): Promise<FromCold> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await onPhone(page);
    await page.addInitScript(watch);
    const ask = async (expression: string) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as unknown;
    };
    await page.goto(url, { waitUntil: 'commit' });
    await ask('bench.field()');
    for (const letter of text) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
      await setTimeout(120);
    }
    await ask('bench.result');
    return (await ask('bench.learned()')) as FromCold;
  } finally {
    await context.close();
  }
}
