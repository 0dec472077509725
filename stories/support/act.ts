import type { DeskElement, DeskState } from '../../src/core/desk-element.ts';

/** The element of a story. */
export const elementIn = (canvas: HTMLElement, tag: string): DeskElement => canvas.querySelector<DeskElement>(tag)!;

/** Waits, a frame at a time, until something is there. */
export async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** A story is shown when its element has come to the state that the story is about. */
export const untilState = (canvas: HTMLElement, tag: string, state: DeskState): Promise<unknown> => {
  const element = elementIn(canvas, tag);
  return until(() => element.state === state && element.updateComplete);
};

/** Types into a field of an element, the first one when no label is named, as a person would. */
export async function typeInto(canvas: HTMLElement, tag: string, text: string, label?: string): Promise<void> {
  const element = elementIn(canvas, tag);
  await element.updateComplete;
  const named = (field: HTMLInputElement) => label === undefined || [...(field.labels ?? [])].some(({ textContent }) => textContent.trim().startsWith(label));
  const field = await until(() => [...element.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')].find(named));
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** Presses what can be pressed: a button, or a label of a choice. */
export async function press(canvas: HTMLElement, tag: string, name: string): Promise<void> {
  const element = elementIn(canvas, tag);
  const pressed = await until(() => [...element.renderRoot.querySelectorAll<HTMLElement>('button, label')].find(({ textContent }) => textContent.trim() === name));
  pressed.click();
  await element.updateComplete;
}
