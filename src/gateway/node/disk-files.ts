import { existsSync, openAsBlob } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { piecesOf } from '../crypto.ts';
import type { FileStore } from '../ports.ts';

/** Uploads below a folder, by the first letters of their id. A file is there whole or not at all. */
export function diskFiles(folder: string): FileStore {
  const place = (id: string): string => {
    if (!/^[\w-]{8,128}$/.test(id)) throw new Error('The id of a file has letters that no id of ours has.');
    return join(folder, id.slice(0, 2), id);
  };
  return {
    async put(id, bytes) {
      const path = place(id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        if (bytes instanceof Blob) for await (const piece of piecesOf(bytes)) await file.writeFile(piece);
        else await file.writeFile(bytes);
        // An acknowledged upload survives a power cut.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(place(id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async blob(id) {
      const path = place(id);
      return existsSync(path) ? openAsBlob(path) : undefined;
    },
    async delete(id) {
      await rm(place(id), { force: true });
    },
  };
}
