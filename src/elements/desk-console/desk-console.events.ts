export type DeskAction = 'take' | 'takeOver' | 'release' | 'assign' | 'answer' | 'ask' | 'inquire' | 'answerInquiry' | 'explainDelay' | 'refer';

/** What the desk did with a request: taken, taken over, put back, handed on, answered, asked or referred. No names, no words, no ids. */
export class DeskConsoleActedEvent extends CustomEvent<{ action: DeskAction }> {
  static readonly type = 'desk-console-acted';
  constructor(action: DeskAction) {
    super(DeskConsoleActedEvent.type, { bubbles: true, composed: true, detail: { action } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'desk-console-acted': DeskConsoleActedEvent;
  }
}
