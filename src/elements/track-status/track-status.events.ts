import type { RequestState } from '../../contract/request.ts';

/** The state of a request stands on the screen. Neither code nor words of the request: other scripts listen here too. */
export class TrackStatusShownEvent extends CustomEvent<{ state: RequestState; overdue: boolean }> {
  static readonly type = 'track-status-shown';
  constructor(detail: { state: RequestState; overdue: boolean }) {
    super(TrackStatusShownEvent.type, { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'track-status-shown': TrackStatusShownEvent;
  }
}
