import assert from 'node:assert/strict';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findBrowser } from './chromium.mjs';

/** The browser of tests that drive whole pages. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  assert(executablePath, 'No Chromium found: install chromium, or name one in CHROME_PATH.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}

/** A page that remembers what must not happen: errors, and requests to anybody but the named origins. */
export async function watchedPage(context: BrowserContext, allowed: string[]): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // A refused call is the gateway's word to an element, and the browser tells it on the console whatever the element does.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !allowed.includes(origin)) faults.push(`third party: ${request.url()}`);
  });
  return { page, faults };
}
