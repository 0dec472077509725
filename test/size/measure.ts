import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { bans, budgets, watched, type Budget } from './budgets.ts';

const folder = fileURLToPath(new URL('../../dist/browser', import.meta.url));

export interface Bytes {
  raw: number;
  gzip: number;
  brotli: number;
}
export interface Measured {
  files: Record<string, Bytes>;
  first: Record<string, Bytes & { limit: number | null; files: string[] }>;
  failures: string[];
}

type Manifest = Record<string, { file: string; imports?: string[] }>;

const bytesOf = (content: Buffer): Bytes => ({
  raw: content.length,
  gzip: gzipSync(content, { level: 9 }).length,
  brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});

/** Files that the entries bring with them, by the manifest. */
function staticFiles(manifest: Manifest, entries: string[]): string[] {
  const found = new Set<string>();
  const walk = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the manifest of the build.`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(walk);
  };
  entries.forEach(walk);
  return [...found];
}

/** Every published file, and what each element loads first, against the budgets. Needs `npm run build`. */
export function measureAll(): Measured {
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new Error('There is no build yet: run `npm run build` first.');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const contents = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(js|css)$/.test(path) && statSync(join(folder, path)).isFile())
      .map((path) => [relative(folder, join(folder, path)).replaceAll('\\', '/'), readFileSync(join(folder, path))]),
  );
  const files = Object.fromEntries([...contents].map(([path, content]) => [path, bytesOf(content)]));
  const failures: string[] = [];
  const first: Measured['first'] = {};
  const measure = ({ name, limit, entries }: Budget) => {
    const needed = staticFiles(manifest, entries);
    const sum = (key: keyof Bytes) => needed.reduce((total, path) => total + files[path]![key], 0);
    first[name] = { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli'), limit: Number.isFinite(limit) ? limit : null, files: needed };
    // The loader and what it asks for name all that is needed, so that no file waits for another one.
    const named = entries.map((entry) => contents.get(manifest[entry]!.file)!.toString('utf8')).join('');
    for (const path of needed) if (!named.includes(path.split('/').at(-1)!) && !entries.some((entry) => manifest[entry]!.file === path)) failures.push(`${name}: ${path} is asked for only when another file is there.`);
    if (first[name].brotli > limit) failures.push(`${name}: ${first[name].brotli} bytes brotli, ${first[name].brotli - limit} over its budget of ${limit}.`);
  };
  [...budgets, ...watched].forEach(measure);
  for (const { budget, strings } of bans) {
    for (const path of first[budget]!.files) {
      const text = contents.get(path)!.toString('utf8');
      for (const string of strings) if (text.includes(string)) failures.push(`${budget}: ${path} holds “${string}”, code that does not belong to it.`);
    }
  }
  for (const [path, content] of contents) {
    if (/\bnew Function\(|\beval\(/.test(content.toString('utf8'))) failures.push(`${path} makes code from text, which strict pages block.`);
  }
  return { files, first, failures };
}

/** Bytes of brotli that each element loads first. */
export async function measure(): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(measureAll().first).map(([name, { brotli }]) => [name, brotli]));
}
