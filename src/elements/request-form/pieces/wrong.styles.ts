import { css } from 'lit';

export const wrongStyles = css`
  .summary {
    margin-block-end: 1.5em;
  }
  .summary h3 {
    color: var(--_bad);
    margin-block-end: 0.25em;
  }
  .summary a {
    color: var(--_bad);
    display: inline-block;
    padding-block: 0.5em;
  }
  .summary .mended a {
    color: var(--_ink-soft);
    text-decoration: line-through;
  }
  .good-note {
    border-inline-start: 4px solid var(--_good);
    background: var(--_good-tint);
  }
  .summary.good-note h3 {
    color: var(--_good);
  }
`;
