import { css } from 'lit';

/** Where something is written piece by piece, checked and published: guides, forms. */
export const workshopStyles = css`
  summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
    font-weight: 600;
    color: var(--_accent);
  }
  summary:hover,
  .jump:hover {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.25em;
  }
  .bar {
    gap: 0 0.5em;
    margin-block: 0.5em;
  }
  .bar h3 {
    margin-inline-end: auto;
  }
  .button.quiet:not([aria-disabled='true']):hover {
    background: var(--_tint);
  }
  .button[aria-pressed='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
  }
  .fine svg {
    color: var(--_good);
  }
  .jump {
    border: 0;
    background: none;
    padding: 0;
    min-block-size: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-align: start;
  }
  .opener[aria-expanded='true'] {
    border-color: var(--_accent);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .form {
    padding: 1em;
    background: var(--_surface);
    border: 1px solid var(--_accent);
    border-block-start: 0;
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .form textarea.input {
    min-block-size: 4.5em;
  }
  .up svg {
    transform: scaleY(-1);
  }
  .tools {
    gap: 0.35em;
    margin-block-start: 0.5em;
  }
  .tick label {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 44px;
  }
  .tick input {
    inline-size: 1.35em;
    block-size: 1.35em;
    flex: none;
    accent-color: var(--_accent);
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
