import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDesk, type RunningDesk } from './desk.ts';
import { launchBrowser } from './launch-browser.ts';

/** The whole desk and a browser for the tests of one file; both are ended with them, whatever comes of them. */
export async function openDesk(): Promise<{ desk: RunningDesk; browser: Browser }> {
  const desk = await startDesk();
  after(() => desk.close());
  const browser = await launchBrowser();
  after(() => browser.close());
  return { desk, browser };
}
