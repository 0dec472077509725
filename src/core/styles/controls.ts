import { css } from 'lit';

/** Buttons, inputs, notes, cards: what every element draws. */
export const controls = css`
  button,
  .button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: max(2.75em, 44px);
    padding: 0.4em 1.25em;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.4;
    text-decoration: none;
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.quiet {
    border-color: transparent;
    padding-inline: 0.5em;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1.25em;
  }
  .note {
    background: var(--_tint);
    border-radius: var(--_radius);
    padding: 0.6em 0.85em;
  }
  .note.bad,
  .note.warn {
    border-inline-start: 4px solid var(--_bad);
    background: var(--_bad-tint);
  }
  .note.warn {
    border-inline-start-color: var(--_warn);
    background: var(--_warn-tint);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    border: 1px solid var(--_line-control);
    border-radius: 2em;
    padding: 0.1em 0.85em;
    font-size: 0.9em;
    background: var(--_surface);
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 0.75em;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: max(1em, 16px);
    line-height: 1.5;
    text-align: start;
    box-shadow: none;
    margin: 0;
  }
  .input::placeholder {
    color: var(--_ink-soft);
    opacity: 1;
  }
  .skeleton {
    /* Seen where colours are forced, and grounds are not. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_skeleton);
    color: transparent;
    user-select: none;
  }
  .code {
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-weight: 600;
    white-space: nowrap;
    direction: ltr;
    unicode-bidi: isolate;
  }
`;
