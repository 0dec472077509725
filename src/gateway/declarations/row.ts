import type { Offering } from '../../contract/offering.ts';
import { toPersianDigits } from '../../persian/digits.ts';
import { readChannels } from './cells/channels.ts';
import { readLevels, readLifeEvents, readNature, readRelations } from './cells/choices.ts';
import { readCode } from './cells/code.ts';
import { readLink, readPhone } from './cells/contact.ts';
import { readDate } from './cells/date.ts';
import { readDocuments } from './cells/documents.ts';
import { readDuration } from './cells/duration.ts';
import { readFee } from './cells/fee.ts';
import { readKeywords, readList } from './cells/list.ts';
import { readQuestions, readSteps } from './cells/steps.ts';
import { readLabel, readOptional, readProse, readTitle } from './cells/text.ts';
import { readVisits } from './cells/visits.ts';
import type { Cell, Finding } from './finding.ts';
import { columnName, type Column, type HeaderRow } from './headers.ts';
import { repairPlain } from './repair.ts';

/** What a declaration says of one service: an offering without what only the gateway knows of it. */
export type DeclaredService = Omit<
  Offering,
  'id' | 'version' | 'province' | 'agency' | 'unit' | 'form' | 'national' | 'illustrative'
> & {
  /** Physical record in the file. */
  row: number;
  unitName: string | null;
  floor: string | null;
  room: string | null;
  /** It says that no document is needed, which is not the same as saying nothing. */
  noDocuments?: true;
};

/** As much of a header as reading its rows needs; drafts of an older gateway have no units. */
export type OfHeader = Pick<HeaderRow, 'columns'> & Partial<Pick<HeaderRow, 'units'>>;

/** Lines above groups of services and below all of them: «الف) خدمات …»، «جمع کل: ۴»، «تهیه‌کننده: …». */
const noService = /^(?:الف|[بپتجد])\s*[).\-–]|^(?:جمع|مجموع)(?:\s+کل)?(?!\p{L}|\u200c)(?!\s+\p{L})|^(?:تهیه|تنظیم|تأیید|تایید)[\s\u200c]*کننده(?!\p{L})/u;

/** One record to a service; null when it cannot be one, and the findings tell why. */
export function readRow(
  row: number,
  cells: string[],
  header: OfHeader,
): { service: DeclaredService | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const reject = (rule: string, message: string, column: string | null = null) => {
    findings.push({ row, column, rule, severity: 'rejected', message });
    return { service: null, findings };
  };
  const width = header.columns.length;
  const surplus = cells.slice(width).filter((cell) => cell.trim()).length;
  if (cells.length > width && (surplus || cells.length > width + 1)) {
    return reject(
      'too-many-cells',
      `این سطر ${toPersianDigits(cells.length)} خانه دارد و سرستون ${toPersianDigits(width)}؛ نشانه جداکننده درون متن بی‌گیومه آمده است.`,
    );
  }
  const take = <T>(column: Column, reader: (raw: string) => Cell<T>): T => {
    const { value, findings: found } = reader(cells[header.columns.indexOf(column)] ?? '');
    findings.push(...found.map((finding) => ({ row, column: columnName(column), ...finding })));
    return value;
  };

  const title = take('title', readTitle);
  if (!title) return reject('title-missing', 'عنوان خدمت خالی است.', columnName('title'));
  const others = header.columns.filter((column, at) => column && column !== 'title' && column !== 'rowNumber' && cells[at]?.trim());
  if (!others.length && noService.test(title)) return reject('not-a-service', `در این سطر جز «${title}» چیزی نیست و سرفصل، جمع یا امضا شمرده شد. اگر خدمت است، شرح آن را هم بنویسید.`, columnName('title'));
  if (cells.length < width) {
    findings.push({
      row,
      column: null,
      rule: 'too-few-cells',
      severity: 'warning',
      message: `این سطر ${toPersianDigits(cells.length)} خانه دارد و سرستون ${toPersianDigits(width)}.`,
    });
  }
  // A column that the file lacks says nothing, so nothing is said about it.
  const has = (column: Column): boolean => header.columns.includes(column);
  const duration = has('time') ? take('time', (raw) => readDuration(raw, header.units?.time)) : { time: null, text: '' };
  const service: DeclaredService = {
    row,
    code: take('code', readCode),
    parentCode: take('parentCode', readCode),
    title,
    description: take('description', readProse),
    relations: take('relations', readRelations),
    audience: take('audience', readList),
    nature: take('nature', readNature),
    levels: take('levels', readLevels),
    lifeEvents: take('lifeEvents', readLifeEvents),
    trigger: take('trigger', readOptional),
    documents: take('documents', readDocuments),
    laws: take('laws', readList),
    time: duration.time,
    timeText: duration.text,
    frequency: take('frequency', readOptional),
    visits: take('visits', readVisits),
    visitReason: take('visitReason', readOptional),
    fee: has('fee')
      ? take('fee', (raw) => readFee(raw, header.units?.fee))
      : { kind: 'undeclared', lines: [], text: '' },
    channels: take('channels', readChannels),
    link: take('link', readLink),
    inquiries: take('inquiries', readList),
    steps: take('steps', readSteps),
    unitName: take('unitName', readOptional),
    floor: take('floor', readLabel),
    room: take('room', readLabel),
    hoursText: take('hours', readOptional),
    phone: take('phone', readPhone),
    keywords: take('keywords', readKeywords),
    questions: take('questions', readQuestions),
    editedOn: take('editedOn', readDate),
  };
  if (!service.documents.length && /\p{L}/u.test(repairPlain(cells[header.columns.indexOf('documents')] ?? '').value)) service.noDocuments = true;
  return { service, findings };
}
