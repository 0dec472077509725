import { css } from 'lit';

/** A day in three controls (core/controls/date-input.ts), and whatever else is written in parts. */
export const partedStyles = css`
  .date-parts {
    display: flex;
    gap: 0.6em;
    max-inline-size: 26em;
  }
  .part {
    flex: 1 1 4em;
    min-inline-size: 0;
  }
  .part.month {
    flex: 1.8 1 7em;
  }
  .part label {
    display: block;
    color: var(--_ink-soft);
  }
  .part .input {
    text-align: center;
    padding-inline: 0.4em;
  }
  .part select.input {
    text-align: start;
    padding-inline: 0.6em 1.9em;
  }
`;
