import { css } from 'lit';

/** Comes with the chunk of the check. */
export const moreStyles = css`
  .check {
    margin-block-start: 1.5em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 0.75em;
  }
  .check .good {
    color: var(--_good);
  }
  .check .note {
    display: flex;
    gap: 0.6em;
  }
  .check textarea {
    font-size: max(0.85em, 16px);
    overflow-wrap: anywhere;
  }
`;
