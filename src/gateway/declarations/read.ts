import { compareCodes, dropSuperseded } from './across-rows.ts';
import { decodeDeclaration } from './encoding.ts';
import type { Finding } from './finding.ts';
import { columnName, type Column } from './headers.ts';
import { readRow, type DeclaredService } from './row.ts';
import { readTable } from './table.ts';

export type { DeclaredService } from './row.ts';
export type { Finding, Severity } from './finding.ts';

export interface DeclarationReading {
  services: DeclaredService[];
  findings: Finding[];
  /** Records below the header that hold anything. */
  rows: number;
}

/**
 * Reads a declaration as an agency hands it over: any of four encodings, any usual delimiter, the header wherever it
 * stands. Never throws: what cannot be read is told in the findings and does not stop the rest. A file is rejected as a
 * whole, without services, only when no encoding gives Persian text, no header is recognised, or more than half of its
 * rows are rejected.
 */
export function readDeclaration(bytes: Uint8Array, fileName: string): DeclarationReading {
  const findings: Finding[] = [];
  const rejectFile = (rule: string, message: string, rows = 0): DeclarationReading => ({
    services: [],
    rows,
    findings: [
      ...findings,
      { row: null, column: null, rule, severity: 'rejected', message: `${fileName}: ${message}` },
    ],
  });
  if (!bytes.length) return rejectFile('file-empty', 'فایل خالی است.');
  const decoded = decodeDeclaration(bytes);
  if (!decoded)
    return rejectFile(
      'file-encoding',
      'با هیچ کدگذاری شناخته‌شده‌ای متن فارسی از این فایل به دست نیامد. آن را با کدگذاری UTF-8 ذخیره کنید.',
    );
  const table = readTable(decoded.text);
  if (!table) return rejectFile('file-header', 'سطر سرستون‌ها پیدا نشد. نام ستون‌ها را مانند الگو بنویسید.');

  for (const found of [...decoded.findings, ...table.findings]) findings.push({ row: null, column: null, ...found });
  if (table.header.unknown.length) {
    findings.push({
      row: table.headerRow,
      column: null,
      rule: 'unknown-columns',
      severity: 'warning',
      message: `این ستون‌ها در الگو نیست و خوانده نشد: ${table.header.unknown.join('، ')}.`,
    });
  }
  const absent = (['time', 'fee', 'documents'] as Column[]).filter((column) => !table.header.columns.includes(column));
  if (absent.length) {
    findings.push({
      row: table.headerRow,
      column: null,
      rule: 'missing-columns',
      severity: 'warning',
      message: `این ستون‌ها در فایل نیست: ${absent.map(columnName).join('، ')}.`,
    });
  }

  const services: DeclaredService[] = [];
  let rows = 0;
  let rejected = 0;
  for (const { row, cells } of table.records) {
    if (cells.every((cell) => !cell.trim())) {
      findings.push({
        row,
        column: null,
        rule: 'blank-row',
        severity: 'repaired',
        message: 'سطر خالی کنار گذاشته شد.',
      });
      continue;
    }
    rows++;
    if (row === table.cutOffRow) {
      rejected++;
      findings.push(
        {
          row,
          column: null,
          rule: 'cut-off',
          severity: 'rejected',
          message: 'این سطر درون گیومه باز پایان یافته و ناقص است.',
        },
        {
          row: null,
          column: null,
          rule: 'file-incomplete',
          severity: 'warning',
          message: 'فایل ناقص به نظر می‌رسد؛ شاید سطرهای دیگری هم بوده که نرسیده است.',
        },
      );
      continue;
    }
    const read = readRow(row, cells, table.header);
    findings.push(...read.findings);
    if (read.service) services.push(read.service);
    else rejected++;
  }
  if (rejected * 2 > rows)
    return rejectFile('file-mostly-rejected', 'بیش از نیمی از سطرها خوانده نشد؛ هیچ سطری وارد نشد.', rows);

  const kept = dropSuperseded(services);
  findings.push(...kept.findings, ...compareCodes(kept.services));
  findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { services: kept.services, findings, rows };
}
