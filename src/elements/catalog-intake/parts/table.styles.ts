import { css } from 'lit';

/** The table of a draft, what stands beside its cells, and the marks of severity. */
export const tableStyles = css`
  .is-rejected .severity,
  .is-rejected > svg,
  .is-rejected .mark,
  .small.is-rejected {
    color: var(--_bad);
  }
  .is-warning .severity,
  .is-warning > svg,
  .is-warning .mark {
    color: var(--_warn);
  }
  .is-advice .severity,
  .is-advice > svg,
  .is-advice .mark {
    color: var(--_info);
  }
  .is-repaired .severity,
  .is-repaired > svg,
  .is-repaired .mark {
    color: var(--_good);
  }
  .filters {
    gap: 0.5em;
    margin-block: 0.5em 0.75em;
  }
  .filters .button {
    border-color: var(--_line-control);
    color: var(--_ink);
    padding-inline: 0.85em;
    font-weight: 400;
  }
  .filters .button[aria-pressed='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
    font-weight: 600;
  }
  .filters .next {
    margin-inline-start: auto;
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .count {
    color: var(--_ink-soft);
  }
  .beside {
    display: grid;
    gap: 1em;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .scroll {
    position: relative;
    overflow: auto;
    max-block-size: 60vh;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    /* What is focused never lies under the head or the number of its row. */
    scroll-padding: 3.5em 4.5em;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  [role='grid'] {
    table-layout: fixed;
    inline-size: max-content;
    font-size: 0.92em;
    line-height: 1.6;
  }
  [role='grid'] :is(th, td) {
    inline-size: 13em;
    padding: 0.4em 0.6em;
    border-block-end: 1px solid var(--_line);
    border-inline-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    cursor: default;
    background: var(--_surface);
  }
  [role='grid'] thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_ground);
    font-weight: 600;
    vertical-align: middle;
  }
  [role='grid'] .number {
    inline-size: 4.25em;
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_ground);
  }
  [role='grid'] thead .number {
    z-index: 3;
  }
  [role='grid'] :is(.floor, .room, .visits, .nature) {
    inline-size: 7em;
  }
  [role='grid'] :is(td, th).is-rejected {
    background: var(--_bad-tint);
    box-shadow: inset 0 0 0 1.5px var(--_bad);
  }
  [role='grid'] :is(td, th).is-warning {
    background: var(--_warn-tint);
    box-shadow: inset 0 0 0 1.5px var(--_warn);
  }
  [role='grid'] :is(td, th).is-advice {
    box-shadow: inset 0 0 0 1.5px var(--_info);
  }
  [role='grid'] :is(td, th).is-repaired {
    box-shadow: inset 0 -3px 0 var(--_good);
  }
  [role='grid'] .left-out bdi {
    color: var(--_ink-soft);
    text-decoration: line-through;
  }
  [role='grid'] .is-at,
  [role='grid'] :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
    border-radius: 0;
  }
  .clip {
    max-block-size: 4.8em;
    overflow: hidden;
  }
  .clip .chip {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .mark {
    margin-inline-end: 0.3em;
  }
  .mapping > p {
    margin-block-end: 0.75em;
  }
  .pages {
    justify-content: space-between;
    margin-block-start: 0.25em;
  }
  .panel {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  .panel .field {
    margin: 0;
  }
  .panel .row {
    margin-block-start: 0.5em;
  }
  .whole {
    white-space: pre-line;
  }
  .findings {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  .findings li {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_line);
  }
  .findings .is-rejected {
    border-color: var(--_bad);
  }
  .findings .is-warning {
    border-color: var(--_warn);
  }
  .findings .is-advice {
    border-color: var(--_info);
  }
  .findings .is-repaired {
    border-color: var(--_good);
  }
  .fix {
    background: var(--_good-tint);
    border-radius: var(--_radius);
    padding: 0.35em 0.6em;
  }
  .publish-next {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    align-items: center;
    justify-content: space-between;
  }
  @container (max-width: 36em) {
    .filters .next {
      margin-inline-start: 0;
    }
  }
  @container (min-width: 60em) {
    .sideways {
      display: none;
    }
    .beside {
      grid-template-columns: minmax(0, 1fr) 25em;
    }
    .scroll {
      max-block-size: 70vh;
    }
    .panel {
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow: auto;
    }
  }
  @media (forced-colors: active) {
    .filters .button[aria-pressed='true'] {
      border-color: Highlight;
    }
    [role='grid'] :is(td, th):is(.is-rejected, .is-warning, .is-advice) {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
