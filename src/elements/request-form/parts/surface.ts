import { msg } from '@lit/localize';
import { filedThing } from '../../../core/facts/filed-thing.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Filling } from '../form/filling.ts';
import { Press } from '../form/press.ts';
import type { PieceHolder } from '../pieces/piece-holder.ts';
import { controlId, type FormModel, type Locating, type Popup } from './model.ts';

/** The element on which a form is drawn. */
export interface SurfaceHost {
  locale(): Locale;
  update(): void;
  focus(id: string): void;
  say(text: () => string): void;
}

/** What stands on the screen beside what is filled in, and what the views of a form may ask for. */
export class Surface {
  readonly press = new Press();
  #locating: Locating;
  #popup: Popup | undefined;
  #preloaded = false;

  constructor(
    private readonly pieces: PieceHolder,
    private readonly host: SurfaceHost,
  ) {}

  model(filling: Filling): FormModel {
    const { host, pieces } = this;
    return {
      locale: host.locale(),
      filling,
      thing: filedThing(filling.session.definition.kind),
      now: new Date(),
      locating: this.#locating,
      popup: this.#popup,
      pieces: pieces.there,
      set: (path, value) => {
        this.#preload();
        filling.set(path, value);
      },
      leave: (path) => this.press.after(async () => {
        await pieces.get('wrong');
        filling.session.leave(path);
        host.update();
      }),
      addRow: (group) => {
        const row = filling.session.addRow(group);
        filling.touched();
        host.focus(controlId(`${group}.${row}`));
      },
      removeRow: (group, row) => {
        filling.removeRow(group, row);
        host.say(() => msg('برداشته شد', { id: 'form.rowRemoved' }));
        host.focus(`${controlId(group)}-undo`);
      },
      undoRemove: () => {
        const { group } = filling.removed!;
        host.focus(controlId(`${group}.${filling.undoRemove()}`));
      },
      locate: (path) => {
        if (this.#locating?.state === 'asking') return;
        void pieces.there.rare!.locate(filling, path, (locating) => {
          this.#locating = locating;
          host.update();
        });
      },
      open: (popup) => {
        this.#popup = popup;
        host.update();
        if (popup && 'day' in popup) void pieces.get('calendar');
        if (popup && 'map' in popup) void pieces.get('map');
      },
      addFiles: (path, field, files) => filling.uploads?.add(path, field, files),
      focusField: (path) => host.focus(controlId(path)),
      wantPiece: (name) => pieces.get(name),
      focusHeading: () => host.focus('heading'),
      focusId: (id) => host.focus(id),
      say: (text) => host.say(text),
    };
  }

  /** Everything that is still to come, while there is a network: when it goes, review and receipt still work. */
  #preload(): void {
    if (this.#preloaded) return;
    this.#preloaded = true;
    for (const name of ['wrong', 'review', 'receipt'] as const) void this.pieces.get(name);
  }
}
