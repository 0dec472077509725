import { css } from 'lit';

/** A table of many columns that sorts: wider than a small screen, it moves below its own title, the page does not. */
export const overviewStyles = css`
  .overview {
    overflow-x: auto;
    margin-block: 0.5em 1em;
  }
  .overview table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--_surface);
  }
  .overview th,
  .overview td {
    padding: 0.4em 0.6em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  /* Stays while the numbers move below it. */
  .overview tr > th:first-child {
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface);
  }
  .overview th[scope='row'] {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .overview thead button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
`;
