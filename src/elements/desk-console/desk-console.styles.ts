import { css } from 'lit';

export const styles = css`
  .desk {
    max-inline-size: 76em;
    margin-inline: auto;
    padding: 1em;
    display: grid;
    gap: 1em;
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5em 1em;
    border-block-end: 1px solid var(--_line);
    padding-block-end: 0.5em;
  }
  .head .button {
    flex: none;
    white-space: nowrap;
  }
  .who > * {
    margin-inline-end: 0.6em;
  }
  .sign-in {
    inline-size: min(100%, 26em);
    margin: min(12vh, 6em) auto 2em;
    padding: 1.75em;
  }
  .sign-in h2 {
    display: flex;
    gap: 0.5em;
    align-items: center;
    margin-block-end: 0.75em;
  }
  .sign-in h2 svg {
    color: var(--_accent);
  }
  .sign-in .note,
  .sign-in .error {
    margin-block-end: 1em;
  }
  .sign-in .button {
    inline-size: 100%;
  }
  .sign-in p + .button {
    margin-block-start: 1em;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .bar h2 {
    flex: 1 1 auto;
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .segments button {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    min-block-size: 44px;
    padding-inline: 1em;
    border: 1.5px solid var(--_line-control);
    border-radius: 2em;
    background: var(--_surface);
  }
  .segments button[aria-pressed='true'],
  .segments button[aria-expanded='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .segments button:focus-visible {
    border-radius: 2em;
  }
  .count {
    margin-block: 0.75em 0.5em;
  }
  .late-count {
    color: var(--_bad);
  }
  .queue {
    display: grid;
    gap: 0.5em;
  }
  .case-row a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.35em 1.25em;
    align-items: center;
    padding: 0.75em 1em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_band);
    border-radius: var(--_radius);
    color: var(--_ink);
    text-decoration: none;
  }
  .case-row a:hover {
    background: var(--_tint);
  }
  .case-row,
  .case-head,
  .clock {
    --_band: var(--_good);
  }
  .half {
    --_band: var(--_info);
  }
  .soon {
    --_band: var(--_warn);
  }
  .late {
    --_band: var(--_bad);
  }
  .paused,
  .ended,
  .stopped {
    --_band: var(--_line-control);
  }
  .what,
  .when {
    display: grid;
  }
  .what {
    grid-column: 1 / -1;
  }
  .case-row .chips {
    order: 3;
    justify-content: end;
  }
  .left {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    color: var(--_band);
  }
  .paused .left,
  .ended .left,
  .stopped .left {
    color: var(--_ink-soft);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }
  @container (min-width: 44em) {
    .case-row a {
      grid-template-columns: minmax(0, 1fr) auto 12.5em;
    }
    .what {
      grid-column: auto;
    }
    .case-row .chips {
      order: 0;
    }
  }
  .more {
    justify-content: center;
    margin-block-start: 1em;
  }
  .empty {
    text-align: center;
    padding: 3em 1em;
  }
  .empty svg {
    inline-size: 2.5em;
    block-size: 2.5em;
    color: var(--_ink-soft);
  }
  .sk-row {
    block-size: 4.25em;
    margin-block-start: 0.5em;
  }

  .back {
    justify-self: start;
  }
  .case-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block-end: 1em;
  }
  .case-head h2 {
    flex: 1 1 100%;
  }
  .case-head .chips {
    flex: 1 1 auto;
  }
  .sides,
  .main-side,
  .fact-side {
    display: grid;
    gap: 1em;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 56em) {
    .main-side .answers > div:not(.wide) {
      display: grid;
      grid-template-columns: minmax(10em, 1fr) 2fr;
      gap: 0 1em;
    }
    .main-side .answers dd {
      grid-column: 2;
    }
    .main-side .wide dd {
      grid-column: auto;
    }
    .sides {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  .card h3 {
    margin-block-end: 0.5em;
  }
  .card h4 {
    color: var(--_ink-soft);
    margin-block: 1em 0.25em;
  }
  .answers > div {
    padding-block: 0.4em;
    border-block-end: 1px solid var(--_line);
  }
  .answers > div:last-child {
    border-block-end: 0;
  }
  .answers dt {
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  .answers .member {
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: 0.9em;
    margin-block: 0.4em;
  }
  .prose {
    white-space: pre-wrap;
    max-inline-size: 70ch;
    unicode-bidi: plaintext;
  }
  .messages {
    display: grid;
    gap: 0.85em;
  }
  .messages li {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.85em;
  }
  .messages li.citizen {
    border-inline-start-color: var(--_line-control);
  }
  .basis {
    display: flex;
    gap: 0.45em;
    align-items: center;
  }
  .file {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
  }
  .file bdi {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 0.55em;
    margin-block: 0.4em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    background: var(--_skeleton);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--_band);
    border-radius: 1em;
  }
  progress::-moz-progress-bar {
    background: var(--_band);
    border-radius: 1em;
  }
  summary {
    cursor: pointer;
    min-block-size: 44px;
    padding-block: 0.5em;
  }
  .plain {
    padding-inline-start: 1.2em;
    margin-block-end: 0.6em;
  }
  .plain > li {
    list-style: disc;
  }
  ol.plain > li {
    list-style: persian;
  }
  .root[lang='en'] ol.plain > li {
    list-style: decimal;
  }
  .timeline li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: baseline;
    padding-block: 0.3em;
  }
  .timeline b {
    font-weight: 600;
  }
  .timeline .fresh {
    background: var(--_warn-tint);
    padding-inline: 0.5em;
    border-radius: var(--_radius);
  }
  .actions .segments {
    margin-block: 0.25em 0.75em;
  }
  .actions > .note {
    margin-block-end: 0.75em;
  }
  .action {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .choice {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 44px;
    padding-inline: 0.9em;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .invalid .choice {
    border-color: var(--_bad);
  }
  .choice input {
    accent-color: var(--_accent);
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
  }
  select[size] {
    padding: 0.25em;
    block-size: auto;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    .segments button[aria-pressed='true'],
    .segments button[aria-expanded='true'] {
      border-color: Highlight;
    }
  }
`;
