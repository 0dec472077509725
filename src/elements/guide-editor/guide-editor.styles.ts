import { css } from 'lit';

export const styles = css`
  .guides,
  .options,
  .history {
    display: grid;
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .guides a {
    display: grid;
    gap: 0.25em;
    padding: 0.75em 1em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_ink);
    text-decoration: none;
  }
  .guides .row {
    gap: 0.35em;
    margin-block-start: 0.25em;
  }
  .guides a:hover {
    background: var(--_tint);
  }
  .chip.bad {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .chip.warn {
    border-color: var(--_warn);
    color: var(--_warn);
  }
  .sk-row {
    block-size: 4.25em;
    margin-block-start: 0.5em;
  }
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
  summary svg {
    margin-inline-end: 0.35em;
  }
  .new form {
    max-inline-size: 32em;
    margin-block-start: 0.75em;
  }

  .guide {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  /* A quiet button begins where the text above it begins. */
  .guide > p > .quiet,
  .part > fieldset > .quiet,
  .known > .quiet,
  .part .tools {
    margin-inline-start: -0.5em;
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
  .to-mend {
    display: grid;
    gap: 0.35em;
    margin-block-start: 0.35em;
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

  .tree {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
  }
  .tree + .tree,
  .tree + h3 {
    margin-block-start: 0.75em;
  }
  .node-head,
  .opener {
    display: flex;
    gap: 0.5em;
    align-items: center;
    inline-size: 100%;
    text-align: start;
  }
  .opener,
  .read {
    min-block-size: 44px;
    padding: 0.4em 0.75em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
  }
  .opener:hover {
    background: var(--_tint);
  }
  .opener[aria-expanded='true'] {
    border-color: var(--_accent);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .question > .node-head .name {
    font-weight: 600;
  }
  .kind {
    color: var(--_accent);
    flex: none;
  }
  .answer > .node-head .kind {
    color: var(--_good);
  }
  .form {
    padding: 1em;
    background: var(--_surface);
    border: 1px solid var(--_accent);
    border-block-start: 0;
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .form h4 {
    margin-block: 1.5em 0.35em;
  }
  .form > .field,
  .form fieldset > .field {
    max-inline-size: 44em;
  }
  .form .field {
    margin-block-end: 1.25em;
  }
  .form textarea.input {
    min-block-size: 4.5em;
  }
  .part {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.75em;
  }
  .part legend {
    color: var(--_accent);
    margin-block-end: 0.5em;
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
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) max-content;
    gap: 0.35em;
    margin-block-end: 0.35em;
    max-inline-size: 44em;
  }
  .known .hint {
    margin-block-end: 0.75em;
  }
  .found {
    border-inline-start: 3px solid var(--_good);
    padding-inline-start: 0.75em;
    margin-block-end: 0.75em;
  }
  .findings {
    padding-inline: 0.75em;
  }
  .ways {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.5em;
    margin-inline-start: 0.5em;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: 0.6em;
  }
  .way {
    color: var(--_ink-soft);
    margin-block-end: 0.2em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding-inline: 0.75em;
    margin-block-start: 0.25em;
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }
  .saving .field {
    margin-block-end: 0.75em;
    max-inline-size: 44em;
  }
  @container (min-width: 44em) {
    .guides a {
      grid-template-columns: minmax(0, 1fr) max-content;
      align-items: center;
      gap: 0.25em 1em;
    }
    .guides .row {
      grid-area: 1 / 2 / span 2;
      margin: 0;
    }
    .ways {
      margin-inline-start: 1.1em;
      padding-inline-start: 1em;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
