import jsonld from 'jsonld';
import type { DecodedText } from '../encoding.ts';
import { FileProblem } from '../limits.ts';
import { cpsvContext } from './cpsv-context.ts';

/** Characters of a file that is held in memory as a whole, for a node may be named before or behind it. */
const longest = 20_000_000;

type Json = Record<string, unknown>;
/** A node as JSON-LD expands it: full names, every value in a list. */
export type Node = Json;

export interface Graph {
  /** Nodes in the order of the file, what is said of one in several places together. */
  nodes: Node[];
  /** The node that a value stands for; nothing for a literal. */
  of(value: unknown): Node | undefined;
}

const broken = (): FileProblem => new FileProblem('file-broken', 'فایل JSON-LD بریده یا خراب است؛ آن را دوباره بسازید و بفرستید.');

async function whole(text: DecodedText): Promise<unknown> {
  let content = '';
  for await (const piece of text.pieces()) {
    content += piece;
    if (content.length > longest)
      throw new FileProblem('json-ld-too-large', 'فایل JSON-LD از ۲۰ میلیون نویسه بلندتر است؛ آن را به چند فایل تقسیم کنید.');
  }
  try {
    return JSON.parse(content);
  } catch {
    throw broken();
  }
}

async function expanded(text: DecodedText): Promise<unknown> {
  const document = await whole(text);
  let asked: string | undefined;
  try {
    return await jsonld.expand(document as jsonld.JsonLdDocument, {
      // Nothing is fetched, whatever a file names.
      documentLoader: async (url) => {
        const known = cpsvContext(url);
        if (known) return { documentUrl: url, document: known as jsonld.NodeObject };
        asked = url;
        throw new Error('refused');
      },
    });
  } catch {
    if (asked === undefined) throw broken();
    throw new FileProblem(
      'json-ld-context',
      `این فایل نام‌های خود را از «${asked.slice(0, 200)}» می‌گیرد و درگاه چیزی از اینترنت نمی‌خواند؛ فایل را با @context درون خود آن یا به شکل expanded بفرستید.`,
    );
  }
}

/** JSON-LD in any of its forms, without the network. Throws `FileProblem`: broken, too large, or with a context elsewhere but that of CPSV-AP 3. */
export async function readGraph(text: DecodedText): Promise<Graph> {
  const byId = new Map<string, Node>();
  const nodes: Node[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    if (value === null || typeof value !== 'object' || Array.isArray(value) || '@value' in value) return;
    const own = value as Node;
    const id = own['@id'] as string | undefined;
    const known = id === undefined ? undefined : byId.get(id);
    if (known) {
      for (const [name, more] of Object.entries(own))
        if (Array.isArray(more)) known[name] = [...((known[name] as unknown[] | undefined) ?? []), ...(more as unknown[])];
    } else {
      const node = { ...own };
      if (id !== undefined) byId.set(id, node);
      nodes.push(node);
    }
    for (const inner of Object.values(own)) collect(inner);
  };
  collect(await expanded(text));
  return {
    nodes,
    of(value) {
      if (value === null || typeof value !== 'object' || '@value' in value) return undefined;
      const id = (value as Node)['@id'] as string | undefined;
      return (id === undefined ? undefined : byId.get(id)) ?? (value as Node);
    },
  };
}

/** Values of the first of the properties that a node has; members of lists one by one. */
export function valuesOf(node: Node, ...names: string[]): unknown[] {
  const found = names.map((name) => node[name]).find((values) => Array.isArray(values) && values.length);
  return ((found as unknown[] | undefined) ?? []).flatMap((value) =>
    value !== null && typeof value === 'object' && '@list' in value ? (value as { '@list': unknown[] })['@list'] : [value]);
}

/** Literals in Persian where there are such, else all. */
export function wordsOf(values: unknown[]): string[] {
  const literals = values.filter((value): value is { '@value': unknown; '@language'?: string } => value !== null && typeof value === 'object' && '@value' in value);
  const persian = literals.filter(({ '@language': language }) => /^fa\b/i.test(language ?? ''));
  return (persian.length ? persian : literals).map(({ '@value': value }) => String(value).trim()).filter(Boolean);
}
