import { css } from 'lit';

export const guideStyles = css`
  h2 {
    max-inline-size: 36em;
  }
  h2:focus,
  p:focus {
    outline: none;
  }
  h2:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 4px;
  }
  .lead {
    margin-block: 0.25em 1em;
    color: var(--_ink-soft);
  }
  .guide > .note {
    margin-block-end: 1em;
  }
  .bar {
    gap: 0 0.5em;
    margin-inline-start: -0.5em;
  }
  .bar .button {
    font-size: 0.92em;
  }
  .trail ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-block-end: 0.5em;
  }
  .trail li {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
  }
  .then svg {
    inline-size: 1em;
    block-size: 1em;
    margin-inline: 0.35em;
    color: var(--_ink-soft);
    rotate: 90deg;
  }
  [dir='ltr'] .then svg {
    rotate: -90deg;
  }
  .crumb {
    min-block-size: 44px;
    padding: 0 0.15em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.3em;
  }
  .number {
    margin-block-end: 0.1em;
  }

  .tiles {
    display: grid;
    gap: 0.6em;
    grid-template-columns: minmax(0, 1fr);
  }
  .options {
    display: grid;
    gap: 0.6em;
    max-inline-size: 44em;
    margin-block-start: 1em;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.85em;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: max(3.5em, 48px);
    padding: 0.6em 0.9em;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    text-align: start;
    line-height: 1.55;
  }
  .choice:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choice > span {
    min-inline-size: 0;
  }
  .choice strong {
    font-weight: 600;
  }
  .choice .hint {
    display: block;
  }
  .option > span:first-child {
    flex: 1;
  }
  .option > svg {
    color: var(--_accent);
  }
  .tile > svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--_accent);
  }
  .danger .choice {
    border-color: var(--_bad);
    background: var(--_bad-tint);
  }
  .danger .tile > svg,
  .call-number {
    color: var(--_bad);
  }
  .call-number {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 700;
    font-size: 1.15em;
    white-space: nowrap;
  }
  .none {
    margin-block-start: 0.75em;
    margin-inline-start: -0.5em;
  }
  .none .button {
    text-align: start;
  }
  @container (min-width: 34em) {
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .tiles .danger {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 56em) {
    .tiles {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  section {
    margin-block-start: 1.5em;
  }
  section > h3 {
    margin-block-end: 0.5em;
  }
  .bar + .answer,
  .bar + h2 {
    margin-block-start: 0.35em;
  }
  h2 + p + .contacts,
  .note + .contacts,
  .note + .offices {
    margin-block-start: 1em;
  }
  .answer > p {
    margin-block-start: 0.35em;
  }
  .urgent {
    max-inline-size: 46em;
    padding: 1em;
    border: 2px solid var(--_bad);
    border-radius: var(--_radius);
    background: var(--_bad-tint);
  }
  .urgent + section,
  .guide > .bar:not(:first-child) {
    margin-block-start: 1.25em;
  }
  .urgent .contacts {
    margin-block-end: 1em;
  }
  .services {
    display: grid;
    gap: 0.6em;
    max-inline-size: 44em;
  }
  .urgent a.contact[href]:not(.first) {
    border-color: var(--_line-control);
  }
  .service {
    position: relative;
    padding: 0.75em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .service:hover,
  .service:focus-within {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .service > a {
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.5;
    text-decoration: none;
  }
  .service > a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .service > a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  .service > a:focus-visible {
    outline: none;
  }
  .service > a:focus-visible::after {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-start: 0.25em;
  }
  .facts li {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
  }
  .contacts + .offices {
    margin-block-start: 1.25em;
  }
  .given {
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .given h3 {
    font-size: 1em;
  }
  .given ol {
    max-inline-size: 44em;
  }
  .given li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.15em;
  }
  .given .button {
    flex: none;
    white-space: nowrap;
  }
  .asked {
    display: block;
    line-height: 1.5;
  }
  .actions {
    margin-block-start: 1.25em;
  }
  .by-hand {
    max-inline-size: 44em;
    margin-block-start: 0.75em;
  }
  .failed p {
    margin-block: 0.5em;
  }
  .failed h2 svg {
    color: var(--_bad);
  }
  .skeleton {
    border-color: transparent;
  }
  .choice.skeleton {
    background: var(--_skeleton);
  }
  .title-bar {
    display: block;
    block-size: 1.6em;
    max-inline-size: 18em;
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
  @media (forced-colors: active) {
    .danger .choice {
      border-width: 3px;
    }
  }
  @media print {
    .urgent,
    .service {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
    .service {
      break-inside: avoid;
    }
  }
`;
