import { css } from 'lit';

/** Numbers to call and offices to go to, of core/facts/turn-to.ts. */
export const turnTo = css`
  .contacts,
  .offices {
    display: grid;
    gap: 0.6em;
    max-inline-size: 44em;
  }
  a.contact[href] {
    display: flex;
    margin: 0;
    align-items: center;
    gap: 0.75em;
    min-block-size: 52px;
    padding: 0.5em 0.9em;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-decoration: none;
    line-height: 1.5;
  }
  .contact > span {
    flex: 1;
    min-inline-size: 0;
    color: var(--_ink);
  }
  .contact strong {
    font-weight: 600;
  }
  a.contact:hover {
    background: var(--_tint);
  }
  .digits {
    font-size: 1.35em;
    font-weight: 700;
    white-space: nowrap;
  }
  .always {
    display: inline-block;
    margin-inline-start: 0.6em;
    color: var(--_ink-soft);
  }
  a.contact.first[href] {
    border-color: var(--_bad);
    background: var(--_bad);
    color: var(--_surface);
    min-block-size: 64px;
  }
  .contact.first > span,
  .contact.first .always {
    color: inherit;
  }
  .contact.first .digits {
    font-size: 2em;
    line-height: 1.2;
  }
  .contacts p {
    margin-block-start: 0.25em;
  }
  .office {
    display: flex;
    gap: 0.6em;
  }
  .office > svg {
    margin-block-start: 0.3em;
    color: var(--_accent);
  }
  .office strong {
    font-weight: 600;
  }
  a.phone[href] {
    margin: 0;
    padding: 0;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 44px;
  }
  @media print {
    a.contact[href],
    a.contact.first[href] {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
    .contacts li,
    .office {
      break-inside: avoid;
    }
  }
`;
