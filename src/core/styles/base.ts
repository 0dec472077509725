import { css, unsafeCSS } from 'lit';
import { tokenSheet } from './tokens.ts';

/**
 * First sheet of every element. Public tokens are read where they are used, with their default beside them, so that a
 * rule on any ancestor of the host page reaches in; the `--_` names are private shorthands for them.
 */
export const base = css`
  ${unsafeCSS(tokenSheet())}
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
    --_radius: var(--desk-radius, 0.5em);
    color: var(--_ink);
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
  :where(h1, h2, h3, h4, p, ol, ul, dl, dd, figure, fieldset, legend) {
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
  /* A phone number is touched in a hurry: 44 px high after rounding, without moving the lines around it. */
  a[href^='tel:'] {
    display: inline-block;
    padding-block: max(0px, (45px - 1.75em) / 2);
    margin-block: min(0px, (1.75em - 45px) / 2);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
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
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    svg.icon {
      forced-color-adjust: auto;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_line: var(--_ink) !important;
      --_line-control: var(--_ink) !important;
      --_ink-soft: var(--_ink) !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
  /* Paper is white, whatever the screen was. */
  @media print {
    :host {
      color-scheme: light !important;
    }
    .root {
      background: #fff;
    }
    .no-print,
    .button {
      display: none !important;
    }
  }
`;
