import { css } from 'lit';

export const reviewStyles = css`
  .review-step {
    margin-block-start: 1.5em;
  }
  .review-step h3 {
    margin-block-end: 0.35em;
  }
  .review-row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .review-row:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .review-row dt {
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  .review-row dd:not(.change) {
    grid-column: 1;
  }
  .review-row .change {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  .change .link {
    justify-content: center;
    min-inline-size: 44px;
  }
  .review-row .text {
    white-space: pre-line;
  }
  .told .same > * + * {
    margin-block-start: 0.75em;
  }
  .same .row {
    row-gap: 0.75em;
  }
  .prove-more {
    margin-block-start: 0.75em;
  }
  .prove-help {
    list-style: disc;
    padding-inline-start: 1.25em;
    margin-block: 0.25em 0.75em;
  }
  .prove-help li + li {
    margin-block-start: 0.35em;
  }
  details > summary {
    min-block-size: 44px;
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  .members li + li {
    margin-block-start: 0.6em;
  }
  @container (min-width: 38em) {
    .review-row {
      grid-template-columns: minmax(11em, 1fr) 2fr auto;
      align-items: baseline;
    }
    .review-row dd:not(.change) {
      grid-column: 2;
    }
    .review-row .change {
      grid-area: auto;
      align-self: baseline;
    }
  }
`;
