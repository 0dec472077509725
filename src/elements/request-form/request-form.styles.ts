import { css } from 'lit';

export const formStyles = css`
  .form-root {
    display: block;
  }
  .service {
    margin-block-end: 0.35em;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-block: 0.35em 1.25em;
    block-size: 0.35em;
  }
  /* Thick and thin, so that it is told by shape where colours are few. */
  .progress i {
    flex: 1;
    border-block-end: 1px solid var(--_line-control);
  }
  .progress i.on {
    border: 0.175em solid var(--_accent);
    border-radius: 0.2em;
  }
  #heading {
    margin-block-end: 0.75em;
    scroll-margin-block-start: 5em;
  }
  #summary,
  #failure,
  .field,
  .group,
  .group-row {
    scroll-margin-block: 5em 3em;
  }
  .intro {
    margin-block-end: 1em;
  }
  .fields {
    max-inline-size: 40em;
  }
  .fields > * + * {
    margin-block-start: 1.5em;
  }
  .fields .field {
    margin-block-end: 0;
  }
  .root[dir='rtl'] .input[dir='ltr'] {
    text-align: end;
  }
  .w-4 {
    max-inline-size: 6em;
  }
  .w-12 {
    max-inline-size: 12em;
  }
  .w-20 {
    max-inline-size: 16em;
  }
  .select {
    position: relative;
    display: block;
    max-inline-size: 24em;
  }
  .select select {
    appearance: none;
    padding-inline-end: 2.25em;
  }
  .select svg {
    position: absolute;
    inset-inline-end: 0.75em;
    inset-block-start: calc(50% - 0.575em);
    color: var(--_ink-soft);
    pointer-events: none;
  }
  :where(.input):hover {
    border-color: var(--_ink-soft);
  }
  .input:focus-visible {
    border-color: var(--_accent);
  }
  .counter {
    margin-block-start: 0.25em;
  }
  .counter.over {
    color: var(--_bad);
    font-weight: 600;
  }

  .options {
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.4em;
  }
  .options.short {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.65em;
    min-block-size: max(2.75em, 44px);
    padding: 0.4em 0.85em;
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
    line-height: 1.5;
  }
  .field > .option {
    display: flex;
    margin: 0;
    font-weight: 400;
  }
  .option:hover {
    border-color: var(--_accent);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .option input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  /* The card shows the focus for its control, where the browser can tell that it is there. */
  @supports selector(:has(a)) {
    .option:has(:focus-visible) {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    .option input:focus-visible {
      outline: none;
    }
  }
  .option input[aria-invalid='true'] {
    outline: 2px solid var(--_bad);
    outline-offset: 2px;
  }
  fieldset:has(> .error) .option,
  .field:has(> .error) > .option {
    border-color: var(--_bad);
  }
  .option + .error {
    margin-block-start: 0.5em;
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0 0.25em;
    margin: -0.75em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.3em;
    cursor: pointer;
    min-block-size: 44px;
  }
  .options + .link {
    margin-block-start: 0.25em;
  }
  .link.bad {
    color: var(--_bad);
    font-weight: 600;
  }
  .icon-only {
    text-decoration: none;
    padding: 0.35em;
  }
  .good {
    color: var(--_good);
    font-weight: 600;
  }

  .told {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    margin-block-end: 1.25em;
  }
  .told > svg {
    margin-block-start: 0.3em;
  }
  .told.bad > svg {
    color: var(--_bad);
  }
  .told.warn > svg {
    color: var(--_warn);
  }
  form > .told {
    margin-block: 1.5em 0;
  }
  .actions {
    margin-block-start: 2em;
  }
  .actions .button {
    min-inline-size: 8em;
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    margin-block-start: 1em;
  }
  @container (max-width: 26em) {
    .actions .button {
      flex: auto;
    }
  }

  .ways {
    margin-block-start: 1em;
  }
  .ways li + li {
    margin-block-start: 0.5em;
  }
  .calm {
    display: flex;
    gap: 0.75em;
    align-items: center;
    color: var(--_ink-soft);
    padding-block: 1em;
  }
  .calm svg {
    inline-size: 1.75em;
    block-size: 1.75em;
  }
  .failed .lead {
    font-size: 1.15em;
    font-weight: 600;
  }
  .failed .lead svg {
    color: var(--_bad);
  }
  .failed > * + * {
    margin-block-start: 0.75em;
  }
  .pending {
    display: grid;
    gap: 0.6em;
  }
  .bar {
    display: block;
    block-size: 1.25em;
  }
  .bar.short {
    inline-size: 35%;
    margin-block-start: 0.6em;
  }
  .bar.heading {
    inline-size: 55%;
    block-size: 1.9em;
  }
  .bar.control {
    block-size: 2.9em;
    max-inline-size: 40em;
  }
  .bar.button-bar {
    inline-size: 8em;
    block-size: 2.9em;
    margin-block-start: 1em;
  }
  @media print {
    .link,
    .draft {
      display: none;
    }
  }
`;
