import type { Browser } from 'playwright-core';
import { startDesk } from '../support/desk.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { servePages } from './pages.ts';

/**
 * Measures in a browser: pages that are served beside the real gateway with the demo's catalogue. All of it is ended,
 * whatever comes of it.
 */
export async function withDesk<T>(
  pagesOf: (gateway: string) => Parameters<typeof servePages>[0], measure: (browser: Browser, pages: string) => Promise<T>,
): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const desk = await startDesk();
    closers.unshift(() => desk.close());
    const browser = await launchBrowser();
    closers.unshift(() => browser.close());
    const pages = await servePages(pagesOf(desk.gateway));
    closers.unshift(() => pages.close());
    return await measure(browser, pages.url);
  } finally {
    for (const close of closers) await close();
  }
}
