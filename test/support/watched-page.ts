import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';

export interface Watched {
  page: Page;
  /** Addresses of all requests. */
  requests: string[];
  /** Errors of scripts and lines of `console.error`. */
  errors: string[];
  warnings: string[];
  /** Violations of the page's Content-Security-Policy. */
  violations(): Promise<string[]>;
  /** How often code was made from text: `Function(…)`, `new Function(…)`, `eval(…)`. */
  codeFromText(): Promise<number>;
}

/** A page that keeps account of what runs in it. */
export async function watchedPage(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addInitScript({ path: fileURLToPath(new URL('page-account.js', import.meta.url)) });
  const account = () => page.evaluate(() => (window as unknown as { account: { violations: string[]; codeFromText: number } }).account);
  return {
    page, requests, errors, warnings,
    violations: async () => (await account()).violations,
    codeFromText: async () => (await account()).codeFromText,
  };
}
