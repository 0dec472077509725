import { css } from 'lit';

/** What stands around the results. */
export const aroundStyles = css`
  /* Of field and results, but not needed for the first of them. */
  .note + .count {
    margin-block-start: 0;
  }
  .empty {
    max-inline-size: 70ch;
    padding-block: 0.75em 0.5em;
  }
  .empty > p {
    margin-block-end: 0.75em;
  }
  /* Nothing found: that is the heading, and no menus are waited for. */
  .count:has(+ .empty) {
    font-size: 1.35em;
    font-weight: 700;
    color: var(--_ink);
    margin-block: 0.5em -0.25em;
  }
  .tray:empty:has(~ .empty) {
    min-block-size: 0;
  }
  .search input:hover {
    border-color: var(--_accent);
  }
  .result a:focus-visible {
    outline: none;
  }
  .result a:focus-visible::after {
    outline: 3px solid var(--_accent);
    outline-offset: 5px;
  }
  .clear:hover {
    color: var(--_ink);
  }
  .result:hover,
  .result:focus-within {
    background: var(--_tint);
    /* Wider than the text without being wider than the column: shadows cause no scrolling. */
    box-shadow:
      0.5em 0 0 var(--_tint),
      -0.5em 0 0 var(--_tint);
  }
  .result a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  .why {
    padding-inline: 0.6em;
    border-radius: 2em;
    background: var(--_tint);
  }
  .ways {
    display: inline-flex;
    gap: 0.4em;
    max-inline-size: calc(100% - 9.5em);
    margin-block: -9px;
    margin-inline-start: 0.9em;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
    vertical-align: middle;
  }
  .way {
    flex: none;
    min-block-size: 32px;
    padding-inline: 0.8em;
    border: 1px solid var(--_line);
    border-radius: 2em;
    background: none;
    color: var(--_ink);
  }
  .way:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    margin-block-start: 0.5em;
  }
  .foot .stand {
    display: none;
  }
  .paper {
    display: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 0.75em;
  }
  .ends {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    min-inline-size: 0;
  }
  .fold {
    margin-inline-start: -0.5em;
  }
  .fold svg {
    transition: rotate 0.15s;
  }
  .fold[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .square {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink-soft);
  }
  .square:hover,
  .square[aria-pressed='true'] {
    color: var(--_accent);
  }
  .square[aria-pressed='true'] {
    background: var(--_tint);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    padding-block: 0.25em 0.5em;
  }
  .select {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .select > svg {
    position: absolute;
    inset-inline-end: 0.8em;
    pointer-events: none;
    color: var(--_ink-soft);
  }
  .select select {
    appearance: none;
    min-block-size: 44px;
    inline-size: 100%;
    max-inline-size: 16em;
    padding-inline: 1em 2.4em;
    border: 1px solid var(--_line-control);
    border-radius: 2em;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: max(0.9em, 16px);
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .select[data-chosen='true'] select {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .select.sort select {
    border-color: transparent;
    background: none;
    color: var(--_ink-soft);
    padding-inline-start: 0.5em;
  }
  .toggle {
    min-block-size: 44px;
    padding-inline: 1.1em;
    font: inherit;
    font-size: 0.9em;
  }
  .toggle[aria-pressed='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .toggle:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .toggle:enabled:hover,
  .select select:hover {
    border-color: var(--_accent);
  }
  .understood {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
    font-size: 0.92em;
  }
  .understood svg,
  .help svg {
    margin-block-start: 0.3em;
    color: var(--_accent);
  }
  .meant {
    padding: 0.6em 0.15em;
    margin-block: -0.6em;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .life-heading {
    margin-block: 0 0.25em;
  }
  .life-heading h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .life-heading h3 svg {
    color: var(--_accent);
  }
  .life-heading h3 .small {
    font-weight: 400;
    font-size: 0.75em;
  }
  .life-heading .button {
    margin-inline-start: -0.5em;
  }
  .bundle {
    margin-block: 0.5em 0.75em;
    padding: 0.85em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .bundle ol {
    counter-reset: step;
    margin-block-start: 0.35em;
  }
  .bundle li {
    position: relative;
    counter-increment: step;
    padding-block: 0.45em;
    padding-inline-start: 2.25em;
  }
  .bundle li::before {
    content: counter(step, persian);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.6em;
    display: grid;
    place-items: center;
    inline-size: 1.7em;
    block-size: 1.7em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_accent);
    font-size: 0.9em;
    font-weight: 700;
    line-height: 1;
  }
  .root[lang='en'] .bundle li::before {
    content: counter(step);
  }
  .bundle .go {
    font-weight: 600;
    text-decoration: none;
    margin-inline-end: 0.5em;
  }
  .bundle .go:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  .near {
    margin-block-start: 1em;
  }
  .unsure {
    margin-block-start: 1em;
    padding-block-start: 0.85em;
    border-block-start: 1px solid var(--_line);
  }
  .results + .help {
    margin-block-start: 1em;
  }
  .help {
    display: flex;
    gap: 0.5em;
  }
  .help a {
    padding: 0.8em;
    margin: -0.8em;
  }
  @container (max-width: 32em) {
    .bundle li .soft {
      display: block;
    }
  }
  /* On phones the two menus are enough for one line. */
  @container (max-width: 26em) {
    .tools .square {
      display: none;
    }
    .foot .stand {
      display: inline-flex;
    }
  }
  .as-grid .results {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17em, 1fr));
    gap: 0.75em;
  }
  .as-grid .result {
    padding: 0.85em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .as-grid .result::before {
    display: none;
  }
  .as-grid .result:hover,
  .as-grid .result:focus-within {
    border-color: var(--_accent);
    box-shadow: none;
  }
  /* Two on a phone, where they fit: what a service is called, and its three facts. */
  @container (max-width: 36em) {
    .as-grid .results {
      grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
      gap: 0.5em;
    }
    .as-grid .result {
      padding: 0.6em 0.7em;
    }
    .as-grid .result a {
      font-size: 1em;
    }
    .as-grid .description {
      display: none;
    }
  }
  @media (prefers-contrast: more) {
    .select.sort select {
      border-color: var(--_line-control);
    }
  }
  @media (forced-colors: active) {
    .square {
      border: 1px solid ButtonBorder;
    }
    .toggle[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .toggle[aria-pressed='true'] .soft {
      color: inherit;
    }
  }
  @media print {
    .result,
    .bundle {
      break-inside: avoid;
    }
    .unsure {
      display: none;
    }
    .result {
      padding-block: 0.6em;
    }
    .paper {
      display: revert;
    }
    .as-grid .results {
      display: block;
    }
    .as-grid .result {
      border-width: 0 0 1px;
      border-radius: 0;
    }
    .description {
      display: block;
      overflow: visible;
    }
  }
`;
