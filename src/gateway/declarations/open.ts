import { decodeText, type DecodedText } from './encoding.ts';
import type { CellFinding } from './finding.ts';
import { FileProblem, limits, tooLarge } from './limits.ts';
import { withFields } from './sheets/fields.ts';
import type { Sheet } from './sheets/sheet.ts';
import { cleanSheet } from './sheets/unwritable.ts';

/** A file that may be a declaration: its tables, and what reading it had to say. */
export interface OpenedFile {
  sheets: Sheet[];
  /** Cells are bare text: a formula can be told only by its look. */
  isText: boolean;
  findings: CellFinding[];
}

const starts = (bytes: Uint8Array, ...sign: number[]): boolean => sign.every((byte, at) => bytes[at] === byte);
const noTable = (message: string): FileProblem => new FileProblem('file-kind', message);

async function openZip(file: Blob): Promise<OpenedFile> {
  const { openArchive } = await import('./sheets/zip.ts');
  const archive = await openArchive(file);
  const { readXlsx } = await import('./sheets/xlsx.ts');
  const { readOds } = await import('./sheets/ods.ts');
  const sheets = archive.part('[Content_Types].xml') ? await readXlsx(archive) : await readOds(archive);
  if (!sheets?.length) throw noTable('در این فایل برگه‌ای از Excel یا LibreOffice نیست؛ جدول را با قالب xlsx یا ods یا csv بفرستید.');
  return { sheets, isText: false, findings: [] };
}

async function readPage(text: DecodedText): Promise<Sheet[]> {
  const { readHtml } = await import('./sheets/html.ts');
  return readHtml(text);
}

/** Signs that no writing has: pictures, archives and programs are full of them. */
const isWriting = ({ head }: DecodedText): boolean => (head.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) * 20 < head.length;

async function openText(file: Blob): Promise<OpenedFile> {
  const { readCsv } = await import('./sheets/csv.ts');
  const text = await decodeText(file);
  if (!isWriting(text)) throw noTable('این فایل نوشته نیست؛ شاید عکس یا فایل فشرده است، یا خراب شده است. جدول را با قالب xlsx یا ods یا csv بفرستید.');
  const { findings } = text;
  const beginning = text.head.trimStart();
  if (/^[[{]/.test(beginning)) {
    const { looksLikeLinkedData, readCpsv } = await import('./sheets/cpsv.ts');
    if (looksLikeLinkedData(text)) return { sheets: await readCpsv(text), isText: true, findings };
    const { looksLikeHsds, readHsds } = await import('./sheets/hsds.ts');
    if (looksLikeHsds(text)) return { sheets: readHsds(text), isText: true, findings };
    const { readJson } = await import('./sheets/json.ts');
    return { sheets: readJson(text), isText: true, findings };
  }
  if (beginning.startsWith('<')) return { sheets: await readPage(text), isText: true, findings };
  // A page may begin with bare words; a table in delimited text is a crumb of a page. The header tells which it is.
  const page = /<(?:table|dl)[\s>]/i.test(text.head) ? await readPage(text) : [];
  if (!page.length && text.persianShare <= 0.3)
    throw new FileProblem(
      'file-encoding',
      'با هیچ کدگذاری شناخته‌شده‌ای متن فارسی از این فایل به دست نیامد. آن را با کدگذاری UTF-8 ذخیره کنید.',
    );
  return { sheets: [...readCsv(text), ...page], isText: true, findings };
}

/**
 * Opens a declaration by what it holds, never by its name: XLSX, ODS, delimited text, an HTML page, JSON, services of HSDS,
 * CPSV-AP in JSON-LD. Throws `FileProblem` with a sentence for the sender when it is none of them.
 */
export async function openFile(file: Blob): Promise<OpenedFile> {
  const opened = await openAny(file);
  return { ...opened, sheets: await withFields(opened.sheets.map(cleanSheet)) };
}

async function openAny(file: Blob): Promise<OpenedFile> {
  if (!file.size) throw new FileProblem('file-empty', 'فایل خالی است.');
  if (file.size > limits.bytes) throw tooLarge();
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (starts(start, 0x50, 0x4b, 3, 4)) return openZip(file);
  // Workbooks with a password are kept in the same wrapper as those of old.
  if (starts(start, 0xd0, 0xcf, 0x11, 0xe0))
    throw noTable('این فایل با قالب قدیمی Excel یا با گذرواژه ذخیره شده است؛ آن را بدون گذرواژه و با قالب xlsx ذخیره کنید.');
  if (starts(start, 0x25, 0x50, 0x44, 0x46)) throw noTable('این فایل PDF است؛ جدول را با قالب xlsx یا csv بفرستید.');
  return openText(file);
}
