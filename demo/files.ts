import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readLexicon } from '../src/gateway/node/lexicon.ts';
import type { FormDefinition } from '../src/contract/form.ts';
import type { GuideTree } from '../src/contract/guide.ts';
import type { AgenciesFile, DemoFiles } from './province.ts';

const data = new URL('./data/', import.meta.url);
const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(new URL(path, data), 'utf8')) as T;

/** One line of `forms/index.json`: which definition files which service. */
interface FormLine {
  agency: string;
  service: string;
  file: string;
}

/** All that the demo's provinces are made of, read from `demo/data`. */
export async function demoFiles(): Promise<DemoFiles> {
  const calendars: Record<string, unknown> = {};
  for (const name of await readdir(fileURLToPath(new URL('calendar/', data)))) {
    calendars[name.replace(/\.json$/, '')] = await json(`calendar/${name}`);
  }
  const declarations: Record<string, Uint8Array> = {};
  for (const name of await readdir(fileURLToPath(new URL('declarations/', data)))) {
    if (name.endsWith('.csv')) declarations[`declarations/${name}`] = new Uint8Array(await readFile(new URL(`declarations/${name}`, data)));
  }
  const forms = await Promise.all(
    (await json<FormLine[]>('forms/index.json')).map(async ({ agency, service, file }) => ({
      agency, title: service, definition: await json<FormDefinition>(`forms/${file}`),
    })),
  );
  const trees = new URL('../src/gateway/guides/trees/', import.meta.url);
  const guides = await Promise.all(
    (await readdir(fileURLToPath(trees))).sort().map(async (name) => JSON.parse(await readFile(new URL(name, trees), 'utf8')) as GuideTree),
  );
  return { agencies: await json<AgenciesFile>('agencies.json'), calendars, declarations, forms, lexicon: await readLexicon(), guides };
}
