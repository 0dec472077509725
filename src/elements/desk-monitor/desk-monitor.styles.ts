import { css } from 'lit';

export const styles = css`
  .bar {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5em;
    flex-wrap: wrap;
  }
  .back {
    justify-self: start;
  }
  .field {
    max-inline-size: 20em;
  }
  .five {
    list-style: none;
    padding: 0;
    margin-block: 1em;
    display: grid;
    gap: 0.75em;
    grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
  }
  .five li {
    display: grid;
    gap: 0.25em;
    align-content: start;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .five li.bad {
    border-inline-start: 0.3em solid var(--_bad);
  }
  .five a,
  .five .plain {
    display: grid;
    min-block-size: 2.75em;
  }
  .value {
    font-size: 1.7em;
    line-height: 1.3;
  }
  .overview table {
    min-inline-size: 68em;
  }
  .overview thead button {
    min-block-size: 2.75em;
    overflow-wrap: normal;
  }
  .overview td a {
    display: inline-block;
    min-inline-size: 1.5em;
    padding-block: 0.5em;
    margin-block: -0.5em;
  }
  .overview td .soft {
    display: block;
  }
  .said {
    white-space: nowrap;
  }
  .overview th[scope='row'] {
    min-inline-size: 10em;
  }
  /* A card each: a table of many columns is no use on a phone. */
  @container (max-width: 46em) {
    .overview {
      overflow: visible;
    }
    .overview table {
      min-inline-size: 0;
      background: none;
    }
    .overview table,
    .overview tbody,
    .overview tr {
      display: block;
    }
    .overview thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
    }
    .overview thead th {
      border: 0;
      padding: 0;
      position: static;
      background: none;
    }
    .overview thead button {
      text-decoration: underline;
    }
    .overview tbody tr {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      padding: 0.75em 1em;
      margin-block-end: 0.75em;
    }
    .overview tbody th[scope='row'] {
      display: block;
      position: static;
      border: 0;
      padding: 0 0 0.25em;
      font-size: 1.15em;
    }
    .overview td {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0.75em;
      padding: 0.35em 0;
      border: 0;
      border-block-start: 1px solid var(--_line);
    }
    .overview td.nothing {
      display: block;
    }
    .overview td:not(.nothing)::before {
      content: attr(data-label);
      color: var(--_ink-soft);
    }
  }
  .cases {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 0.75em;
    margin-block: 1em;
  }
  .cases li {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .cases a {
    font-weight: 600;
    display: inline-block;
    padding-block: 0.3em;
  }
  .cases p {
    margin: 0;
  }
  .cases svg {
    margin-inline-end: 0.3em;
    vertical-align: middle;
  }
`;
