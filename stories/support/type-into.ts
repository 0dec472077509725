import type { LitElement } from 'lit';

/** Types into the first field of an element, as a person would. */
export async function typeInto(canvas: HTMLElement, tag: string, text: string): Promise<void> {
  const element = canvas.querySelector<LitElement>(tag)!;
  await element.updateComplete;
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input')!;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
