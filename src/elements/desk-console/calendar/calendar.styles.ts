import { css } from 'lit';
import { partedStyles } from '../../../core/styles/parted.ts';

export const calendarStyles = css`
  ${partedStyles}
  .calendar-part,
  .calendar-mine {
    margin-block-start: 2em;
  }
  .calendar-part > .bar {
    margin-block-end: 0.5em;
  }
  .calendar-mine {
    padding: 1em;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .calendar-mine .reports > li:first-child {
    border-block-start: 0;
  }
  .calendar-mine .reason-form {
    margin-block-end: 0;
  }
  .calendar-preview {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .calendar-form {
    inline-size: 100%;
    max-inline-size: 34em;
    margin-block: 1em;
  }
  .calendar-form > h4 {
    margin-block-end: 0.75em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .moves {
    margin-block-end: 1em;
  }
  .calendar-form > .choice {
    margin-block-end: 1em;
  }
  .places {
    max-block-size: 18em;
    overflow-y: auto;
  }
  .select {
    position: relative;
    display: block;
  }
  .select select {
    appearance: none;
  }
  .select svg {
    position: absolute;
    inset-inline-end: 0.75em;
    inset-block-start: calc(50% - 0.575em);
    color: var(--_ink-soft);
    pointer-events: none;
  }
  .calendar-row > p {
    margin: 0;
  }
  @container (min-width: 34em) {
    .reports > .calendar-row {
      grid-template-columns: minmax(0, 1fr) max-content;
      gap: 0.15em 1em;
      padding-block: 0.6em;
    }
    .calendar-row > * {
      grid-column: 1;
    }
    .calendar-row > .row {
      grid-area: 1 / 2 / span 3;
      align-self: center;
    }
  }
  .calendar-days,
  .changes {
    padding-inline-start: 1.25em;
  }
  .calendar-days > li {
    padding-block: 0.25em;
  }
  .calendar-week {
    display: grid;
    gap: 0.15em;
    margin: 0;
  }
  .calendar-week > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .calendar-week dt {
    min-inline-size: 11em;
    color: var(--_ink-soft);
  }
  .calendar-week dd {
    margin: 0;
  }
  .calendar-hours {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0 1em;
  }
`;
