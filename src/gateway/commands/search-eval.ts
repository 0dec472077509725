import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDeclaration } from '../declarations/read.ts';
import { foldKey } from '../../persian/fold.ts';
import { readOfferings, type Indexable } from '../../search/build.ts';
import { compileLexicon } from '../../search/compile-lexicon.ts';
import { readLexicon } from '../node/lexicon.ts';
import { openIndex } from '../../search/learn.ts';
import { buildWithLexicon } from '../../search/served.ts';
import type { Searcher } from '../../search/searcher.ts';
import { command, CommandError } from './command.ts';

const demoData = fileURLToPath(new URL('../../../demo/data/', import.meta.url));

interface Query {
  text: string;
  kind: string;
  /** `agency::title` of services any of which is right; empty: nothing must be found. */
  expected: string[];
}
interface Figures {
  queries: number;
  recall1: number;
  recall5: number;
  mrr: number;
}

const key = (agency: string, title: string) => `${agency}::${foldKey(title)}`;

command({
  name: 'npm run search:eval -- FILE.tsv [--declarations DIR] [--lexicon DIR] [--least 0.8]',
  help: `
Asks the search every query of a file in the format of demo/data/search/queries.dev.tsv (query, class, expected) over the
services of a folder of declarations (demo/data/alborz/declarations when absent). Agencies' names come from agencies.json beside
the folder when it is there. Prints the queries whose service is not among the first five.
Last line: {"services", "all": {"queries", "recall1", "recall5", "mrr"}, "byClass": {…}, "p95ms"}.
A query whose expected is NONE is right when nothing is found. Exit code 1 when recall5 is below --least (0 when absent).`,
  takes: 1,
  options: { declarations: { type: 'string' }, lexicon: { type: 'string' }, least: { type: 'string' } },
  run: async ({ values, positionals }) => {
    const [file] = positionals;
    if (!file) throw new CommandError('Name a file of queries.');
    const least = Number(values.least ?? 0);
    if (!(least >= 0 && least <= 1)) throw new CommandError('--least is a number from 0 to 1.');
    const queries = readQueries(await read(file));
    const folder = values.declarations ?? join(demoData, 'alborz/declarations');
    const { searcher, titles } = await openDeclarations(folder, values.lexicon);

    const times: number[] = [];
    const asked = queries.map((query) => {
      const start = performance.now();
      const rank = rankOf(searcher, query, titles);
      times.push(performance.now() - start);
      return { query, rank };
    });
    for (const { query, rank } of asked) {
      if (rank >= 5) process.stdout.write(`${query.kind}\t${query.text}\t${query.expected.join('|') || 'NONE'}\n`);
    }
    const kinds = [...new Set(queries.map(({ kind }) => kind))];
    const all = figures(asked.map(({ rank }) => rank));
    const byClass = Object.fromEntries(
      kinds.map((kind) => [kind, figures(asked.filter(({ query }) => query.kind === kind).map(({ rank }) => rank))]),
    );
    const p95ms = rounded(times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0);
    return { json: { services: searcher.size, all, byClass, p95ms }, ok: all.recall5 >= least };
  },
});

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A table whose first line names the columns. */
function readQueries(table: string): Query[] {
  const [header, ...lines] = table
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(Boolean);
  const columns = header?.split('\t') ?? [];
  const [text, kind, expected] = ['query', 'class', 'expected'].map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (text < 0 || expected < 0)
    throw new CommandError('The first line must name the columns: query, class, expected, with tabs between them.');
  return lines.map((line) => {
    const cells = line.split('\t');
    const right = cells[expected]?.trim() ?? '';
    return {
      text: cells[text] ?? '',
      kind: (kind >= 0 && cells[kind]) || 'none',
      expected:
        right === 'NONE' || right === ''
          ? []
          : right.split('|').map((each) => {
              const [agency = '', title = ''] = each.split('::');
              return key(agency.trim(), title);
            }),
    };
  });
}

async function openDeclarations(
  folder: string,
  lexiconFolder: string | undefined,
): Promise<{ searcher: Searcher; titles: Map<string, string> }> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => /\.(csv|tsv|txt)$/i.test(name)).sort();
  if (files.length === 0) throw new CommandError(`${folder} holds no declarations (.csv, .tsv, .txt).`);
  const agencyNames = await namesBeside(folder);
  const offerings: Indexable[] = [];
  const titles = new Map<string, string>();
  for (const name of files) {
    const agency = basename(name).replace(/\.\w+$/, '');
    for (const service of (await readDeclaration(await readFile(join(folder, name)), name)).services) {
      const id = `${agency}.${service.row}`;
      offerings.push({
        ...service,
        id,
        agency: { id: agency, name: { fa: agencyNames[agency] ?? agency } },
        form: null,
      });
      titles.set(id, key(agency, service.title));
    }
  }
  const { index, lexicon } = buildWithLexicon({ version: 'evaluation', offerings: readOfferings(offerings), lexicon: compileLexicon(await readLexicon(lexiconFolder), 'evaluation') });
  return { searcher: openIndex(index, lexicon), titles };
}

async function namesBeside(folder: string): Promise<Record<string, string>> {
  try {
    const { agencies } = JSON.parse(await readFile(join(folder, '../agencies.json'), 'utf8')) as {
      agencies: { id: string; nameFa: string }[];
    };
    return Object.fromEntries(agencies.map(({ id, nameFa }) => [id, nameFa]));
  } catch {
    return {};
  }
}

/** From 0; Infinity when the right service is not found, or anything is where nothing should be. */
function rankOf(searcher: Searcher, { text, expected }: Query, titles: Map<string, string>): number {
  const { hits } = searcher.search(text, { limit: 50 });
  if (expected.length === 0) return hits.length === 0 ? 0 : Infinity;
  const rank = hits.findIndex(({ entry }) => expected.includes(titles.get(entry.id)!));
  return rank < 0 ? Infinity : rank;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function figures(ranks: number[]): Figures {
  const share = (fits: (rank: number) => number) =>
    rounded(ranks.reduce((sum, rank) => sum + fits(rank), 0) / (ranks.length || 1));
  return {
    queries: ranks.length,
    recall1: share((rank) => Number(rank < 1)),
    recall5: share((rank) => Number(rank < 5)),
    mrr: share((rank) => 1 / (rank + 1)),
  };
}
