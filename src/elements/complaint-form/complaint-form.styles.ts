import { css } from 'lit';

export const complaintStyles = css`
  .after {
    display: grid;
    gap: 1.5em;
    margin-block-start: 1.25em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  .after > * {
    min-inline-size: 0;
  }
  section > * + * {
    margin-block-start: 0.75em;
  }
  section > h3 + p {
    margin-block-start: 0.25em;
  }
  .contacts + p,
  p + .offices,
  .contacts + .offices {
    margin-block-start: 0.75em;
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  details > :not(summary) {
    margin-block-end: 0.75em;
  }
  .needs {
    max-inline-size: 46em;
  }
  .needs ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .others li {
    padding-block: 0.5em;
  }
  .field {
    max-inline-size: 40em;
    margin-block-end: 1.25em;
  }
  .ready {
    max-inline-size: 46em;
  }
  .ready .text {
    margin-block: 0.5em 1em;
    white-space: pre-line;
    user-select: text;
  }
  .options {
    display: grid;
    gap: 0.5em;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 44px;
  }
  .link {
    min-block-size: 44px;
    padding: 0 0.25em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .told {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    margin-block-end: 1.25em;
  }
  .told.warn > svg {
    color: var(--_warn);
  }
  .told svg {
    flex: none;
  }
  .icon-only {
    text-decoration: none;
  }
  @media print {
    .ready {
      border: 0;
      padding: 0;
    }
  }
`;
