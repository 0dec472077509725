import { css } from 'lit';

export const finderStyles = css`
  #question {
    display: block;
    font-size: 1.35em;
    font-weight: 700;
    line-height: 1.4;
    margin-block-end: 0.5em;
  }
  .search {
    position: relative;
  }
  .search > svg {
    position: absolute;
    inset-inline-start: 0.9em;
    inset-block-start: calc(50% - 0.6em);
    color: var(--_accent);
    pointer-events: none;
  }
  .search input {
    min-block-size: max(3.25em, 52px);
    padding-inline: 2.75em 3em;
    font-size: max(1.1em, 16px);
    border-width: 2px;
    appearance: none;
  }
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    position: absolute;
    inset-inline-end: 0.25em;
    inset-block: 0;
    margin-block: auto;
    inline-size: max(2.75em, 44px);
    block-size: max(2.75em, 44px);
    display: grid;
    place-items: center;
    border: 0;
    background: none;
    color: var(--_ink-soft);
    border-radius: var(--_radius);
  }
  slot[name='notice']::slotted(*) {
    margin-block: 0.75em !important;
  }
  /* Holds the place of what comes a moment after the first results. */
  .tray {
    min-block-size: 44px;
    margin-block-start: 0.35em;
  }
  .tray + .count {
    margin-block-start: 0;
  }
  .count {
    min-block-size: 1.75em;
    margin-block: 0.6em 0.25em;
  }
  .result {
    position: relative;
    padding-block: 0.9em;
  }
  .result + .result::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    border-block-start: 1px solid var(--_line);
  }
  .result a {
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.5;
    text-decoration: none;
  }
  .result a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .description {
    max-inline-size: 70ch;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-start: 0.25em;
  }
  .facts li {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
  }
  mark {
    background: none;
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.35em;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6em;
  }
  @container (max-width: 14em) {
    .tiles {
      grid-template-columns: 1fr;
    }
  }
  @container (min-width: 32em) {
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    }
  }
  .tile {
    min-block-size: 3.5em;
    border-radius: var(--_radius);
  }
  .skeleton.bar {
    display: block;
    block-size: 1.1em;
    margin-block: 0.45em;
    max-inline-size: 34em;
  }
  .skeleton.title-bar {
    block-size: 1.4em;
    max-inline-size: 16em;
  }
  .skeleton.short {
    max-inline-size: 22em;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.55;
      }
    }
  }
`;
