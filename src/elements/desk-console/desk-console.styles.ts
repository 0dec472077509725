import { css } from 'lit';

/** The lists. The case has its own sheet. */
export const styles = css`
  .find .field {
    margin-block-end: 0;
  }
  .find-row {
    display: flex;
    gap: 0.5em;
  }
  .find-row .input {
    flex: 0 1 20em;
    inline-size: auto;
    min-inline-size: 0;
  }
  .find-row .button {
    flex: none;
    padding-inline: 0.9em;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .bar > .button {
    margin-inline-end: auto;
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
  /* One of three, twice: each group stands as one control, so that neither runs into the other. */
  .bar .segments {
    flex-wrap: nowrap;
    gap: 0;
    border: 1.5px solid var(--_line-control);
    border-radius: 2em;
    background: var(--_surface);
  }
  .bar .segments button {
    border-color: transparent;
    background: none;
    white-space: nowrap;
  }
  .bar .segments button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .segments button:focus-visible {
    border-radius: 2em;
  }
  .waiting {
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_tint);
  }
  .count {
    margin-block: 0.75em 0.5em;
  }
  .late-count {
    color: var(--_bad);
  }
  .chip.mine {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .chip.draft {
    border-color: var(--_warn);
    color: var(--_warn);
  }
  .queue {
    display: grid;
    gap: 0.5em;
  }
  .case-row a {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  .what {
    display: grid;
  }
  .what bdi[translate] {
    white-space: nowrap;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    order: 1;
  }
  .case-row .chips {
    order: 2;
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
  @container (min-width: 34em) {
    .case-row a {
      grid-template-columns: minmax(0, 1fr) max-content;
    }
    .when {
      display: grid;
      grid-area: 1 / 2 / 3;
      min-inline-size: 11em;
    }
  }
  @container (min-width: 62em) {
    .case-row a {
      grid-template-columns: minmax(0, 1fr) minmax(0, max-content) 12.5em;
    }
    .when {
      grid-area: auto;
      order: 0;
    }
    .case-row .chips {
      order: 0;
      justify-content: end;
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
  .unanswered {
    inline-size: 100%;
    max-inline-size: 48em;
    border-collapse: collapse;
    margin-block-end: 1em;
  }
  .unanswered :is(th, td) {
    padding: 0.5em 0.75em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
  .unanswered :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .unanswered :is(th, td):not(:first-child) {
    inline-size: 1%;
    white-space: nowrap;
  }
  .unanswered tbody th {
    font-weight: 400;
  }
  .health {
    display: grid;
    gap: 0.75em;
    margin-block-end: 1em;
  }
  .bar.all {
    margin-block: 0.75em;
  }
  .reports > li {
    display: grid;
    justify-items: start;
    gap: 0.35em;
    padding-block: 1em;
    border-block-start: 1px solid var(--_line);
  }

  @media (forced-colors: active) {
    .segments button[aria-pressed='true'],
    .segments button[aria-expanded='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    .button,
    .segments,
    .find,
    .actions,
    details:not([open]) {
      display: none !important;
    }
    .desk {
      padding: 0;
    }
  }

  .token-form, .reason-form {
    max-inline-size: 30em;
    margin-block: 1em 1.5em;
  }

  .overview table {
    min-inline-size: 46em;
  }
  .overview th[scope='row'] {
    min-inline-size: 8em;
  }
  .overview td {
    white-space: nowrap;
  }
  @container (max-width: 40em) {
    .overview tr > th:first-child {
      min-inline-size: 0;
      max-inline-size: 9.5em;
    }
  }
  .overview thead button {
    min-block-size: 44px;
    text-decoration: underline dotted;
    text-underline-offset: 0.3em;
  }
  .overview [aria-sort] button {
    color: var(--_accent);
  }
  .score {
    display: inline-block;
    min-inline-size: 2.6em;
    padding-inline: 0.4em;
    border-inline-start: 4px solid var(--_score);
  }
  .score.high {
    --_score: var(--_good);
  }
  .score.middle {
    --_score: var(--_warn);
  }
  .score.low {
    --_score: var(--_bad);
  }
`;
