import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What is wider than the screen, cut off, or scrolls sideways: at 400 % of 1280 pixels there are 320. */
export async function assertFits(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const wide: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const box = element.getBoundingClientRect();
        // Hidden from sight, and the pieces of a map, which lie beyond its edges.
        if (box.width <= 1 || box.height <= 1 || element.closest('.tiles, .visually-hidden')) continue;
        const cut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !element.matches('input, textarea, select, .map');
        const fault = box.left < -1 || box.right > innerWidth + 1 ? 'beyond the edge' : cut ? 'cut off' : '';
        if (fault) wide.push(`${fault}: ${element.localName}.${element.classList.value} «${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}»`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) wide.push('the page scrolls sideways');
    return wide;
  });
  assert.deepEqual(found, []);
}

/** As it stands in Persian, and with the page in English. */
export async function assertFitsInBoth(page: Page, element: string): Promise<void> {
  await assertFits(page);
  for (const [lang, dir] of [['en', 'ltr'], ['fa', 'rtl']] as const) {
    await page.evaluate((page) => void Object.assign(document.documentElement, page), { lang, dir });
    await page.locator(`${element} .root[lang="${lang}"]`).last().waitFor();
    if (lang === 'en') await assertFits(page);
  }
}
