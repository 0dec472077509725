import type { Indexable } from '../../../src/search/build.ts';

const folder = new URL('../peers/', import.meta.url);

/** What every contestant searches, after the same simple normaliser. */
export interface Text {
  title: string;
  keywords: string;
  agency: string;
  documents: string;
  steps: string;
  description: string;
  code: string;
}
const fields = ['title', 'keywords', 'agency', 'documents', 'steps', 'description', 'code'] as const;
/** Those of our own engine. */
const weights: Record<keyof Text, number> = { title: 10, keywords: 7, agency: 4, documents: 2.5, steps: 1.5, description: 2, code: 10 };

/** What a careful webmaster would do before handing Persian to a library: ي and ك, digits, half-spaces, punctuation. */
export const simple = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const words = (text: string): string[] => text.split(' ').filter(Boolean);

export const textOf = (offering: Indexable): Text => ({
  title: simple(offering.title),
  keywords: simple(offering.keywords.join(' ')),
  agency: simple(offering.agency.name.fa),
  documents: simple(offering.documents.map(({ title }) => title).join(' ')),
  steps: simple(offering.steps.map(({ title }) => title).join(' ')),
  description: simple(offering.description),
  code: offering.code ?? '',
});

/** Numbers of services, the best first. */
export type Find = (query: string) => number[];

export interface Opened {
  find: Find;
  /** What would have to be sent to a phone for it; nothing for a scan, which sends the texts. */
  index?: string;
}

export interface Peer {
  name: string;
  open(texts: Text[]): Promise<Opened>;
}

/** The peers' modules; they are not there when types are checked, so what is needed of them is said here. */
interface Modules {
  MiniSearch: new (options: object) => { addAll(docs: object[]): void; search(query: string): { id: number }[] };
  orama: {
    create(options: object): object;
    insertMultiple(db: object, docs: object[], batch: number): unknown;
    search(db: object, params: object): { hits: { id: string }[] };
    save(db: object): object;
  };
  FlexSearchIndex: new (options: object) => {
    add(id: number, text: string): void;
    search(query: string, options: object): number[];
    export(handler: (key: string, data: string) => void): void;
  };
  Fuse: new (docs: object[], options: object) => { search(query: string, options: object): { refIndex: number }[]; getIndex(): { toJSON(): object } };
}
const load = (): Promise<Modules> => import(new URL('index.mjs', folder).href) as Promise<Modules>;

const most = 20;

const miniSearch: Peer = {
  name: 'MiniSearch',
  async open(texts) {
    const { MiniSearch } = await load();
    const index = new MiniSearch({ fields, searchOptions: { boost: weights, prefix: true, fuzzy: 0.2 } });
    index.addAll(texts.map((text, id) => ({ id, ...text })));
    return { find: (query) => index.search(query).slice(0, most).map(({ id }) => id), index: JSON.stringify(index) };
  },
};

const orama: Peer = {
  name: 'Orama',
  async open(texts) {
    const { orama: { create, insertMultiple, search, save } } = await load();
    // Its own tokenizer knows Latin letters only.
    const tokenizer = { language: 'persian', normalizationCache: new Map(), tokenize: (text: string) => [...new Set(words(text))] };
    const db = create({ schema: Object.fromEntries(fields.map((field) => [field, 'string'])), components: { tokenizer } });
    await insertMultiple(db, texts.map((text, id) => ({ id: String(id), ...text })), 500);
    return {
      find: (query) => search(db, { term: query, boost: weights, tolerance: 1, limit: most }).hits.map(({ id }) => Number(id)),
      index: JSON.stringify(save(db)),
    };
  },
};

const flexSearch: Peer = {
  name: 'FlexSearch',
  async open(texts) {
    const { FlexSearchIndex } = await load();
    const indexes = fields.map((field) => {
      const index = new FlexSearchIndex({ tokenize: 'forward', resolution: 9, encode: words });
      texts.forEach((text, id) => index.add(id, text[field]));
      return { index, weight: weights[field] };
    });
    const parts: string[] = [];
    for (const { index } of indexes) index.export((key, data) => void parts.push(key, data));
    return {
      // It gives places and no scores: those of the fields are joined by weight.
      find(query) {
        const scores = new Map<number, number>();
        for (const { index, weight } of indexes)
          index.search(query, { limit: 100, suggest: true }).forEach((id, rank) => scores.set(id, (scores.get(id) ?? 0) + weight / (rank + 5)));
        return [...scores].sort((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id);
      },
      index: parts.join('\n'),
    };
  },
};

const fuse: Peer = {
  name: 'Fuse',
  async open(texts) {
    const { Fuse } = await load();
    const keys = fields.map((name) => ({ name, weight: weights[name] }));
    const index = new Fuse(texts, { keys, ignoreLocation: true, threshold: 0.3, useTokenSearch: true });
    return { find: (query) => index.search(query, { limit: most }).map(({ refIndex }) => refIndex), index: JSON.stringify(index.getIndex().toJSON()) };
  },
};

/** Every text is looked through for every word. */
const scan: Peer = {
  name: 'linear scan',
  async open(texts) {
    return {
      find(query) {
        const asked = words(query);
        const found: { id: number; score: number }[] = [];
        texts.forEach((text, id) => {
          let score = 0;
          for (const word of asked) score += fields.reduce((best, field) => (weights[field] > best && text[field].includes(word) ? weights[field] : best), 0);
          if (score) found.push({ id, score });
        });
        return found.sort((a, b) => b.score - a.score).slice(0, most).map(({ id }) => id);
      },
    };
  },
};

export const peers: Peer[] = [miniSearch, orama, flexSearch, fuse, scan];
