import { css } from 'lit';

/** One case: what was filed, the sheet, the history, and what may be done. */
export const caseStyles = css`
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
  .case-head .fault,
  .hold {
    flex: 1 1 100%;
  }
  .hold {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .holder,
  .newer,
  .fault {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  .holder svg,
  .newer svg,
  .fault svg {
    transform: translateY(0.15em);
  }
  .question {
    flex: 1 1 100%;
    padding: 1em;
  }
  .question p {
    max-inline-size: 70ch;
  }
  .question .row {
    margin-block-start: 0.75em;
  }
  .newer {
    margin-block: 0.5em;
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
  .answers > div:last-child {
    border-block-end: 0;
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
  .segments button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }
  #why-not {
    margin-block-end: 0.5em;
  }
  .units {
    max-block-size: 19em;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.25em 0.5em;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .invalid .units {
    border-color: var(--_bad);
  }
  .unit-agency {
    padding: 0.5em 0.5em 0;
    color: var(--_ink-soft);
    font-weight: 600;
  }
  .unit {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    min-block-size: 44px;
    padding: 0.4em 0.5em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .unit:hover {
    background: var(--_tint);
  }
  .unit:has(:checked) {
    background: var(--_tint);
  }
  .unit input {
    flex: none;
    accent-color: var(--_accent);
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    transform: translateY(0.15em);
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
  }
  .ask-again > summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
  }
  .preview-of[open] {
    padding-block-end: 1em;
  }
  .own-field {
    margin-block: 1em;
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 0.8em;
  }
  /* What stands in it is the citizen's, not the expert's own form. */
  .preview-of[open] {
    margin-block: 0.5em 1em;
    padding: 0 1em 1em;
    border: 1.5px dashed var(--_line-control);
    border-radius: var(--_radius);
  }
  .preview-of > .small {
    margin-block-end: 1em;
  }
`;
