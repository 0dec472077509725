import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../../src/gateway/declarations/limits.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { bytes, xlsxOf, zipOf } from './files.ts';

const head = 'عنوان خدمت,شرح خدمت,هزینه,مدت زمان ارائه,مدارک لازم';
const row = 'صدور گواهی,شرح,رایگان,۲ روز,سند';

/** The one sentence with which a file is turned down. */
async function refusal(file: Uint8Array): Promise<string> {
  const { services, findings } = await readDeclaration(file, 'نام.xlsx');
  assert.deepEqual(services, []);
  const [found, ...others] = findings.filter(({ severity, row: at }) => severity === 'rejected' && at === null);
  assert.deepEqual(others, []);
  assert.match(found!.message, /^نام\.xlsx: [^a-z]*[؀-ۿ].*\.$/s);
  return found!.rule;
}

/** Bytes without sense, the same each time. */
function nonsense(length: number): Uint8Array {
  const out = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) out[i] = (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return out;
}

const workbook = (sheet: string) =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="الف" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  });

describe('a file is turned down in one sentence', () => {
  it('30 MB of nonsense', async () => {
    assert.equal(await refusal(nonsense(30_000_000)), 'file-kind');
    assert.equal(await refusal(bytes('الف ب پ '.repeat(2_000_000))), 'file-header');
    assert.equal(await refusal(bytes('a'.repeat(30_000_000))), 'file-encoding');
  });

  it('a bomb of spaces, of empty rows, of depth', async () => {
    assert.equal(await refusal(await workbook(`<worksheet>${' '.repeat(limits.freelyInflated * 2)}</worksheet>`)), 'file-inflates');
    assert.equal(await refusal(await workbook(`<worksheet><sheetData>${'<row><c/></row>'.repeat(2_000_000)}</sheetData></worksheet>`)), 'file-inflates');
    assert.equal(await refusal(await workbook('<a>'.repeat(100_000))), 'file-broken');
  });

  it('a document that names its own entities is not helped to grow', async () => {
    const entities = '<!DOCTYPE a [<!ENTITY a "عنوان خدمت"><!ENTITY b "&a;&a;&a;&a;">]>';
    assert.equal(await refusal(await workbook(`${entities}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`)), 'file-header');
  });

  it('a workbook that is cut off, a ZIP of something else, an old workbook, a PDF', async () => {
    const whole = await xlsxOf([{ name: 'الف', rows: [head.split(','), row.split(',')] }]);
    for (let length = 4; length < whole.length; length += 101) assert.equal(await refusal(whole.subarray(0, length)), 'file-cut-off');
    assert.equal(await refusal(await zipOf({ 'a.txt': 'متن' })), 'file-kind');
    assert.equal(await refusal(await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })), 'file-kind');
    assert.equal(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), 'file-kind');
    assert.equal(await refusal(bytes('%PDF-1.7')), 'file-kind');
  });

  it('too many columns, too many rows, too deep', async () => {
    const wide = [head, ...Array.from({ length: limits.columns }, (_, i) => `ستون ${i}`)].join();
    assert.equal(await refusal(bytes(`${wide}\n${row}\n`)), 'too-many-columns');
    assert.equal(await refusal(await xlsxOf([{ name: 'الف', rows: [wide.split(',')] }])), 'too-many-columns');
    assert.equal(await refusal(bytes(`<table><tr>${wide.split(',').map((cell) => `<td>${cell}`).join('')}</table>`)), 'too-many-columns');
    assert.equal(await refusal(bytes('['.repeat(1_000_000))), 'file-header');
  });

  it('a table that is too long', { timeout: 300_000 }, async () => {
    const short = 'الف,,,,\n';
    assert.equal(await refusal(bytes(`${head}\n${short.repeat(limits.rows + 1)}`)), 'too-many-rows');
  });
});

describe('a cell', () => {
  it('of 5,000 characters is kept, a longer one is cut and told', async () => {
    const long = 'ب'.repeat(limits.cell);
    const { services, findings } = await readDeclaration(bytes(`${head}\n${row.replace('شرح', long)}\n${row.replace('صدور', 'تمدید').replace('شرح', `${long}ب`)}\n`), 'a.csv');
    assert.deepEqual(services.map(({ description }) => description.length), [limits.cell, limits.cell]);
    assert.deepEqual(findings.map((found) => [found.row, found.rule, found.column]), [[3, 'cell-too-long', 'شرح خدمت']]);
  });

  it('with an open quote does not swallow a file without end', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => row.replace('گواهی', `گواهی ${i}`)).join('\n');
    const { services, findings } = await readDeclaration(bytes(`${head}\n${rows}\n"${'ب\n'.repeat(3_000_000)}`), 'a.csv');
    assert.equal(services.length, 5);
    assert.deepEqual(findings.map(({ rule }) => rule), ['file-incomplete', 'cut-off']);
  });
});
