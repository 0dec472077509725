import type { DeskElement, DeskState } from '../../src/core/desk-element.ts';

/** The element of a story. */
export const elementIn = (canvas: HTMLElement, tag: string): DeskElement => canvas.querySelector<DeskElement>(tag)!;

/** Waits, a frame at a time, until something is there; a story that does not come to its state fails. */
export async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  const limit = performance.now() + 15_000;
  while (performance.now() < limit) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`The story did not come to its state: ${String(find)}`);
}

/** A story is shown when its element has come to the state that the story is about. */
export const untilState = (canvas: HTMLElement, tag: string, state: DeskState): Promise<unknown> => {
  const element = elementIn(canvas, tag);
  return until(() => element.state === state && element.updateComplete);
};

/** Types into a field of an element, the first one when none is named, as a person would. */
export async function typeInto(canvas: HTMLElement, tag: string, text: string, field = 'input'): Promise<void> {
  const element = elementIn(canvas, tag);
  await element.updateComplete;
  const control = await until(() => element.renderRoot.querySelector<HTMLInputElement>(field));
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** Presses what stands there, in whatever language. */
export async function press(canvas: HTMLElement, tag: string, what: string): Promise<void> {
  const element = elementIn(canvas, tag);
  (await until(() => element.renderRoot.querySelector<HTMLElement>(what))).click();
  await element.updateComplete;
}
