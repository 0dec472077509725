import { css } from 'lit';

/** Failure, and speaking. */
export const laterStyles = css`
  .clear[aria-pressed='true'] {
    color: var(--_bad);
  }
  .hearing {
    margin-block-start: 0.35em;
  }
  .failed {
    max-inline-size: 70ch;
    padding-block: 0.25em 0.5em;
  }
  .failed p {
    margin-block-end: 0.75em;
  }
  .lead {
    font-size: 1.15em;
    font-weight: 600;
  }
  .lead svg {
    color: var(--_bad);
  }
`;
