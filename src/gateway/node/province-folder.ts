import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GuideTree } from '../../contract/guide.ts';
import { NationalFile } from '../catalogue/national-files.ts';
import { AgenciesFile, FormsFile, ProvinceFile, ProvinceFileError, readFileOf, type ProvinceFiles } from '../catalogue/province-files.ts';
import { readLexicon } from './lexicon.ts';

const trees = fileURLToPath(new URL('../guides/trees/', import.meta.url));

/**
 * A province as a folder: `province.json`, `agencies.json`, `calendar.json`, declarations, and forms where it has any; the
 * lexicon and the guides are those that come with the gateway. Throws {@link ProvinceFileError} when a file is not there,
 * is no JSON, or is not what it should be.
 */
export async function readProvinceFolder(folder: string): Promise<ProvinceFiles> {
  const province = await json(folder, 'province.json');
  const agencies = await json(folder, 'agencies.json');
  const { forms } = readFileOf(ProvinceFile, 'province.json', province);
  const declarations = await readDeclarations(folder, 'agencies.json', readFileOf(AgenciesFile, 'agencies.json', agencies).agencies);
  return {
    province, agencies, declarations,
    calendar: await json(folder, 'calendar.json'),
    forms: await readForms(join(folder, forms ?? 'forms'), forms === undefined),
    lexicon: await readLexicon(),
    guides: await Promise.all((await readdir(trees)).sort().map(async (name) => JSON.parse(await readFile(join(trees, name), 'utf8')) as GuideTree)),
  };
}

/** National sheets as a folder: `national.json` and declarations. Throws {@link ProvinceFileError} as above. */
export async function readNationalFolder(folder: string): Promise<{ national: unknown; declarations: Record<string, Uint8Array> }> {
  const national = await json(folder, 'national.json');
  return { national, declarations: await readDeclarations(folder, 'national.json', readFileOf(NationalFile, 'national.json', national).organisations) };
}

/** By path, as the file of that name writes it; without those that are not there. */
async function readDeclarations(folder: string, file: string, owners: readonly { declaration?: string | null | undefined }[]): Promise<Record<string, Uint8Array>> {
  const declarations: Record<string, Uint8Array> = {};
  for (const { declaration } of owners) {
    if (!declaration) continue;
    const path = resolve(folder, declaration);
    // A folder may come from somebody else: it has no business with files outside.
    if (!path.startsWith(resolve(folder) + sep)) throw new ProvinceFileError(file, `${declaration} lies outside the folder of this file.`);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) declarations[declaration] = new Uint8Array(bytes);
  }
  return declarations;
}

/** `maybe`: no folder, no forms. */
async function readForms(folder: string, maybe: boolean): Promise<ProvinceFiles['forms']> {
  if (maybe && !(await readdir(folder).catch(() => undefined))) return [];
  const lines = readFileOf(FormsFile, 'forms/index.json', await json(folder, 'index.json'));
  return Promise.all(lines.map(async ({ agency, service, file }) => ({ agency, title: service, file, definition: await json(folder, file) })));
}

async function json(folder: string, name: string): Promise<unknown> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ProvinceFileError(name, error.code === 'ENOENT' ? `there is no such file in ${dirname(file)}.` : `it cannot be read (${error.code}).`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProvinceFileError(name, `it is no JSON (${(error as Error).message}).`);
  }
}
