/** What the desk did with a request: taken, answered, asked or referred. No names, no words, no ids. */
export class DeskConsoleActedEvent extends CustomEvent<{ action: 'take' | 'answer' | 'ask' | 'refer' }> {
  static readonly type = 'desk-console-acted';
  constructor(action: 'take' | 'answer' | 'ask' | 'refer') {
    super(DeskConsoleActedEvent.type, { bubbles: true, composed: true, detail: { action } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'desk-console-acted': DeskConsoleActedEvent;
  }
}
