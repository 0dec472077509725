import { msg } from '@lit/localize';
import { svg, html, type TemplateResult } from 'lit';
import qrcode from 'qrcode-generator';

const made = new Map<string, string>();

/** One path for all dark squares, so that a large code stays a small tree. */
function path(text: string): { d: string; size: number } {
  const code = qrcode(0, text.length > 400 ? 'L' : 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let d = made.get(text);
  if (d === undefined) {
    d = '';
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        if (!code.isDark(row, column)) continue;
        let run = 1;
        while (column + run < size && code.isDark(row, column + run)) run++;
        d += `M${column} ${row}h${run}v1h-${run}z`;
        column += run - 1;
      }
    }
    made.set(text, d);
  }
  return { d, size };
}

/** Dark on light in every theme: cameras expect it. Four squares of quiet around. Call while rendering. */
export function qrCode(text: string): TemplateResult {
  const { d, size } = path(text);
  return html`<svg class="qr-code" role="img" aria-label=${msg('رمزینه برای دوربین تلفن', { id: 'receipt.qr' })} viewBox="-4 -4 ${size + 8} ${size + 8}" shape-rendering="crispEdges">
    ${svg`<rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff"></rect><path d=${d} fill="#000"></path>`}
  </svg>`;
}
