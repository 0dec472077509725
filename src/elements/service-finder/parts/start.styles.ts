import { css } from 'lit';

/** Tiles, what people ask for most, earlier searches. */
export const startStyles = css`
  .tiles-heading {
    font-size: 0.92em;
    font-weight: 400;
    margin-block: 0.85em 0.6em;
  }
  .tile {
    display: flex;
    inline-size: 100%;
    block-size: 100%;
    gap: 0.5em;
    align-items: center;
    padding: 0.5em;
    border: 1px solid var(--_line);
    background: var(--_surface);
    text-align: start;
    line-height: 1.5;
  }
  .tile svg {
    inline-size: 1.4em;
    block-size: 1.4em;
    color: var(--_accent);
  }
  .tile:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .asked li + li {
    border-block-start: 1px solid var(--_line);
  }
  .asked .go {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 600;
    text-decoration: none;
  }
  .asked .go:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .again {
    padding: 0;
    gap: 0;
    max-inline-size: 100%;
  }
  .again button {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 44px;
    border: 0;
    border-radius: 2em;
    background: none;
  }
  .again .text {
    padding-inline: 0.9em 0.25em;
    text-align: start;
  }
  .again svg {
    color: var(--_ink-soft);
  }
  .again .drop {
    justify-content: center;
    inline-size: 44px;
  }
  .again button:hover {
    color: var(--_accent);
  }
  .recent-offer {
    margin-block-start: 0.5em;
  }
`;
