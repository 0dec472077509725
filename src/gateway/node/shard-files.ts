import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compressBytes } from './compress.ts';

/**
 * Writes shards as plain files into `folder`/`version`, each also as `.br` and `.gz` for servers that give out what is
 * compressed already. Versions stand beside each other, and one is there whole or not at all: pages that are open go on with the
 * one that they began with. Gives the folder of the version and the bytes of all files as brotli.
 */
export async function writeShards(files: ReadonlyMap<string, string>, folder: string, version: string): Promise<{ path: string; bytes: number }> {
  const path = join(folder, version);
  const making = `${path}.making-${process.pid}`;
  await rm(making, { recursive: true, force: true });
  let bytes = 0;
  for (const [name, text] of files) {
    const file = join(making, name);
    const content = Buffer.from(text);
    await mkdir(dirname(file), { recursive: true });
    const [br, gz] = await Promise.all([compressBytes(content, 'br', true), compressBytes(content, 'gzip', true)]);
    bytes += br.length;
    await Promise.all([writeFile(file, content), writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  }
  await rm(path, { recursive: true, force: true });
  await rename(making, path);
  return { path, bytes };
}
