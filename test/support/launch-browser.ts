import assert from 'node:assert/strict';
import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findBrowser } from './chromium.mjs';

/** The browser of tests and benches that drive whole pages. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  assert(executablePath, 'No Chromium found: install chromium or chrome, or name one in CHROME_PATH.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}
