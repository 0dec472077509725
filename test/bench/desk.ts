import type { Browser } from 'playwright-core';
import { startDesk } from '../support/desk.ts';
import { launchBrowser } from '../support/launch-browser.ts';

/** The real gateway with the demo's catalogue, and a browser. */
export async function desk(): Promise<{ gateway: string; browser: Browser; close(): Promise<void> }> {
  const running = await startDesk();
  const browser = await launchBrowser();
  return { gateway: running.gateway, browser, close: async () => { await browser.close(); await running.close(); } };
}
