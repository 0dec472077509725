import { css } from 'lit';

/** Comes with the chunk, to the shadow root that shows it. */
export const furtherStyles = css`
  .kept-pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6em 1.25em;
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.65em 0.75em;
  }
  .kept-pair > div + div {
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: 1.25em;
  }
  .kept-pair dd {
    margin: 0;
  }
  .kept-pair strong {
    display: block;
  }
  @container (max-width: 20em) {
    .kept-pair {
      grid-template-columns: 1fr;
    }
    .kept-pair > div + div {
      border-inline-start: 0;
      padding-inline-start: 0;
      border-block-start: 1px solid var(--_line);
      padding-block-start: 0.6em;
    }
  }
  .report,
  .note.good {
    margin-block-start: 0.75em;
  }
  .note.good {
    display: flex;
    gap: 0.5em;
    background: var(--_good-tint);
    color: var(--_good);
    font-weight: 600;
  }
  .note.good svg {
    margin-block-start: 0.3em;
  }
  #report-open {
    margin-block-start: 0.25em;
    padding-inline: 0;
    text-align: start;
  }
`;
