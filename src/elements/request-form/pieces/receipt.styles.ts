import { css } from 'lit';

export const receiptStyles = css`
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
  .receipt .pdf-note {
    margin-block: 0.75em;
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
  .facts a {
    display: inline-block;
    padding: 0.6em;
    margin: -0.6em;
    min-block-size: 44px;
  }
  .qr.signed {
    inline-size: 13em;
  }
  .qr.on-paper {
    display: none;
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
      inline-size: 10em;
    }
    .qr.signed {
      display: block;
      /* 45 mm for some hundred squares: what the camera of an old phone still parts. */
      inline-size: 45mm;
    }
  }
`;
