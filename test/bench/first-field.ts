import type { Browser } from 'playwright-core';
import type { BenchResult } from './bench.ts';
import { bareLitCode } from './bare-lit-build.ts';
import { withDesk } from './desk.ts';
import { onPhone, shell } from './pages.ts';

const runs = 7;

/** One page a contestant, all from one server, compressed alike. */
const contestants = (gateway: string, lit: string): Record<string, [type: string, text: string]> => ({
  '/plain': ['text/html', shell('', '<label for="q">جست‌وجو</label><input id="q" type="search">')],
  '/bare-lit': ['text/html', shell('<script type="module" src="/bare-lit.js"></script>', '<bare-lit></bare-lit>')],
  '/bare-lit.js': ['text/javascript', lit],
  '/finder': ['text/html', shell(`<script type="module" src="${gateway}/desk.js"></script>`, '<service-finder></service-finder>')],
});

/** As text: what the TypeScript runner adds to functions is not there in the page. Looks through shadow roots. */
const watchForField = `
  const find = (root) => [...root.querySelectorAll('*')].some((element) =>
    element.matches('input[type=search]:not(:disabled)') || (element.shadowRoot && find(element.shadowRoot)));
  const look = () => {
    if (document.body && find(document)) window.benchFound = performance.now();
    else requestAnimationFrame(look);
  };
  look();
`;

/** Milliseconds from navigation to a search field that can be typed in. */
async function once(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await onPhone(page);
  await page.addInitScript(watchForField);
  await page.goto(url);
  const time = await page.waitForFunction(() => (window as unknown as { benchFound?: number }).benchFound, undefined, { timeout: 30_000 });
  const value = (await time.jsonValue()) as number;
  await context.close();
  return value;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Time to the first usable search field: plain HTML, bare Lit, the finder; and the finder's ratio to each. */
export async function firstField(): Promise<BenchResult> {
  const lit = await bareLitCode();
  return withDesk((gateway) => contestants(gateway, lit), async (browser, pages) => {
    const times: Record<string, number[]> = { plain: [], 'bare-lit': [], finder: [] };
    // In turn, so that a busy minute of the machine meets all alike; the first round warms caches and is not counted.
    for (let run = 0; run <= runs; run++) {
      for (const name of Object.keys(times)) {
        const time = await once(browser, `${pages}/${name}`);
        if (run > 0) times[name]!.push(time);
      }
    }
    const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values))]));
    return {
      name: 'first-field',
      unit: 'ms to a usable search field, slow 4G, CPU 4x slower, median of 7',
      values: medians,
      ratios: { 'finder / plain HTML': medians['finder']! / medians['plain']!, 'finder / bare Lit': medians['finder']! / medians['bare-lit']! },
    };
  });
}
