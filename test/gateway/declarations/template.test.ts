import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TextWriter, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { exampleRow } from '../../../src/gateway/declarations/example.ts';
import { columnName, templateColumns } from '../../../src/gateway/declarations/headers.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { declarationTemplate } from '../../../src/gateway/declarations/template.ts';
import { xlsxOf } from './files.ts';

const template = await declarationTemplate();
const part = async (name: string): Promise<string> => {
  const entry = (await new ZipReader(new Uint8ArrayReader(template)).getEntries()).find(({ filename }) => filename === name) as FileEntry;
  return entry.getData(new TextWriter(), { useWebWorkers: false });
};

it('the template is a declaration without services, whose example is left out', async () => {
  const { services, rows, findings } = await readDeclaration(template, 'الگو.xlsx');
  assert.deepEqual([services, rows], [[], 0]);
  assert.deepEqual(findings.map(({ row, rule, severity }) => [row, rule, severity]), [[2, 'example-row', 'repaired']]);
});

it('the example, taken for a service, has nothing to say', async () => {
  const filled = { ...exampleRow, title: exampleRow.title!.replace(/^.*: /, '') };
  const { services, findings } = await readDeclaration(await xlsxOf([{ name: 'خدمات', rows: [templateColumns.map(columnName), templateColumns.map((column) => filled[column] ?? '')] }]), 'a.xlsx');
  assert.deepEqual(findings, []);
  assert.equal(services[0]!.title, 'صدور گواهی نشانی');
});

it('whatever is chosen from a list is understood', async () => {
  const sheet = await part('xl/worksheets/sheet1.xml');
  const lists = [...sheet.matchAll(/type="list"[^>]*sqref="([A-Z]+)2:[^>]*><formula1>"(.*?)"<\/formula1>/g)];
  assert.equal(lists.length, 5);
  for (const [, letters, values] of lists) {
    assert.ok(values!.length <= 255, 'Excel takes no longer list');
    const at = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    for (const [i, value] of values!.split(',').entries()) {
      const cells = templateColumns.map((column, place) => (place === at ? value : column === 'title' ? `خدمت ${i}` : (exampleRow[column] ?? '')));
      assert.deepEqual((await readDeclaration(await xlsxOf([{ name: 'خدمات', rows: [templateColumns.map(columnName), cells] }]), 'a.xlsx')).findings, [], value);
    }
  }
});

it('the sheet runs from right to left, and what is typed stays text', async () => {
  assert.match(await part('xl/worksheets/sheet1.xml'), /rightToLeft="1"/);
  assert.doesNotMatch(await part('xl/styles.xml'), /<cellXfs.*numFmtId="(?!49")/s);
  assert.deepEqual(await declarationTemplate(), template);
});
