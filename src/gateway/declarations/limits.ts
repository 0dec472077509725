import { toPersianDigits } from '../../persian/digits.ts';

/** What one declaration may hold. Far above what agencies send, low enough that no file can stop a gateway. */
export const limits = {
  /** Bytes of the file as it arrives. */
  bytes: 150_000_000,
  /** Bytes that come out of a compressed file, all that is read of it together; some parts are read twice. */
  inflated: 800_000_000,
  /** Characters of the texts that the cells of a workbook share. */
  sharedText: 150_000_000,
  /** How many times larger than compressed one part may be, once it is longer than `freelyInflated`. */
  ratio: 200,
  freelyInflated: 20_000_000,
  /** Rows below the header that hold anything. */
  rows: 100_000,
  columns: 200,
  /** Characters of one cell: what is above is cut, and told. */
  cell: 5_000,
  /** Characters of one row: an open quote swallows what follows it. */
  record: 1_000_000,
} as const;

/** Why a file is not read at all: the rule and one sentence for the person who sent it. */
export class FileProblem extends Error {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.rule = rule;
  }
}

const number = (value: number): string => toPersianDigits(value.toLocaleString('en-US')).replaceAll(',', '٬');

export const tooLarge = (): FileProblem =>
  new FileProblem('file-too-large', `فایل از ${number(limits.bytes / 1_000_000)} مگابایت بزرگ‌تر است؛ آن را به چند فایل تقسیم کنید.`);
export const tooInflated = (): FileProblem =>
  new FileProblem('file-inflates', 'محتوای فشرده این فایل بیش از اندازه بزرگ می‌شود و باز نشد؛ سطرها را در فایل تازه‌ای بگذارید و دوباره بفرستید.');
export const tooManyRows = (): FileProblem =>
  new FileProblem('too-many-rows', `فایل بیش از ${number(limits.rows)} سطر دارد؛ آن را به چند فایل تقسیم کنید.`);
export const tooManyColumns = (): FileProblem =>
  new FileProblem('too-many-columns', `جدول بیش از ${number(limits.columns)} ستون دارد؛ ستون‌های اضافه را پاک کنید.`);
export const tooLongCell = (length: number): string =>
  `متن این خانه ${number(length)} نویسه است و تنها ${number(limits.cell)} نویسه نخست آن ماند؛ آن را کوتاه کنید.`;
