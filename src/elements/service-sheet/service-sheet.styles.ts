import { css } from 'lit';

export const sheetStyles = css`
  header {
    margin-block-end: 1.25em;
  }
  header .title {
    margin-block: 0.1em 0.25em;
    text-wrap: balance;
  }
  .title:focus {
    outline: none;
  }
  .description {
    font-size: 1.05em;
  }
  .sample {
    display: inline-flex;
    gap: 0.5em;
    margin-block-start: 0.75em;
    padding: 0.35em 0.85em;
    border: 1px dashed var(--_line-control);
    border-radius: var(--_radius);
    color: var(--_ink-soft);
  }
  .sample svg {
    margin-block-start: 0.3em;
  }
  .sample strong {
    color: var(--_warn);
    margin-inline-end: 0.35em;
  }

  .answers {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6em;
    margin: 0 0 1.25em;
  }
  .answer {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    padding: 0.65em 0.75em;
    min-block-size: 5.75em;
  }
  .answer dt {
    display: flex;
    gap: 0.4em;
    align-items: center;
  }
  .answer dt svg {
    color: var(--_accent);
  }
  .answer strong {
    display: block;
    font-size: 1.08em;
    line-height: 1.6;
  }
  .note-line {
    display: block;
    line-height: 1.6;
  }
  @container (max-width: 14em) {
    .answers {
      grid-template-columns: 1fr;
    }
    .answer {
      min-block-size: 0;
    }
  }
  @container (min-width: 40em) {
    .answers {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  .action {
    margin-block-end: 2em;
  }
  .action .button.primary {
    min-block-size: max(3em, 48px);
  }
  .open-line {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
  }
  .open {
    color: var(--_good);
    font-weight: 600;
  }
  .closed {
    color: var(--_ink-soft);
    font-weight: 600;
  }
  .dot {
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    border: 2px solid currentColor;
    flex: none;
  }
  .open .dot {
    background: currentColor;
  }
  .in-person {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
    font-weight: 600;
  }
  .in-person svg {
    margin-block-start: 0.3em;
    color: var(--_accent);
  }

  .columns {
    display: grid;
    gap: 0 3em;
  }
  @container (min-width: 52em) {
    .columns {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    }
  }
  .part {
    margin-block-end: 2em;
  }
  .part > h3 {
    margin-block-end: 0.5em;
  }
  .checklist li,
  .checklist label {
    display: flex;
    gap: 0.65em;
    align-items: flex-start;
  }
  .checklist label {
    flex: 1;
    min-block-size: 44px;
    padding-block: 0.45em;
    cursor: pointer;
  }
  .checklist li.given {
    padding-block: 0.45em;
  }
  .checklist input,
  .tick {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.25em 0 0;
    accent-color: var(--_accent);
  }
  .tick {
    display: inline-grid;
    place-items: center;
    color: var(--_good);
  }
  .flag {
    display: flex;
    gap: 0.35em;
    align-items: center;
    color: var(--_warn);
  }
  .documents .note {
    margin-block-start: 0.5em;
  }

  .path {
    counter-reset: step;
  }
  .path li {
    counter-increment: step;
    position: relative;
    display: flex;
    padding-inline-start: 2.75em;
    padding-block-end: 1em;
    min-block-size: 3em;
  }
  .path li:last-child {
    padding-block-end: 0;
  }
  .path li::before {
    content: counter(step, persian);
    content: counter(step, persian) / '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0;
    inline-size: 1.85em;
    block-size: 1.85em;
    border-radius: 50%;
    border: 1.5px solid var(--_accent);
    color: var(--_accent);
    background: var(--_surface);
    display: grid;
    place-items: center;
    font-weight: 600;
    font-size: 0.92em;
    line-height: 1;
  }
  .root[dir='ltr'] .path li::before {
    content: counter(step);
    content: counter(step) / '';
  }
  .path li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.8em;
    inset-block: 2em 0.3em;
    border-inline-start: 1.5px solid var(--_line);
  }
  .facts li {
    display: flex;
    gap: 0.65em;
    padding-block: 0.35em;
  }
  .facts svg {
    margin-block-start: 0.3em;
    color: var(--_accent);
  }
  .facts a {
    display: inline-block;
    padding-block: 0.5em;
    margin-block: -0.5em;
  }
  .lines {
    margin: 0;
  }
  .lines > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.35em;
    border-block-end: 1px solid var(--_line);
  }
  .lines dt {
    color: var(--_ink-soft);
  }
  .lines + p {
    margin-block-start: 0.6em;
  }
  .bullets {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  details {
    border-block-end: 1px solid var(--_line);
  }
  summary {
    min-block-size: 44px;
    padding-block: 0.45em;
    cursor: pointer;
    font-weight: 600;
  }
  details p {
    padding-block-end: 0.75em;
    max-inline-size: 70ch;
  }

  .calm {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    color: var(--_ink-soft);
    padding-block: 0.5em;
  }
  .calm svg {
    margin-block-start: 0.35em;
    color: var(--_accent);
  }
  .failed p {
    margin-block-end: 0.75em;
    max-inline-size: 70ch;
  }
  .lead {
    font-size: 1.15em;
    font-weight: 600;
  }
  .lead svg {
    color: var(--_bad);
  }
  .skeleton.bar {
    display: block;
    block-size: 1.1em;
    margin-block: 0.6em;
    max-inline-size: 34em;
  }
  .skeleton.short {
    max-inline-size: 9em;
  }
  .skeleton.title-bar {
    block-size: 2em;
    max-inline-size: 18em;
  }
  .skeleton.button-bar {
    block-size: 3em;
    max-inline-size: 15em;
    margin-block-end: 2em;
  }
  .answer.skeleton {
    border-color: transparent;
    background: var(--_skeleton);
  }
  @media (forced-colors: active) {
    .open .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.55;
      }
    }
  }
  @media print {
    .root {
      font-size: 11pt;
      color: #000;
    }
    .answer,
    .part,
    .path li {
      break-inside: avoid;
    }
    .answers {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .columns {
      grid-template-columns: 1fr;
    }
    .checklist label {
      min-block-size: 0;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
