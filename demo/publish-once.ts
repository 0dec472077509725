import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nationalInput } from '../src/gateway/catalogue/national-files.ts';
import { provinceInput, type ProvinceFiles } from '../src/gateway/catalogue/province-files.ts';
import { publishProvince, type PublishReport } from '../src/gateway/catalogue/publish.ts';
import { publishNational } from '../src/gateway/catalogue/publish-national.ts';
import { readNationalFolder, readProvinceFolder } from '../src/gateway/node/province-folder.ts';
import type { Ports } from '../src/gateway/ports.ts';

/** What came of publishing a province, as far as the start tells of it. */
export interface Publication extends Pick<PublishReport, 'province' | 'version' | 'offerings' | 'changed' | 'withdrawn'> {
  /** Agencies whose declaration was read. */
  agencies: number;
}

/** Kept in the database that holds the publication, so that one cannot be there without the other. */
interface Kept {
  digest: string;
  publication: Publication;
}

const here = fileURLToPath(new URL('./data/', import.meta.url));
const also = ['../../src/gateway/lexicon', '../../src/gateway/guides/trees', 'forms'];

/** Digest of the code that publishes and of all files that are published. */
function digestOf(code: string, folders: readonly string[], agencies?: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([code, agencies ?? null]));
  for (const folder of folders) {
    const entries = readdirSync(join(here, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(`\n${relative(here, path)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** All files of a province of the demo. Everything in it is marked illustrative. */
export const demoProvince = (province: string): Promise<ProvinceFiles> => readProvinceFolder(join(here, province));

/** Publishes the national sheets of the demo. With `code` it first looks whether the same code has published the same files. */
export async function publishNationalOnce(ports: Ports, code: string | undefined): Promise<void> {
  const key = 'demo.published.national';
  const digest = code === undefined ? undefined : digestOf(code, ['national']);
  if (digest) {
    const kept = await ports.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    if (kept?.value['digest'] === digest) return;
  }
  await publishNational(ports, nationalInput(await readNationalFolder(join(here, 'national')), 'demo'));
  if (!digest) return;
  const value = JSON.stringify({ digest });
  await ports.db.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}

/**
 * Publishes a province of the demo. With `code` it first looks whether the same code has published the same files, and
 * whether that is what the catalogue still shows: then nothing is read again.
 */
export async function publishOnce(ports: Ports, province: string, options: { code?: string; agencies?: readonly string[] }): Promise<Publication> {
  const key = `demo.published.${province}`;
  const digest = options.code === undefined ? undefined : digestOf(options.code, [province, ...also], options.agencies);
  if (digest) {
    const kept = await ports.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    const { digest: last, publication } = (kept?.value ?? {}) as Partial<Kept>;
    const shown = await ports.db.selectFrom('province').select('catalogue_version').where('id', '=', province).executeTakeFirst();
    if (last === digest && publication && publication.version === shown?.catalogue_version) return { ...publication, changed: 0, withdrawn: 0 };
  }
  const { declarations, ...report } = await publishProvince(ports, provinceInput(await demoProvince(province), 'demo', options.agencies));
  const publication: Publication = { ...report, agencies: declarations.length };
  if (digest) {
    const value = JSON.stringify({ digest, publication } satisfies Kept);
    await ports.db.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  }
  return publication;
}
