import { css } from 'lit';

/** A list that is narrowed by typing (core/controls/combobox.ts). */
export const comboStyles = css`
  .combo {
    position: relative;
    max-inline-size: 24em;
  }
  .combo > .input {
    inline-size: 100%;
    padding-inline-end: 2.25em;
  }
  .combo > svg {
    position: absolute;
    inset-inline-end: 0.75em;
    inset-block-start: 0.95em;
    color: var(--_ink-soft);
    pointer-events: none;
  }
  .combo-list {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    inset-block-start: 3.1em;
    max-block-size: 17em;
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.4em 1.2em rgb(0 0 0 / 18%);
  }
  .combo-list[hidden] {
    display: none;
  }
  .combo-list li {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    padding: 0.3em 0.85em;
    cursor: pointer;
  }
  .combo-list li.active,
  .combo-list li:hover {
    background: var(--_tint);
  }
  .combo-list li.active {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .combo-list li[aria-selected='true'] {
    font-weight: 600;
  }
`;
