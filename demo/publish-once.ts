import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PublishReport } from '../src/gateway/catalogue/publish.ts';
import type { Ports } from '../src/gateway/ports.ts';
import { demoFiles } from './files.ts';
import { publishDemoProvince } from './province.ts';

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

/** Digest of the code that publishes and of all files that are published. */
function digestOf(code: string, agencies: readonly string[] | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify([code, agencies ?? null]));
  for (const path of ['province.ts', 'files.ts', 'data/agencies.json', ...below('../src/gateway/lexicon/'), ...below('data/calendar/'), ...below('data/declarations/'), ...below('data/forms/'), ...below('../src/gateway/guides/trees/')]) {
    hash.update(`\n${path}\n`).update(readFileSync(new URL(path, import.meta.url)));
  }
  return hash.digest('hex');
}
const below = (folder: string): string[] => readdirSync(fileURLToPath(new URL(folder, import.meta.url))).sort().map((name) => folder + name);

/**
 * Publishes a province of the demo. With `code` it first looks whether the same code has published the same files, and
 * whether that is what the catalogue still shows: then nothing is read again.
 */
export async function publishOnce(ports: Ports, province: string, options: { code?: string; agencies?: readonly string[] }): Promise<Publication> {
  const key = `demo.published.${province}`;
  const digest = options.code === undefined ? undefined : digestOf(options.code, options.agencies);
  if (digest) {
    const kept = await ports.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    const { digest: last, publication } = (kept?.value ?? {}) as Partial<Kept>;
    const shown = await ports.db.selectFrom('province').select('catalogue_version').where('id', '=', province).executeTakeFirst();
    if (last === digest && publication && publication.version === shown?.catalogue_version) return { ...publication, changed: 0, withdrawn: 0 };
  }
  const { declarations, ...report } = await publishDemoProvince(ports, await demoFiles(), province, options.agencies);
  const publication: Publication = { ...report, agencies: declarations.length };
  if (digest) {
    const value = JSON.stringify({ digest, publication } satisfies Kept);
    await ports.db.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  }
  return publication;
}
