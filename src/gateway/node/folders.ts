import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const ours = (folder: string): void => {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder.`);
  accessSync(folder, constants.W_OK | constants.X_OK);
};

/** Throws where `path` is no folder that this user can write, or cannot become one. Makes nothing. */
export function checkFolder(path: string): void {
  let folder = resolve(path);
  while (!existsSync(folder)) folder = dirname(folder);
  ours(folder);
}

/**
 * Makes a folder and those above it. One at a time, because `mkdir` with `recursive` never comes back from a place such as
 * /proc, where a folder can neither be found nor made. Throws when it cannot be made or written.
 */
export function makeFolder(path: string, mode: number): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode });
    } catch (error) {
      // Made by another copy in the same moment; whether it can be used is seen below.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  ours(resolve(path));
}

/** The data folder, made where it is missing. Throws one sentence that says what to do. */
export function makeDataFolder(path: string, mode = 0o755): void {
  try {
    makeFolder(path, mode);
  } catch {
    throw new Error(`The folder ${path} cannot be written: allow this user to write there, or set DATA_DIR to a folder of its own.`);
  }
}
