import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../support/chromium.mjs';
import { startDesk } from '../support/desk.ts';
import { CommandError } from '../../src/gateway/commands/command.ts';

/** The real gateway with the demo's catalogue, and a browser. */
export async function desk(): Promise<{ gateway: string; browser: Browser; close(): Promise<void> }> {
  const executablePath = findBrowser();
  if (!executablePath) throw new CommandError('No Chromium found: install chromium, or name one in CHROME_PATH.');
  const running = await startDesk();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  return { gateway: running.gateway, browser, close: async () => { await browser.close(); await running.close(); } };
}
