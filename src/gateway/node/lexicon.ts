import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LexiconData } from '../../search/lexicon-data.ts';

const own = fileURLToPath(new URL('../lexicon/', import.meta.url));

/** The lexicon of public services that comes with the gateway, or the files of another folder. */
export async function readLexicon(folder = own): Promise<LexiconData[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      try {
        return JSON.parse(text) as LexiconData;
      } catch (error) {
        throw new Error(`${join(folder, name)} is no JSON: ${(error as Error).message}`);
      }
    }),
  );
}
