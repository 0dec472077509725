/** A guide was saved; `detail` is its id and the number of the new version. */
export class GuideEditorSavedEvent extends CustomEvent<{ guide: string; version: number }> {
  static readonly type = 'guide-editor-saved';
  constructor(guide: string, version: number) {
    super(GuideEditorSavedEvent.type, { bubbles: true, composed: true, detail: { guide, version } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'guide-editor-saved': GuideEditorSavedEvent;
  }
}
