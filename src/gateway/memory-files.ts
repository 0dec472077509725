import type { FileStore } from './ports.ts';

/** For tests and stories. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: async (id, bytes) => void files.set(id, new Uint8Array(bytes instanceof Blob ? await bytes.arrayBuffer() : bytes)),
    get: async (id) => files.get(id),
    async blob(id) {
      const bytes = files.get(id);
      return bytes && new Blob([bytes]);
    },
    delete: async (id) => void files.delete(id),
  };
}
