import { css } from 'lit';

/** Comes with what comes after the first view. */
export const moreStyles = css`
  .week th {
    font-weight: 400;
    text-align: start;
    padding-inline-end: 1.25em;
  }
  .late-note .hints {
    gap: 1em;
  }
  .late-note svg,
  .delay-note svg {
    margin-inline-end: 0.4em;
  }
  .late-note svg {
    color: var(--_bad);
  }
  .delay-note svg {
    color: var(--_warn);
  }
  .invitation {
    margin-block-start: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em 1.1em 1.1em;
  }
  .invitation.open {
    border-width: 1px 0 0;
    border-radius: 0;
    padding-inline: 0;
  }
  .invitation > .button {
    margin-block-start: 0.6em;
  }
  .keep {
    margin-block-start: 0.5em;
  }
  .keep .row {
    gap: 0 0.5em;
  }
  .shared {
    white-space: pre-line;
    user-select: all;
  }
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
  .log {
    display: grid;
    gap: 0.75em;
  }
  .log .note {
    display: flex;
    gap: 0.6em;
  }
  .log .good {
    color: var(--_good);
  }
  .check textarea {
    font-size: max(0.85em, 16px);
    overflow-wrap: anywhere;
  }
`;
