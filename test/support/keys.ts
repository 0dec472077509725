/** A page used by keys alone; wherever the focus comes it has to be seen. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the focus, however deep: what it is called, what it is, whether it and the mark of the focus can be seen. */
export const focus = (page: Page) => page.evaluate(() => {
  let at = document.activeElement as HTMLElement | null;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement as HTMLElement;
  const labels = at && 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
  const name = (at?.getAttribute('aria-label') ?? (labels.map((label) => label.textContent).join(' ') || (at?.textContent ?? ''))).replace(/\s+/g, ' ').trim();
  const box = at?.getBoundingClientRect();
  let marked = false;
  for (let each: Element | null = at, up = 0; each && up < 4; each = each.parentElement, up++) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    marked ||= (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  }
  return { name, tag: at?.tagName.toLowerCase() ?? '', marked, seen: !!box && box.bottom > 0 && box.top < innerHeight && box.width > 0 };
});
export type Focus = Awaited<ReturnType<typeof focus>>;

/** Tab, until the focus stands on what is called so; what it meets on the way is seen each time. */
export async function tabTo(page: Page, wanted: RegExp, tag?: string): Promise<Focus> {
  const met: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at.tag !== 'body') assert.ok(at.seen && at.marked, `the focus is not seen on ${JSON.stringify(at)}`);
    if (wanted.test(at.name) && (!tag || at.tag === tag)) return at;
    met.push(at.name.slice(0, 30));
  }
  assert.fail(`the keyboard does not come to ${String(wanted)}: ${met.join(' | ')}`);
}
export const write = async (page: Page, label: RegExp, text: string): Promise<void> => {
  await tabTo(page, label);
  await page.keyboard.type(text);
};
export const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};
/** Of a question with several answers the first is reached by Tab, the others by arrows. */
export const choose = async (page: Page, first: RegExp, arrows: number): Promise<void> => {
  await tabTo(page, first, 'input');
  if (arrows === 0) await page.keyboard.press('Space');
  for (let step = 0; step < arrows; step++) await page.keyboard.press('ArrowDown');
};
/** The next step has come, and the focus stands on its name. */
export const arrived = (page: Page, heading: RegExp) => page.waitForFunction((source) => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.id === 'heading' && new RegExp(source).test(at.textContent);
}, heading.source);
