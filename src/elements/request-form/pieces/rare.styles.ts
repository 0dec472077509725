import { css } from 'lit';
import { comboStyles } from '../../../core/styles/combo.ts';
import { partedStyles } from '../../../core/styles/parted.ts';

export const rareStyles = css`
  ${comboStyles}
  ${partedStyles}
  .time-parts {
    display: flex;
    gap: 0.6em;
    inline-size: fit-content;
  }
  .root[dir='rtl'] .time-parts {
    margin-inline-start: auto;
  }
  .time-parts .part {
    flex: none;
    inline-size: 5em;
  }
  .time-parts label {
    text-align: center;
  }

  .group > * + * {
    margin-block-start: 0.75em;
  }
  .group-row {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em;
    background: var(--_ground);
  }
  .group-row > .field + .field {
    margin-block-start: 1.1em;
  }
  .group-head {
    justify-content: space-between;
    margin-block-end: 0.5em;
    min-block-size: 1.9em;
  }


  .plate {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    inline-size: fit-content;
  }
  .root[dir='rtl'] .plate {
    margin-inline-start: auto;
  }
  .plate .part {
    flex: 0 1 auto;
    inline-size: 4.5em;
  }
  .plate .part:nth-child(2) {
    inline-size: 6em;
  }
  .plate label {
    text-align: center;
  }
  .plate select {
    direction: rtl;
  }
  .address > .field + .field {
    margin-block-start: 0.9em;
  }
  .address .field > label {
    font-weight: 400;
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
  .files p {
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
`;
