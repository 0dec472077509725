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
  .to-mend {
    display: grid;
    gap: 0.35em;
    margin-block-start: 0.35em;
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
  .part {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.75em;
  }
  .part legend {
    color: var(--_accent);
    margin-block-end: 0.5em;
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
`;
