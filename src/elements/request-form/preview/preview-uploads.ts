import { randomKey } from '../../../core/random-key.ts';
import type { Filling } from '../form/filling.ts';
import type { Uploads } from '../upload/uploads.ts';

/** Files of a form that is tried out: each counts as arrived at once, and nothing leaves the device. */
export function previewUploads(filling: Filling): Uploads {
  const uploads: Pick<Uploads, keyof Uploads> = {
    busy: false,
    halves: [],
    pending: () => [],
    add: (path, field, files) => {
      const room = (field.maxFiles ?? 1) - filling.files(path).length;
      const arrived = [...files].slice(0, Math.max(0, room)).map(({ name, size, type }) => ({ id: randomKey(), name, bytes: size, mediaType: type }));
      filling.set(path, [...filling.files(path), ...arrived]);
    },
    restore: () => undefined,
    gone: () => undefined,
    goOn: () => undefined,
    pause: () => undefined,
    cancel: () => undefined,
    discard: () => undefined,
    rowRemoved: () => undefined,
    rowInserted: () => undefined,
    stop: () => undefined,
    removeAll: () => undefined,
  };
  return uploads as Uploads;
}
