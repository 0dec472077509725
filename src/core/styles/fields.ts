import { css } from 'lit';

/** Labels, hints and errors around a control: for elements that ask with `core/controls/field.ts`. */
export const fields = css`
  .field {
    display: block;
    margin-block-end: 1.25em;
  }
  .field > label,
  .field > legend,
  .label {
    display: block;
    font-weight: 600;
    margin-block-end: 0.15em;
  }
  .label > .soft,
  label > .soft {
    font-weight: 400;
  }
  .hint {
    font-size: 0.85em;
    color: var(--_ink-soft);
    margin-block-end: 0.35em;
  }
  .error,
  .warning {
    display: flex;
    align-items: flex-start;
    gap: 0.4em;
    font-size: 0.92em;
    margin-block-start: 0.35em;
  }
  .error {
    color: var(--_bad);
  }
  .warning {
    color: var(--_warn);
  }
  .error svg {
    margin-block-start: 0.3em;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  textarea.input {
    min-block-size: 7em;
    resize: vertical;
  }
`;
