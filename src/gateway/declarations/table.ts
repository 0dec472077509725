import Papa from 'papaparse';
import { toPersianDigits } from '../../persian/digits.ts';
import { repaired, warning, type CellFinding } from './finding.ts';
import { readHeader, type HeaderRow } from './headers.ts';

export interface DeclarationTable {
  header: HeaderRow;
  /** Physical record of the header, from 1. */
  headerRow: number;
  /** Records after the header, each with its physical number from 1. */
  records: { row: number; cells: string[] }[];
  /** Record that ends inside an open quote: the file is cut off there. */
  cutOffRow: number | null;
  findings: CellFinding[];
}

const delimiters = [',', ';', '\t', '|'];
/** A title, a date, a signature may stand above the header, but not a whole table. */
const headerWithin = 10;

/** Text of a declaration to records: finds delimiter and header row together. Undefined when no header is recognised. */
export function readTable(text: string): DeclarationTable | undefined {
  let best: DeclarationTable | undefined;
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue;
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
    const at = data.slice(0, headerWithin).findIndex((cells) => readHeader(cells));
    const header = at < 0 ? undefined : readHeader(data[at]!);
    if (!header || (best && best.header.known >= header.known)) continue;
    const missing = errors.find((error) => error.code === 'MissingQuotes');
    const findings: CellFinding[] = [];
    if (delimiter !== ',')
      findings.push(repaired('delimiter', `جداکننده ستون‌ها ${delimiter === '\t' ? 'Tab' : `«${delimiter}»`} است.`));
    if (at > 0)
      findings.push(
        warning('header-not-first', `سرستون در سطر ${toPersianDigits(at + 1)} است؛ سطرهای بالای آن کنار گذاشته شد.`),
      );
    const records = data.slice(at + 1).map((cells, i) => ({ row: at + 2 + i, cells }));
    // A line end after the last record is no record.
    if (records.at(-1)?.cells.join('') === '' && records.at(-1)!.cells.length <= 1) records.pop();
    best = { header, headerRow: at + 1, records, cutOffRow: missing ? (records.at(-1)?.row ?? null) : null, findings };
  }
  return best;
}
