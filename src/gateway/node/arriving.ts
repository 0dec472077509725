import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Arriving } from '../ports.ts';

/** Large files wait in a folder of their own while they are read, so that memory holds only what is looked at. */
export const arrivingOnDisk: Arriving = async (bytes) => {
  const folder = await mkdtemp(join(tmpdir(), 'mizban-arriving-'));
  const release = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
    return { file: await openAsBlob(path), release };
  } catch (error) {
    await release();
    throw error;
  }
};
