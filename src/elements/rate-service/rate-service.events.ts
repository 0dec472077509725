/** A rating has arrived. What was said is nobody else's: other scripts listen here too. `objected`: the answer was objected to in the same step. */
export class RateServiceSentEvent extends CustomEvent<{ objected: boolean }> {
  static readonly type = 'rate-service-sent';
  constructor(detail: { objected: boolean }) {
    super(RateServiceSentEvent.type, { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'rate-service-sent': RateServiceSentEvent;
  }
}
