import { getFormatFromId } from 'numfmt';
import { limits, tooInflated } from '../limits.ts';
import { readMarkup, type MarkupListener } from './markup.ts';
import { SharedTexts } from './shared-texts.ts';
import { withText } from './sheet.ts';
import type { Archive } from './zip.ts';

/** What the sheets of an XLSX share. */
export interface Workbook {
  sheets: { name: string; hidden: boolean; path: string }[];
  /** Dates count from 1904, as on old Macs. */
  from1904: boolean;
  /** Number format by the style of a cell. */
  formats: string[];
  texts: SharedTexts;
}

/** Signs that XML cannot hold stand as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

const ignore: MarkupListener = { open: () => undefined, text: () => undefined, close: () => undefined };

type Listen<T> = (give: (item: T) => void) => Partial<MarkupListener>;
async function* itemsOf<T>(archive: Archive, path: string | undefined, listen: Listen<T>): AsyncGenerator<T> {
  const part = path === undefined ? undefined : archive.part(path);
  if (part) yield* readMarkup<T>(part(), 'xml', (give) => ({ ...ignore, ...listen(give) }));
}

async function collect<T>(archive: Archive, path: string | undefined, listen: Listen<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of itemsOf(archive, path, listen)) found.push(item);
  return found;
}

/** `xl/worksheets/sheet1.xml` for a target as relations have it: from the folder of the workbook, or from the root. */
const inFolder = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);

type Relation = { id: string; type: string; path: string };
const relations = (archive: Archive, folder: string, of: string): Promise<Relation[]> =>
  collect<Relation>(archive, `${folder}_rels/${of}.rels`, (give) => ({
    open: (name, { Id: id, Type: type, Target: target }) => {
      if (name === 'Relationship' && id && type && target) give({ id, type: type.slice(type.lastIndexOf('/') + 1), path: inFolder(folder, target) });
    },
  }));

async function readFormats(archive: Archive, path: string | undefined): Promise<string[]> {
  const own = new Map<string, string>();
  let inCells = false;
  return collect<string>(archive, path, (give) => ({
    open: (name, { numFmtId: id = '0', formatCode }) => {
      if (name === 'numFmt' && formatCode) own.set(id, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) give(own.get(id) ?? getFormatFromId(Number(id)) ?? 'General');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  }));
}

/** Texts by number. Only their letters are kept, neither their looks nor the reading aids of other scripts. */
async function readTexts(archive: Archive, path: string | undefined): Promise<SharedTexts> {
  const texts = new SharedTexts();
  let text = '';
  let inText = false;
  let inAid = false;
  let total = 0;
  for await (const found of itemsOf<string>(archive, path, (give) => ({
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inAid = true;
      inText = name === 't' && !inAid;
    },
    text: (piece) => {
      if (inText) text = withText(text, piece);
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') inAid = false;
      if (name !== 'si') return;
      total += text.length;
      if (total > limits.sharedText) throw tooInflated();
      give(unescaped(text));
    },
  }))) texts.add(found);
  return texts;
}

/** Reads what the sheets share: their names and order, formats, texts. Undefined when it is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook | undefined> {
  const root = (await relations(archive, '', '.')).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (!archive.part(root)) return undefined;
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const related = await relations(archive, folder, root.slice(folder.length));
  const pathOf = (type: string) => related.find((relation) => relation.type === type)?.path;
  let from1904 = false;
  const sheets = await collect<Workbook['sheets'][number]>(archive, root, (give) => ({
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const path = related.find((relation) => relation.id === id && relation.type === 'worksheet')?.path;
      if (path && archive.part(path)) give({ name: attributes.name ?? '', hidden: /hidden/i.test(attributes.state ?? ''), path });
    },
  }));
  if (!sheets.length) return undefined;
  return {
    sheets,
    from1904,
    formats: await readFormats(archive, pathOf('styles')),
    texts: await readTexts(archive, pathOf('sharedStrings')),
  };
}
