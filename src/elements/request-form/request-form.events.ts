/**
 * A request was filed and the receipt stands on the screen. Only the offering: neither code nor answers, for other
 * scripts of the page listen here too.
 */
export class RequestFormFiledEvent extends CustomEvent<{ offering: string }> {
  static readonly type = 'request-form-filed';
  constructor(detail: { offering: string }) {
    super(RequestFormFiledEvent.type, { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'request-form-filed': RequestFormFiledEvent;
  }
}
