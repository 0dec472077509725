import { css } from 'lit';

export const styles = css`
  .rate {
    max-inline-size: 36em;
  }
  h2 svg {
    margin-inline-end: 0.4em;
  }
  h2:focus-visible,
  fieldset:focus-visible {
    outline-offset: 4px;
  }
  .survey > * + * {
    margin-block-start: 1em;
  }
  .survey > h2 + p,
  .survey > p + .intro {
    margin-block-start: 0.15em;
  }
  .survey .field {
    margin-block-end: 0;
  }
  .survey > .field {
    margin-block-start: 1.25em;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0.4em;
  }
  .score,
  .reason {
    border: 1.5px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .score {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.3em;
    min-block-size: 4.25em;
    padding: 0.6em 0.15em 0.35em;
    font-size: 0.9em;
    line-height: 1.35;
    text-align: center;
    overflow-wrap: normal;
  }
  .score.chosen,
  .reason:focus-within,
  .score:focus-within {
    border-color: var(--_accent);
  }
  .score.chosen {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .score input,
  .reason input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  .reasons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 0.4em;
  }
  .reason {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 44px;
    padding: 0.3em 0.75em;
    line-height: 1.5;
  }
  .objection {
    background: var(--_tint);
    border-radius: var(--_radius);
    padding: 0.85em 1em 1em;
  }
  .objection > p {
    margin-block-end: 0.75em;
  }
  .told {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
  }
  .told svg {
    margin-block-start: 0.3em;
  }
  .calm h2,
  .failure h2 {
    font-size: 1.15em;
  }
  .calm p,
  .failure p {
    margin-block-start: 0.35em;
  }
  .calm,
  .failure {
    padding: 1em 1.1em;
  }
  .note.good {
    background: var(--_good-tint);
  }
  .note.good h2 {
    color: var(--_good);
  }
  .failure .button {
    margin-block-start: 0.75em;
  }
  .entry {
    max-inline-size: 24em;
    margin-block-start: 0.75em;
  }
  .entry .field {
    margin-block-end: 1em;
  }
  .door {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em 1.1em;
  }
  .door h2 {
    font-size: 1.15em;
    margin-block-end: 0.35em;
  }
  .waiting {
    display: grid;
    gap: 1.25em;
  }
  .sk-title {
    block-size: 2.5em;
    inline-size: min(100%, 16em);
  }
  .sk-scale {
    block-size: 8em;
  }
  .sk-button {
    block-size: 2.75em;
    inline-size: 10em;
  }
  @container (max-width: 17em) {
    .scale {
      gap: 0.2em;
    }
    .score {
      padding-inline: 0;
      font-size: 0.8em;
    }
  }
  @media (forced-colors: active) {
    .score.chosen {
      border: 3px solid Highlight;
    }
  }
`;
