import { css } from 'lit';

export const styles = css`
  .forms,
  .options,
  .leaves,
  .history {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    margin-block: 0.75em;
  }
  .forms a {
    display: grid;
    gap: 0.25em;
    padding: 0.75em 1em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_ink);
    text-decoration: none;
  }
  .forms .row {
    gap: 0.35em;
  }
  .forms a:hover,
  .opener:hover {
    background: var(--_tint);
  }
  section > .field {
    max-inline-size: 32em;
    margin-block: 0.75em;
  }

  .wide {
    max-inline-size: 92em;
  }
  .beside {
    display: grid;
    gap: 1.5em;
    grid-template-columns: minmax(0, 1fr);
  }
  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
  .sides .button {
    border-radius: 0;
    justify-content: center;
  }
  .sides .button[aria-selected='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
    border-block-end-width: 3px;
    font-weight: 600;
  }
  @container (max-width: 61.99em) {
    .beside[data-side='outline'] > #side-preview,
    .beside[data-side='preview'] > #side-outline {
      display: none;
    }
  }
  .studio {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  /* A quiet button begins where the text above it begins. */
  .studio > p > .quiet,
  .form > .tools {
    margin-inline-start: -0.5em;
  }
  .to-mend,
  .changes {
    display: grid;
    gap: 0.35em;
    margin-block: 0.35em;
  }

  ol {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .tree {
    display: grid;
    gap: 0.4em;
    grid-template-columns: minmax(0, 1fr);
  }
  .steps {
    gap: 1.25em;
    margin-block: 1em;
  }
  .inner {
    margin-block-start: 0.4em;
    margin-inline-start: 0.5em;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: 0.6em;
  }
  .opener {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
    inline-size: 100%;
    text-align: start;
    min-block-size: 44px;
    padding: 0.4em 0.75em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
  }
  .opener .name {
    margin-inline-end: auto;
    overflow-wrap: anywhere;
  }
  .step > .node-head .name,
  .head-node .name {
    font-weight: 600;
  }
  .when,
  .findings {
    padding-inline: 0.75em;
    margin-block-start: 0.15em;
  }
  .form fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-inline-size: 0;
  }
  .form fieldset .field {
    max-inline-size: 44em;
  }
  .form fieldset fieldset {
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .input.short {
    max-inline-size: 12em;
  }
  .tick {
    margin-block-end: 0.75em;
  }
  .tick .hint {
    margin-inline-start: 2em;
  }
  .ticks .tick {
    margin: 0;
  }
  .pair,
  .leaf-parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1em;
    max-inline-size: 44em;
  }
  .option,
  .rule {
    border-block-end: 1px solid var(--_line);
    padding-block-end: 0.5em;
  }
  .option .field,
  .rule .field,
  .leaf .field {
    margin-block-end: 0.5em;
  }
  .leaf {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    gap: 0 0.5em;
    align-items: end;
  }
  .leaf .join {
    grid-column: 1 / -1;
    font-weight: 600;
  }
  .leaf > fieldset {
    grid-column: 1 / -1;
  }
  .leaf > .button {
    margin-block-end: 0.5em;
  }
  .adder {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
    margin-inline-start: 1.1em;
    max-inline-size: 28em;
  }
  .adder .input {
    min-inline-size: 0;
  }
  .adder .button {
    flex: none;
  }
  .inner .adder {
    margin-inline-start: 0;
  }
  .read {
    min-block-size: 0;
  }
  .saving h4 {
    margin-block: 1em 0.35em;
  }
  .saving .field {
    margin-block: 0.75em;
    max-inline-size: 44em;
  }
  @container (min-width: 44em) {
    .forms a {
      grid-template-columns: minmax(0, 1fr) max-content;
      align-items: center;
      gap: 0.25em 1em;
    }
    .forms .row {
      grid-area: 1 / 2 / span 2;
    }
    .inner {
      margin-inline-start: 1.1em;
      padding-inline-start: 1em;
    }
    .pair,
    .leaf-parts {
      grid-template-columns: repeat(auto-fit, minmax(11em, 1fr));
      align-items: end;
    }
    .option {
      display: grid;
      grid-template-columns: minmax(0, 1fr) max-content;
      gap: 0 0.5em;
      align-items: end;
    }
  }
  @container (min-width: 62em) {
    .sides {
      display: none;
    }
    .beside {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
    }
    /* Stays in view while the outline moves past it. */
    .preview {
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow-y: auto;
    }
  }
  @media (forced-colors: active) {
    .button[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
