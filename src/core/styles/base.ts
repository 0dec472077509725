import { css } from 'lit';

/**
 * First sheet of every element. Public tokens are read where they are used, with their default beside them, so that a
 * rule on any ancestor of the host page reaches in; the `--_` names are private shorthands for them.
 */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    font-family: var(--desk-font, inherit);
    font-size: var(--desk-font-size, inherit);
    font-style: normal;
    color: var(--desk-ink, light-dark(#1b2426, #e8eeee));
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .root {
    --_accent: var(--desk-accent, light-dark(#0b6e75, #58c7cf));
    --_on-accent: var(--desk-on-accent, light-dark(#ffffff, #062427));
    --_surface: var(--desk-surface, light-dark(#ffffff, #14191b));
    --_ground: var(--desk-ground, light-dark(#f5f7f7, #0e1213));
    --_ink: var(--desk-ink, light-dark(#1b2426, #e8eeee));
    --_ink-soft: var(--desk-ink-soft, light-dark(#55636a, #a3b1b5));
    --_line: var(--desk-line, light-dark(#cfd8da, #334044));
    /* A control's border carries meaning alone: 3:1 against the surface. */
    --_line-control: var(--desk-line-control, light-dark(#7d8b90, #6f8086));
    --_good: var(--desk-good, light-dark(#1c7a43, #6fd19a));
    --_warn: var(--desk-warn, light-dark(#8a5a00, #f0bd5a));
    --_bad: var(--desk-bad, light-dark(#b3261e, #ff8a80));
    --_info: var(--desk-info, light-dark(#2a5db0, #8ab4ff));
    --_tint: color-mix(in srgb, var(--_accent) 9%, var(--_surface));
    --_radius: var(--desk-radius, 0.5em);
    --_space: var(--desk-space, 0.25em);
    container-type: inline-size;
    line-height: 1.75;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    cursor: auto;
    overflow-wrap: anywhere;
  }
  .root,
  .root :where(button, input, select, textarea) {
    font-family: inherit;
  }
  :where(h1, h2, h3, h4, p, ol, ul, dl, dd, figure, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  :where(ol, ul) {
    list-style: none;
  }
  :where(h2, h3, h4) {
    line-height: 1.4;
    font-weight: 700;
  }
  h2 {
    font-size: 1.35em;
  }
  h3 {
    font-size: 1.15em;
  }
  .title {
    font-size: 1.7em;
    line-height: 1.4;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .small {
    font-size: 0.85em;
  }
  .measure {
    max-inline-size: 70ch;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.25em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  /* Headings and summaries that receive focus by script are no controls, but the eye must find the place. */
  svg.icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
    vertical-align: -0.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .root[dir='rtl'] svg.icon.directional {
    transform: scaleX(-1);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  bdi {
    unicode-bidi: isolate;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
