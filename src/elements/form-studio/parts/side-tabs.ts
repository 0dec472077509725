import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Side, StudioView } from './view.ts';

const sides: readonly Side[] = ['outline', 'preview'];
const idOf = (side: Side) => `tab-${side}`;

/** Outline or preview, where there is no room for both; otherwise they stand beside each other and this is not there. */
export function sideTabs(view: StudioView): TemplateResult {
  const names = { outline: msg('پرسش‌ها', { id: 'studio.side.outline' }), preview: msg('پیش‌نمایش', { id: 'studio.preview' }) };
  const onKey = (event: KeyboardEvent) => {
    const to = event.key === 'Home' ? sides[0]! : event.key === 'End' ? sides[1]! : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? sides.find((side) => side !== view.side)! : undefined;
    if (!to) return;
    event.preventDefault();
    view.toSide(to);
    view.focus(idOf(to));
  };
  return html`<div class="sides" role="tablist" aria-label=${msg('کدام دیده شود', { id: 'studio.side' })}>${sides.map((side) => html`
    <button class="button" type="button" role="tab" id=${idOf(side)} aria-selected=${view.side === side ? 'true' : 'false'} aria-controls="side-${side}" tabindex=${view.side === side ? '0' : '-1'}
      @click=${() => view.toSide(side)} @keydown=${onKey}>${names[side]}</button>`)}</div>`;
}
