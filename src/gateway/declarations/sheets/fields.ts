import { repairText } from '../../../persian/fold.ts';
import { repaired, warning, type CellFinding } from '../finding.ts';
import { columnName, columnOfHeader, unitsOf } from '../headers.ts';
import { sheetOfItems, type Item } from './items.ts';
import { headOf, type Sheet, type SheetRow } from './sheet.ts';

const filled = (cells: string[]): string[] => cells.map((cell) => cell.trim()).filter(Boolean);

/** One service has all names of a column under the first; what bare numbers are only the header says. */
function fieldName(label: string): string {
  const column = columnOfHeader(label);
  const { fee, time } = unitsOf(column === 'fee' ? label : '', column === 'time' ? label : '');
  return column && !fee && !time ? columnName(column) : repairText(label);
}

/**
 * «نام | مقدار» of a row, also twice or more side by side. A value may itself be the name of a field: it follows a name. The name of a
 * group of fields may stand before theirs.
 */
function pairsOf(cells: string[]): [name: string, value: string][] {
  const pairs: [string, string[]][] = [];
  const inGroup = cells.length > 2 && !columnOfHeader(cells[0]!) && columnOfHeader(cells[1]!);
  for (const cell of inGroup ? cells.slice(1) : cells) {
    const values = pairs.at(-1)?.[1];
    if (!values || (values.length && columnOfHeader(cell))) pairs.push([fieldName(cell), []]);
    else values.push(cell);
  }
  return pairs.filter(([, values]) => values.length).map(([name, values]) => [name, values.join('\n')]);
}

/** Cells of a row in a table of fields: four pairs behind the name of their group. Wider ones have columns. */
const widest = 9;

/** Whether rows of a table begin with the names of two fields or more. */
function isOfFields(head: SheetRow[]): boolean {
  const rows = head.map(({ cells }) => filled(cells));
  if (rows.some(({ length }) => length > widest)) return false;
  const names = rows.map((cells) => pairsOf(cells)[0]?.[0]).filter((name) => name !== undefined && columnOfHeader(name));
  return new Set(names).size > 1;
}

const title = columnName('title');
const titleOfHeading = (heading: string): CellFinding => warning('title-from-heading', `نام «${title}» در این جدول نبود و سرتیتر «${heading}» عنوان شمرده شد.`);

/** The services of one table. */
async function* itemsOf(sheet: Sheet, onPart?: (part: number) => void): AsyncGenerator<Item | 'cut off'> {
  let values = new Map<string, string[]>();
  let heading = '';
  /** A line alone, since the last field: the heading of what follows, or of nothing. */
  let line = sheet.heading ?? '';
  let last = '';
  const toItem = (): Item => {
    if (heading && !values.has(title))
      return { values: Object.fromEntries([[title, heading], ...values]), notes: [{ name: title, finding: titleOfHeading(heading) }] };
    return { values: Object.fromEntries(values) };
  };
  for await (const row of sheet.rows(onPart)) {
    const cells = filled(row.cells);
    if (row.cutOff || (row.unended && cells.length === 1)) {
      yield 'cut off';
      return;
    }
    if (cells.length === 1 && !columnOfHeader(cells[0]!)) line = repairText(cells[0]!);
    for (const [name, value] of pairsOf(cells)) {
      const isFirst = name === title || (name !== last && name === values.keys().next().value);
      if (isFirst && values.has(name)) {
        yield toItem();
        values = new Map();
      }
      if (!values.size) heading = line;
      line = '';
      values.set(name, [...(values.get(name) ?? []), value]);
      last = name;
    }
  }
  if (values.size) yield toItem();
}

/**
 * Tables whose rows are «نام | مقدار», as pages and forms of single services have them: a service in each table or sheet, or one
 * below the other. They are given once more, as one table with a row for each service; which it is, the header tells.
 */
export async function withFields(sheets: Sheet[]): Promise<Sheet[]> {
  const known = await Promise.all(sheets.map(async (sheet) => (sheet.hidden ? sheet : { ...sheet, head: await headOf(sheet) })));
  const own = known.filter(({ hidden, head }) => !hidden && isOfFields(head!));
  const named = own.filter(({ name }) => name !== null);
  // Tables without a name are ways to read one text, each of its own.
  const groups = [...(named.length ? [named] : []), ...own.filter(({ name }) => name === null).map((sheet) => [sheet])];
  return [
    ...known,
    ...groups.map((parts): Sheet => ({
      ...sheetOfItems(
        repaired('fields', 'فایل جدول «نام | مقدار» است: هر خدمت یک سطر شمرده شد و نخستین خدمت سطر ۲ است.'),
        async function* (onPart) {
          for (const [at, part] of parts.entries()) yield* itemsOf(part, (read) => onPart?.((at + read) / parts.length));
        },
      ),
      parts,
    })),
  ];
}
