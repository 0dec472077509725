import { css } from 'lit';

export const styles = css`
  .track > h2 {
    margin-block-end: 0.75em;
  }
  .entry {
    max-inline-size: 32em;
  }
  .entry .field {
    margin-block-end: 1em;
  }
  .code-input {
    font-variant-numeric: tabular-nums;
    font-size: max(1.15em, 16px);
    text-align: center;
  }
  .status > * + * {
    margin-block-start: 1em;
  }
  .status > .about + h2 {
    margin-block-start: 0.25em;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .about .code {
    font-family: inherit;
  }
  .state-heading:focus-visible,
  #failure:focus-visible {
    outline-offset: 4px;
  }

  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 0.65em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    background: var(--_skeleton);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--_bar, var(--_accent));
    border-radius: 1em;
  }
  progress::-moz-progress-bar {
    background: var(--_bar, var(--_accent));
    border-radius: 1em;
  }
  .soon {
    --_bar: var(--_warn);
  }
  .late {
    --_bar: var(--_bad);
  }
  .stopped {
    --_bar: var(--_good);
  }
  .paused {
    --_bar: var(--_ink-soft);
  }
  .clock-words {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.5em;
    margin-block-start: 0.4em;
  }
  .used {
    display: inline-flex;
    gap: 0.4em;
    align-items: baseline;
    color: var(--_bar);
  }
  .used svg {
    align-self: center;
  }
  .soon .used,
  .late .used {
    font-weight: 600;
  }
  .why summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    cursor: pointer;
    color: var(--_accent);
    font-size: 0.9em;
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .why[open] > div {
    padding-inline-start: 0.9em;
    border-inline-start: 2px solid var(--_line);
  }
  .next {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
  }
  .next svg {
    color: var(--_accent);
    margin-block-start: 0.3em;
  }
  .hints {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.35em;
    padding-inline-start: 1.2em;
  }
  .hints > li {
    list-style: disc;
  }
  ol.hints > li {
    list-style: persian;
  }
  .root[lang='en'] ol.hints > li {
    list-style: decimal;
  }
  .failure {
    margin-block-end: 1.5em;
  }
  .failure h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .failure h3 svg {
    color: var(--_bad);
  }
  .failure .button {
    margin-block: 0.6em 0.35em;
  }
  .holder {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    font-size: 0.92em;
  }
  .holder li {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    min-block-size: 2em;
  }
  .holder li > svg {
    color: var(--_ink-soft);
  }
  .holder .open,
  .holder .open svg {
    color: var(--_good);
    font-weight: 600;
  }
  .timeline {
    margin-block-start: 0.6em;
  }
  .timeline li {
    position: relative;
    padding-inline-start: 1.6em;
    padding-block-end: 0.85em;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: baseline;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.2em;
    inset-block-start: 0.58em;
    inline-size: 0.62em;
    block-size: 0.62em;
    border-radius: 50%;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  .timeline li:not(:last-child)::before {
    background: var(--_surface);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .timeline li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.51em - 1px);
    inset-block: 1.35em -0.45em;
    border-inline-start: 2px solid var(--_line);
  }
  .foot {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1em;
  }
  .foot .stale {
    color: var(--_warn);
  }
  .door {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em 1.1em 1.1em;
  }
  .door h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .door h3 svg {
    color: var(--_accent);
  }
  .door .button {
    margin-block-start: 0.75em;
  }
  .sk-heading {
    block-size: 2em;
    inline-size: min(100%, 20em);
  }
  .sk-bar {
    block-size: 0.65em;
  }
  .sk-note {
    block-size: 4.5em;
  }
  .sk-line {
    block-size: 2em;
  }
  .sk-list {
    block-size: 9em;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      --_bar: Highlight;
      forced-color-adjust: none;
      background: Canvas;
    }
    .timeline li::before {
      background: CanvasText;
    }
  }
  @media print {
    progress {
      print-color-adjust: exact;
    }
    .why > summary {
      display: none;
    }
  }
`;
