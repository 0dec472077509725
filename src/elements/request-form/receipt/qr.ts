import { msg } from '@lit/localize';
import { svg, html, type TemplateResult } from 'lit';
import { qrPath, type QrPath } from '../../../core/facts/qr-path.ts';

/** A receipt is rendered at every press of a button. */
const made = new Map<string, QrPath>();

function known(text: string): QrPath {
  let path = made.get(text);
  if (!path) made.set(text, (path = qrPath(text)));
  return path;
}

/** Dark on light in every theme: cameras expect it. Four squares of quiet around. Call while rendering. */
export function qrCode(text: string): TemplateResult {
  const { d, size } = known(text);
  return html`<svg class="qr-code" role="img" aria-label=${msg('رمزینه برای دوربین تلفن', { id: 'receipt.qr' })} viewBox="-4 -4 ${size + 8} ${size + 8}" shape-rendering="crispEdges">
    ${svg`<rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff"></rect><path d=${d} fill="#000"></path>`}
  </svg>`;
}
