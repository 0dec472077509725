import { css } from 'lit';

export const questionStyles = css`
  :host {
    display: block;
  }
  .actions {
    margin-block-start: 1.5em;
  }
`;
