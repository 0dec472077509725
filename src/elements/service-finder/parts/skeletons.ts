import { html, type TemplateResult } from 'lit';

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

/** Holds the place of what is coming, in its final size. */
export const skeletons = (kind: 'results' | 'tiles'): TemplateResult =>
  kind === 'tiles'
    ? html`<div class="tiles waiting" aria-hidden="true">${times(8, html`<span class="tile skeleton"></span>`)}</div>`
    : html`<div class="results waiting" aria-hidden="true">
        ${times(3, html`<div class="result"><span class="skeleton bar title-bar"></span><span class="skeleton bar"></span><span class="skeleton bar short"></span></div>`)}
      </div>`;
