import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { phone, servePages, shell } from '../pages.ts';
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

/** Our engine alone in a page whose processor is slowed; indexes as JSON by name. */
export async function engineInPage(browser: Browser, indexes: Record<string, string>, lexicon: string, queries: Query[], rounds: number): Promise<Record<string, Measured>> {
  const pages = await servePages(
    {
      '/': ['text/html', shell('<script type="module" src="/engine.js"></script>', '')],
      '/engine.js': ['text/javascript', await engineCode()],
      '/lexicon': ['application/json', lexicon],
      ...Object.fromEntries(Object.entries(indexes).map(([name, text]) => [`/index/${name}`, ['application/json', text] as [string, string]])),
    },
    // A page of its own process has a clock of microseconds.
    { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  );
  try {
    const measured: Record<string, Measured> = {};
    for (const name of Object.keys(indexes)) {
      const page = await browser.newPage();
      await page.goto(pages.url);
      await page.waitForFunction(() => 'measure' in window);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuRate });
      measured[name] = await page.evaluate(
        ([path, asked, times]) => window.measure(path, '/lexicon', asked, times),
        [`/index/${name}`, queries.map(({ text }) => text), rounds] as const,
      );
      await page.close();
    }
    return measured;
  } finally {
    await pages.close();
  }
}

/** As text: what the TypeScript runner adds to functions is not there in the page. Looks through shadow roots. */
const watch = `
  window.bench = { tasks: [] };
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => window.bench.tasks.push([startTime, duration])))
    .observe({ type: 'longtask', buffered: true });
  const find = (root, what) => {
    for (const element of root.querySelectorAll('*')) {
      const found = element.matches(what) ? element : element.shadowRoot && find(element.shadowRoot, what);
      if (found) return found;
    }
  };
  addEventListener('input', () => { window.bench.typed ??= performance.now(); }, true);
  const look = () => {
    if (document.body) {
      if (!window.bench.field && find(document, 'input[type=search]:not(:disabled)')) window.bench.field = performance.now();
      if (!window.bench.result && find(document, '.results a')) window.bench.result = performance.now();
    }
    if (!window.bench.result) requestAnimationFrame(look);
  };
  look();
`;

export interface FromCold {
  /** Milliseconds from the first letter to the first result on the screen. */
  result: number;
  /** The longest task after the index had arrived, until the lexicon was learned. */
  longest: number;
}

/** The finder, nothing cached, slow 4G: somebody types as soon as there is a field. */
export async function fromCold(browser: Browser, url: string, text: string): Promise<FromCold> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', phone.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuRate });
    await page.addInitScript(watch);
    await page.goto(url);
    await page.waitForFunction('window.bench.field', undefined, { timeout: 30_000 });
    await page.getByRole('searchbox').pressSequentially(text, { delay: 120 });
    await page.waitForFunction('window.bench.result', undefined, { timeout: 30_000 });
    // The lexicon comes last; learning it is over when the page is idle after it.
    const arrived = (part: string) => `performance.getEntriesByType('resource').find(({ name, responseEnd }) => name.includes('${part}') && responseEnd)`;
    await page.waitForFunction(arrived('/lexicon'), undefined, { timeout: 30_000 });
    await page.evaluate('new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(() => setTimeout(resolve, 300))))');
    return (await page.evaluate(`(() => {
      const from = ${arrived('/index')}?.responseEnd ?? 0;
      const after = window.bench.tasks.filter(([start, duration]) => start + duration > from).map(([, duration]) => duration);
      return { result: window.bench.result - window.bench.typed, longest: Math.max(0, ...after) };
    })()`)) as FromCold;
  } finally {
    await context.close();
  }
}
