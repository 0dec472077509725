import { css } from 'lit';

export const calendarStyles = css`
  .calendar {
    max-inline-size: 22em;
    margin-block-start: 0.35em;
    padding: 0.6em;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .calendar-head {
    justify-content: space-between;
    flex-wrap: nowrap;
  }
  .calendar-head .link {
    margin: 0;
    min-inline-size: 2.2em;
    justify-content: center;
  }
  .calendar table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: center;
  }
  .calendar th {
    font-weight: 400;
    font-size: 0.85em;
    color: var(--_ink-soft);
    padding-block: 0.4em;
    text-align: center;
  }
  .calendar td {
    block-size: max(2.6em, 44px);
    border-radius: 0.35em;
    cursor: pointer;
  }
  .calendar td.none {
    cursor: default;
  }
  .calendar td[aria-label]:hover {
    background: var(--_tint);
  }
  .calendar td[aria-current] {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .calendar td[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .calendar td[aria-disabled='true'] {
    color: var(--_ink-soft);
    text-decoration: line-through;
    cursor: default;
  }
  .calendar td:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -2px;
  }
`;
