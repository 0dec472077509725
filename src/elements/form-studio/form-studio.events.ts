/** A form was published; `detail` is the id of its service and the number of the new version. */
export class FormStudioPublishedEvent extends CustomEvent<{ offering: string; version: number }> {
  static readonly type = 'form-studio-published';
  constructor(offering: string, version: number) {
    super(FormStudioPublishedEvent.type, { bubbles: true, composed: true, detail: { offering, version } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'form-studio-published': FormStudioPublishedEvent;
  }
}
