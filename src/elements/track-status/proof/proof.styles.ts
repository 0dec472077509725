import { css } from 'lit';

/** Comes with the chunk of the proof, to the shadow root that shows it. */
export const proofStyles = css`
  .record {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em 1.1em 1.1em;
  }
  .door .otp .button {
    margin-block-start: 0;
  }
  .record > * + * {
    margin-block-start: 1.25em;
  }
  .others ul {
    list-style: none;
    padding: 0;
    margin-block-start: 0.5em;
  }
  .others li {
    border-block-start: 1px solid var(--_line);
  }
  .others button {
    display: grid;
    gap: 0.1em;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.6em 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .others button b {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .record h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .answer,
  .question {
    margin: -1em -1.1em 0;
    padding: 1em 1.1em;
    background: var(--_info-tint);
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    border-block-end: 1px solid var(--_line);
    display: grid;
    gap: 0.5em;
  }
  .answer h3,
  .question h3 {
    color: var(--_info);
  }
  .answer.done,
  .answer.partlyDone {
    background: var(--_good-tint);
  }
  .answer.done h3,
  .answer.partlyDone h3 {
    color: var(--_good);
  }
  .answer.rejected {
    background: var(--_warn-tint);
  }
  .answer.rejected h3 {
    color: var(--_warn);
  }
  .question {
    background: var(--_tint);
  }
  .question h3 {
    color: var(--_accent);
  }
  .question .field {
    margin-block-end: 0.75em;
  }
  .own {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  .own.open {
    justify-items: stretch;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em;
    gap: 0.75em;
  }
  .note.good {
    background: var(--_good-tint);
    color: var(--_good);
    font-weight: 600;
  }
  .news > summary {
    cursor: pointer;
    min-block-size: 44px;
  }
  .news > summary h3 {
    display: inline;
  }
  .way {
    display: grid;
    gap: 0.4em;
    justify-items: start;
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .way form {
    inline-size: 100%;
    max-inline-size: 28em;
  }
  .way .field {
    margin-block-end: 0.5em;
  }
  .tick {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 44px;
    cursor: pointer;
  }
  .tick input {
    inline-size: 1.35em;
    block-size: 1.35em;
    accent-color: var(--_accent);
  }
  .filed > summary {
    cursor: pointer;
    min-block-size: 44px;
  }
  .filed > summary h3 {
    display: inline;
  }
  .filed h4 {
    margin-block: 1em 0.25em;
    color: var(--_ink-soft);
  }
  @container (min-width: 30em) {
    .answers > div:not(.wide) {
      display: grid;
      grid-template-columns: minmax(9em, 2fr) 3fr;
      gap: 0 1em;
    }
    .answers dd {
      grid-column: 2;
    }
    .answers .wide dd {
      grid-column: auto;
    }
  }
`;
