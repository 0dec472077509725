import type { Field } from '../../../contract/form.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Filling } from '../form/filling.ts';
import type { RawValue } from '../form/raw.ts';
import type { Chunk } from '../form/chunks.ts';

/** What the device knows about its place, while it is asked and when it does not tell. */
export type Locating = { path: string; state: 'asking' | 'denied' | 'failed' } | undefined;

/** All that the views of a form read and may ask for. They hold no state of their own. */
export interface FormModel {
  locale: Locale;
  filling: Filling;
  /** Moments are told relative to it. */
  now: Date;
  locating: Locating;
  /** Absent while it is on its way. */
  fileControl?: Chunk<'files'>;
  set(path: string, value: RawValue | undefined): void;
  leave(path: string): void;
  addRow(group: string): void;
  removeRow(group: string, row: number): void;
  locate(path: string): void;
  addFiles(path: string, field: Field, files: Iterable<File>): void;
  /** Moves the focus to the control of a field. */
  focusField(path: string): void;
}

/** Id of the control of a field in our shadow root. */
export const controlId = (path: string): string => `f-${path.replaceAll('.', '-')}`;
