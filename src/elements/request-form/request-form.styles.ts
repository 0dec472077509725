import { css } from 'lit';

const form = css`
  .form-root {
    display: block;
  }
  .service {
    margin-block-end: 0.35em;
  }
  .progress {
    display: flex;
    gap: 0.35em;
    margin-block: 0.35em 1.25em;
  }
  .progress i {
    flex: 1;
    block-size: 0.35em;
    border-radius: 0.2em;
    background: var(--_line);
  }
  .progress i.on {
    background: var(--_accent);
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

  legend {
    padding: 0;
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
  select.input {
    max-inline-size: 24em;
    padding-inline-end: 2em;
  }
  .input:hover {
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
  .option:hover {
    border-color: var(--_accent);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .option:focus-within:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .option input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .option input:focus-visible {
    outline: none;
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

  .date-parts,
  .time-parts {
    display: flex;
    gap: 0.6em;
    max-inline-size: 26em;
  }
  .time-parts {
    inline-size: fit-content;
  }
  .root[dir='rtl'] .time-parts {
    margin-inline-start: auto;
  }
  .part {
    flex: 1 1 4em;
    min-inline-size: 0;
  }
  .part.month {
    flex: 1.8 1 7em;
  }
  .time-parts .part {
    flex: none;
    inline-size: 5em;
  }
  .part label {
    display: block;
    color: var(--_ink-soft);
  }
  .time-parts label {
    text-align: center;
  }
  .part .input {
    text-align: center;
    padding-inline: 0.4em;
  }
  .part select.input {
    text-align: start;
    padding-inline: 0.6em;
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.35em 0.25em;
    margin: -0.35em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.3em;
    cursor: pointer;
    min-block-size: 2em;
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

  .group > * + * {
    margin-block-start: 0.75em;
  }
  .group-row {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em;
    background: color-mix(in srgb, var(--_ground) 55%, var(--_surface));
  }
  .group-row > .field + .field {
    margin-block-start: 1.1em;
  }
  .group-head {
    justify-content: space-between;
    margin-block-end: 0.5em;
    min-block-size: 1.9em;
  }

  .drop {
    margin-block-start: 0.4em;
  }
  .file-button {
    position: relative;
    display: inline-block;
  }
  .file-button input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
    font-size: 0.5em;
  }
  .file-button:hover .button {
    background: var(--_tint);
  }
  .file-button input:focus-visible + .button {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .files {
    margin-block-start: 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.85em;
    padding: 0.5em 0.85em;
  }
  .files li + li {
    border-block-start: 1px solid var(--_line);
  }
  .file-name {
    display: flex;
    gap: 0.5em;
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .file-name svg {
    margin-block-start: 0.3em;
    color: var(--_ink-soft);
  }
  .files .error {
    flex-basis: 100%;
    margin: 0;
  }
  progress {
    flex: 0 1 8em;
    block-size: 0.5em;
    accent-color: var(--_accent);
  }
  .place {
    margin-block-start: 0.35em;
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
  .summary {
    margin-block-end: 1.5em;
  }
  .summary h3 {
    color: var(--_bad);
    margin-block-end: 0.25em;
  }
  .summary a {
    color: var(--_bad);
    display: inline-block;
    padding-block: 0.15em;
  }
  .summary .mended a {
    color: var(--_ink-soft);
    text-decoration: line-through;
  }
  .good-note {
    border-inline-start: 4px solid var(--_good);
    background: color-mix(in srgb, var(--_good) 8%, var(--_surface));
  }
  .summary.good-note h3 {
    color: var(--_good);
  }
  .field .soft.small {
    font-weight: 400;
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
      flex: 1;
    }
  }

  .review-step {
    margin-block-start: 1.5em;
  }
  .review-step h3 {
    margin-block-end: 0.35em;
  }
  .review-row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .review-row:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .review-row dt {
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  .review-row dd:not(.change) {
    grid-column: 1;
  }
  .review-row .change {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  .review-row .text {
    white-space: pre-line;
  }
  .members li + li {
    margin-block-start: 0.6em;
  }
  @container (min-width: 38em) {
    .review-row {
      grid-template-columns: minmax(11em, 1fr) 2fr auto;
      align-items: baseline;
    }
    .review-row dd:not(.change) {
      grid-column: 2;
    }
    .review-row .change {
      grid-area: auto;
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
`;

const receipt = css`
  .receipt .state {
    font-size: 1.1em;
  }
  .receipt #heading {
    margin-block: 0.25em 0.35em;
  }
  .receipt .explanation {
    max-inline-size: 60ch;
  }
  .code-box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 1em 2em;
    margin-block: 1.25em;
    padding: 1.1em 1.25em;
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
  }
  .tracking .code {
    display: inline-block;
    font-size: 1.35em;
    line-height: 1.7;
  }
  @container (min-width: 30em) {
    .tracking .code {
      font-size: 1.9em;
    }
  }
  @container (max-width: 19em) {
    .tracking .code {
      font-size: 1.1em;
    }
  }
  .qr {
    inline-size: 8.5em;
    text-align: center;
  }
  .qr-code {
    display: block;
    inline-size: 100%;
    border-radius: 0.35em;
  }
  .facts {
    margin-block: 1.5em 1em;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(6.5em, 1fr) 3fr;
    gap: 0.25em 1em;
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .facts dt {
    color: var(--_ink-soft);
  }
  .qr.dense {
    inline-size: 12em;
  }
  @media print {
    .root {
      --_surface: #fff;
      --_ink: #000;
      --_ink-soft: #333;
      --_good: #000;
      --_accent: #000;
      --_line: #999;
      color: #000;
      font-size: 12pt;
    }
    .receipt {
      border: 1.5px solid #000;
      border-radius: 0.5em;
      padding: 2em;
      break-inside: avoid;
    }
    .receipt a {
      text-decoration: none;
    }
    .qr {
      inline-size: 11em;
    }
  }
`;

export const formStyles = [form, receipt];
