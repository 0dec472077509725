import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Waits until a page answers an asynchronous question with yes. The browser driver's own wait takes any promise for a yes. */
export async function untilInPage<A>(page: Page, ask: (about: A) => Promise<boolean>, about: A): Promise<void> {
  const limit = performance.now() + 15_000;
  while (!(await page.evaluate(ask as (about: unknown) => Promise<boolean>, about))) {
    assert.ok(performance.now() < limit, `the page did not answer with yes: ${ask}`);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
}
