import { msg } from '@lit/localize';
import type { Field } from '../../../contract/form.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Filling } from '../form/filling.ts';
import type { RawValue } from '../form/raw.ts';
import type { Pieces } from '../pieces/pieces.ts';

/** What the device knows about its place, while it is asked and when it does not tell. */
export type Locating = { path: string; state: 'asking' | 'denied' | 'failed' } | undefined;

/** The one list, calendar or map that is open, at the path of its field. */
export type Popup =
  /** `active`: place of the option that the keys stand on; -1 for none. */
  | { path: string; active: number }
  /** The day that the keys stand on, and whether the focus is there. */
  | { path: string; day: string; onGrid: boolean }
  | { path: string; map: true };

/** All that the views of a form read and may ask for. They hold no state of their own. */
export interface FormModel {
  locale: Locale;
  filling: Filling;
  /** What is filed, as sentences call it. */
  thing: string;
  /** Moments are told relative to it. */
  now: Date;
  locating: Locating;
  popup: Popup | undefined;
  /** Those that have come. */
  pieces: Pieces;
  set(path: string, value: RawValue | undefined): void;
  leave(path: string): void;
  addRow(group: string): void;
  removeRow(group: string, row: number): void;
  /** Puts the row back that was removed last. */
  undoRemove(): void;
  locate(path: string): void;
  /** Opens a list, moves within it, or closes what is open. */
  open(popup: Popup | undefined): void;
  addFiles(path: string, field: Field, files: Iterable<File>): void;
  /** Moves the focus to the control of a field. */
  focusField(path: string): void;
  /** Asks for a piece that only few need. */
  wantPiece(name: 'keeping'): Promise<Pieces['keeping']>;
  focusHeading(): void;
  focusId(id: string): void;
  /** Says to screen readers what the function gives in the form's language. */
  say(text: () => string): void;
}

/** Id of the control of a field in our shadow root. */
export const controlId = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** What is drawn where a piece belongs that is still on its way. */
export const awaited = (): string => msg('در حال آماده شدن…', { id: 'form.awaited' });
