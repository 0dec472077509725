import { css } from 'lit';

/** A filed request opened: its answers, files and messages, for the citizen and for the expert. */
export const record = css`
  .prose {
    white-space: pre-wrap;
    max-inline-size: 70ch;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .basis {
    display: flex;
    gap: 0.45em;
    align-items: center;
  }
  .messages {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.6em;
  }
  .messages > li {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.85em;
  }
  .messages > .citizen {
    border-inline-start-color: var(--_line-control);
  }
  .answers > div {
    padding-block: 0.4em;
    border-block-end: 1px solid var(--_line);
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
  .file .small {
    flex: none;
  }
  .file bdi {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
`;
