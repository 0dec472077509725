import { css } from 'lit';

export const styles = css`
  .desk.wide {
    max-inline-size: 110em;
  }
  section > h3 {
    margin-block: 0.5em 0.25em;
  }
  .agency {
    max-inline-size: 32em;
  }
  .list {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    margin-block: 0.75em;
  }
  .list > li > a:not(.button),
  .history > li {
    display: grid;
    gap: 0.25em 1em;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.75em 1em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_ink);
    text-decoration: none;
  }
  .list > li > a:not(.button):hover,
  .button.quiet:not([aria-disabled='true']):hover {
    background: var(--_tint);
  }
  .history .row {
    margin-inline-start: -0.5em;
  }
  .ask {
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
    font-weight: 600;
    color: var(--_accent);
  }
  summary:hover {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.25em;
  }

  .upload,
  .progress {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.75em;
    padding: 1.5em 1em;
    border: 2px dashed var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_ground);
    text-align: center;
  }
  .drop.over {
    border-color: var(--_accent);
    border-style: solid;
    background: var(--_tint);
  }
  .drop > svg {
    inline-size: 2em;
    block-size: 2em;
    color: var(--_accent);
  }
  .template {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
  }
  progress {
    inline-size: 100%;
    block-size: 0.75em;
    accent-color: var(--_accent);
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 0.5em;
  }
  .tiles li {
    padding: 0.75em 1em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .tiles b {
    font-size: 1.35em;
  }
  .tiles .is-warning {
    border-color: var(--_warn);
    background: var(--_warn-tint);
  }
  .services {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
  }
  .services > li {
    padding: 0.5em 0.85em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .fields {
    inline-size: 100%;
    table-layout: fixed;
    margin-block-start: 0.35em;
  }
  .fields :is(th, td) {
    padding: 0.35em 0.5em;
    border-block-start: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .bullets {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .fields thead th {
    font-size: 0.85em;
    color: var(--_ink-soft);
    border: 0;
  }
  del {
    color: var(--_bad);
    text-decoration-thickness: 1px;
  }
  ins {
    color: var(--_good);
    text-decoration: none;
    font-weight: 600;
  }
  .turned {
    display: grid;
    gap: 0.25em;
  }
  .turned dt {
    font-size: 0.85em;
    color: var(--_ink-soft);
  }
  .turned dd {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .kinds .services {
    margin-block-start: 0.5em;
  }
  .plain {
    display: grid;
    gap: 0.25em;
  }
  meter {
    inline-size: 100%;
    block-size: 0.75em;
  }
  .order .field {
    max-inline-size: 44em;
  }
  .agree {
    margin-block-end: 1em;
  }
  .agree label,
  .tick label {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 44px;
  }
  input[type='checkbox'] {
    inline-size: 1.35em;
    block-size: 1.35em;
    flex: none;
    accent-color: var(--_accent);
  }
  .done {
    display: grid;
    gap: 0.75em;
  }
  .done h2 svg {
    color: var(--_good);
  }

  @container (max-width: 36em) {
    .fields,
    .fields :is(tbody, tr, th, td) {
      display: block;
    }
    .fields thead {
      display: none;
    }
    .fields tr {
      padding-block: 0.35em;
      border-block-start: 1px solid var(--_line);
    }
    .fields :is(th, td) {
      border: 0;
      padding: 0.1em 0;
    }
    .fields th {
      font-weight: 600;
    }
    .fields .visually-hidden {
      position: static;
      inline-size: auto;
      block-size: auto;
      margin: 0;
      clip-path: none;
      color: var(--_ink-soft);
    }
  }
  @container (min-width: 44em) {
    .list > li > a:not(.button),
    .history > li {
      grid-template-columns: minmax(0, 1fr) max-content;
      align-items: center;
    }
    .list > li > a > .row {
      grid-area: 1 / 2 / span 2;
    }
    .history .ask {
      grid-column: 1 / -1;
    }
  }
`;
