import { css } from 'lit';

/** Pages of the staff: their width, their head, the door. */
export const staffPage = css`
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
    flex-wrap: wrap;
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
  .who {
    /* On a small screen its links have whole lines. */
    flex: 1 1 20em;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
    position: relative;
    padding-inline-start: 1.75em;
  }
  .who a[aria-current] {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  /* Beside the first line, however long the name is. */
  .who > svg {
    position: absolute;
    inset-block-start: 0.3em;
    inset-inline-start: 0;
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
  .chip.good {
    border-color: var(--_good);
    color: var(--_good);
  }
  .chip.warn {
    border-color: var(--_warn);
    color: var(--_warn);
  }
  .chip.bad {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .sk-row {
    block-size: 4.25em;
    margin-block-start: 0.5em;
  }
`;
