import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft } from '../../../src/contract/intake.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { csvOf, officer, problemOf, tableOf } from './officer.ts';

describe('intake: a draft', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['abfa', 'gaz', 'post'] });
    mine = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'officer' }));
  });
  after(() => gateway.stop());
  const published = async () => ((await (await gateway.fetch('/v1/catalogue')).json()) as { version: string }).version;

  it('holds the rows of a dirty file, what is said of them and why, and publishes nothing', async () => {
    const before = await published();
    const table = tableOf('abfa');
    const draft = await mine.handIn('abfa', table);
    assert.deepEqual([draft.state, draft.part, draft.version, draft.rows, draft.fileName, draft.publishedAs], ['draft', 1, 1, table.length - 1, 'خدمات.csv', null]);
    assert.equal(draft.receivedBy?.name, 'کارشناس آزمون');
    assert.equal(draft.counts.services, table.length - 2, 'an older copy is left out');
    const rows = await mine.rows(draft.id);
    assert.deepEqual(rows.map(({ row }) => row), table.slice(1).map((_, i) => i + 2));
    const old = rows.find(({ row }) => row === 7)!;
    assert.deepEqual([old.counts, old.findings.some(({ rule }) => rule === 'superseded')], [false, true]);
    const copy = rows.find(({ row }) => row === 4)!.findings.find(({ rule }) => rule === 'forbidden-copy')!;
    assert.deepEqual([copy.column, copy.severity], ['documents', 'warning']);
    assert.ok(copy.fix?.includes('اصل شناسنامه') && !copy.fix.includes('تصویر تمام صفحات شناسنامه'));
    const { rules } = await mine.good<Draft>(mine.get(`/v1/staff/declarations/${draft.id}/rows`));
    assert.match(rules['forbidden-copy']!.ground!, /سازمان اداری و استخدامی/);
    assert.equal(await published(), before);
  });

  it('says of each row what the dry run says', async () => {
    const bytes = csvOf(tableOf('abfa'));
    const { findings } = await readDeclaration(bytes, 'a.csv', { lintOn: '2026-11-24' });
    const draft = await mine.good<Draft>(mine.sendFile('abfa', bytes));
    const rows = await mine.rows(draft.id);
    const told = (all: { row: number | null; rule: string }[]) => all.map(({ row, rule }) => `${row} ${rule}`).sort();
    assert.deepEqual(told([...draft.findings, ...rows.flatMap((row) => row.findings)]), told(findings));
  });

  it('is read page by page, and only what somebody should look at', async () => {
    const draft = await mine.handIn('abfa', tableOf('abfa'));
    const pages: number[] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: { items: { row: number }[]; next: string | null } = await mine.good(mine.get(`/v1/staff/declarations/${draft.id}/rows?limit=4&cursor=${cursor}`));
      assert.ok(page.items.length <= 4);
      pages.push(...page.items.map(({ row }) => row));
      cursor = page.next;
    }
    assert.deepEqual(pages, (await mine.rows(draft.id)).map(({ row }) => row));
    const told = await mine.rows(draft.id, '&only=told');
    const isTold = ({ findings }: (typeof told)[number]) => findings.some(({ severity }) => severity === 'warning' || severity === 'rejected');
    assert.ok(told.length && told.every(isTold));
    assert.deepEqual(told, (await mine.rows(draft.id)).filter(isTold));
  });

  it('is mended cell by cell and by one press, and what is said of the row is worked out anew', async () => {
    const table = tableOf('abfa');
    const draft = await mine.handIn('abfa', table);
    const cells = `/v1/staff/declarations/${draft.id}/cells`;
    const first = await mine.good<{ version: number; row: { cells: Record<string, string>; findings: { rule: string; column: string }[] } }>(mine.post(cells, { version: 1, row: 3, column: 'time', value: '' }));
    assert.equal(first.version, 2);
    assert.ok(first.row.findings.some(({ rule, column }) => rule === 'time-missing' && column === 'time'));
    const second = await mine.good<typeof first>(mine.post(cells, { version: 2, row: 3, column: 'time', value: '۳ روز کاری' }));
    assert.ok(!second.row.findings.some(({ rule }) => rule === 'time-missing'));
    const fixed = await mine.good<typeof first>(mine.post(`/v1/staff/declarations/${draft.id}/fixes`, { version: 3, row: 4, column: 'documents', rule: 'forbidden-copy' }));
    assert.ok(!fixed.row.findings.some(({ rule }) => rule === 'forbidden-copy'));
    assert.ok(fixed.row.cells['documents']!.includes('اصل شناسنامه'));
    const rows = await mine.rows(draft.id);
    assert.deepEqual(rows.find(({ row }) => row === 4)!.cells, fixed.row.cells);
    // What rows say of each other changes with one of them.
    assert.ok(rows.find(({ row }) => row === 9)!.findings.some(({ rule }) => rule === 'code-shared'));
    await mine.good(mine.post(cells, { version: 4, row: 10, column: 'code', value: '' }));
    assert.ok(!(await mine.rows(draft.id)).some(({ row, findings }) => row === 9 && findings.some(({ rule }) => rule === 'code-shared')));
    assert.deepEqual(await problemOf(mine.post(`/v1/staff/declarations/${draft.id}/fixes`, { version: 5, row: 4, column: 'documents', rule: 'forbidden-copy' })), [422, 'input.invalid']);
    assert.deepEqual(await problemOf(mine.post(cells, { version: 5, row: 999, column: 'time', value: '' })), [422, 'input.invalid']);
    assert.deepEqual(await problemOf(mine.post(cells, { version: 5, row: 3, column: 'colour', value: '' })), [422, 'input.invalid']);
  });

  it('of which two change a cell at once is changed by one; the other is told', async () => {
    const draft = await mine.handIn('abfa', tableOf('abfa'));
    const cells = `/v1/staff/declarations/${draft.id}/cells`;
    const answers = await Promise.all(['۱ روز', '۲ روز', '۳ روز', '۴ روز'].map((value) => mine.post(cells, { version: 1, row: 3, column: 'time', value })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
    assert.deepEqual(await problemOf(answers.find(({ status }) => status === 409)!), [409, 'declaration.changed']);
  });

  it('of a file with headers that nobody knows is read again with what they mean', async () => {
    const strange = [['چیستی', 'گزاره', 'بها', 'درازا', 'ملاحظات'], ['انشعاب آب', 'برای خانه', 'رایگان', '۲ روز', 'هیچ'], ['قطع آب', 'برای خانه', 'رایگان', '۱ روز', 'هیچ']];
    const draft = await mine.handIn('abfa', strange);
    assert.equal(draft.state, 'rejected');
    assert.deepEqual(draft.findings.map(({ rule, severity }) => [rule, severity]), [['file-header', 'rejected']]);
    assert.deepEqual(draft.head, strange);
    assert.ok(draft.rules['file-header']!.mend);
    const path = `/v1/staff/declarations/${draft.id}`;
    assert.deepEqual(await problemOf(mine.get(`${path}/difference`)), [409, 'declaration.notReady']);
    const mapping = { چیستی: 'title', گزاره: 'description', بها: 'fee', درازا: 'time', ملاحظات: null };
    const read = await mine.good<Draft>(mine.post(`${path}/mapping`, { version: 1, mapping }));
    assert.deepEqual([read.state, read.version, read.rows, read.counts.services, read.mapping], ['draft', 2, 2, 2, mapping]);
    assert.deepEqual(read.columns, ['title', 'description', 'fee', 'time', null]);
    assert.deepEqual((await mine.difference(draft.id)).counts.added, 2);
    assert.deepEqual(await problemOf(mine.post(`${path}/mapping`, { version: 1, mapping })), [409, 'declaration.changed']);
    assert.deepEqual(await problemOf(mine.post(`${path}/mapping`, { version: 2, mapping: { چیستی: 'colour' } })), [422, 'input.invalid']);
  });

  it('belongs to its agency: other officers, other roles and other provinces find nothing', async () => {
    const draft = await mine.handIn('abfa', tableOf('abfa'));
    const paths = [`/v1/staff/declarations/${draft.id}`, `/v1/staff/declarations/${draft.id}/rows`, `/v1/staff/declarations/${draft.id}/difference`];
    const gaz = officer(gateway, await gateway.signIn({ agency: 'gaz', role: 'officer' }));
    for (const path of paths) assert.deepEqual(await problemOf(gaz.get(path)), [404, 'declaration.notFound'], path);
    assert.deepEqual(await problemOf(gaz.post(`${paths[0]}/cells`, { version: 1, row: 3, column: 'time', value: '' })), [404, 'declaration.notFound']);
    assert.deepEqual(await problemOf(gaz.post(`${paths[0]}/publish`, { version: 1, base: 0 })), [404, 'declaration.notFound']);
    assert.deepEqual(await problemOf(gaz.sendFile('abfa', csvOf(tableOf('abfa')))), [403, 'staff.forbidden']);
    assert.deepEqual(await problemOf(gaz.get('/v1/staff/publications?agency=abfa')), [403, 'staff.forbidden']);
    const expert = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'expert' }));
    assert.deepEqual(await problemOf(expert.get(paths[0]!)), [403, 'staff.forbidden']);
    assert.deepEqual(await problemOf(expert.get('/v1/staff/declaration-template')), [403, 'staff.forbidden']);
    const nobody = officer(gateway, '');
    assert.deepEqual(await problemOf(nobody.get(paths[0]!)), [401, 'staff.signInNeeded']);
    await gateway.db.updateTable('intake_draft').set({ province: 'isfahan' }).where('id', '=', draft.id).execute();
    for (const path of paths) assert.deepEqual(await problemOf(mine.get(path)), [404, 'declaration.notFound'], path);
    const whole = officer(gateway, await gateway.signIn({ role: 'supervisor' }));
    assert.equal((await whole.handIn('gaz', tableOf('gaz'))).state, 'draft');
    assert.deepEqual(await problemOf(whole.sendFile('nowhere', csvOf(tableOf('gaz')))), [404, 'agency.notFound']);
    const { items } = await whole.good<{ items: { agency: string }[] }>(whole.get('/v1/staff/declarations'));
    assert.deepEqual(new Set(items.map(({ agency }) => agency)), new Set(['abfa', 'gaz']));
    assert.ok((await mine.good<typeof items extends never ? never : { items: { agency: string }[] }>(mine.get('/v1/staff/declarations'))).items.every(({ agency }) => agency === 'abfa'));
  });

  it('is thrown away with its file', async () => {
    const draft = await mine.handIn('abfa', tableOf('abfa'));
    assert.ok(await gateway.ports.files.get(`intake-${draft.id}`));
    assert.equal((await mine.remove(`/v1/staff/declarations/${draft.id}`)).status, 204);
    assert.equal(await gateway.ports.files.get(`intake-${draft.id}`), undefined);
    assert.deepEqual(await mine.rows(draft.id), []);
    const { items } = await mine.good<{ items: { id: string }[] }>(mine.get('/v1/staff/declarations?agency=abfa'));
    assert.ok(!items.some(({ id }) => id === draft.id));
  });

  it('is told how far it is read, also of a file of 5,000 rows', async () => {
    const [head, row] = tableOf('post');
    const title = head!.indexOf('عنوان خدمت');
    const many = Array.from({ length: 5_000 }, (_, i) => row!.map((cell, at) => (at === title ? `خدمت شماره ${i}` : cell)));
    const parts: number[] = [];
    const whole = officer(gateway, await gateway.signIn({ role: 'supervisor' }));
    const reading = whole.handIn('post', [head!, ...many]);
    let done = false;
    void reading.then(() => (done = true));
    while (!done) {
      const { items } = await whole.good<{ items: { part: number; state: string }[] }>(whole.get('/v1/staff/declarations?agency=post'));
      if (items[0]?.state === 'reading') parts.push(items[0].part);
    }
    const draft = await reading;
    assert.deepEqual([draft.rows, draft.counts.services, draft.part], [5_000, 5_000, 1]);
    assert.ok(parts.length > 0);
    assert.deepEqual(parts, [...parts].sort((a, b) => a - b), 'it only grows');
  });

  it('may be of a template, which is given to download', async () => {
    const answer = await mine.get('/v1/staff/declaration-template');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /spreadsheetml/);
    assert.match(answer.headers.get('content-disposition')!, /declaration\.xlsx/);
    const draft = await mine.good<Draft>(mine.sendFile('abfa', new Uint8Array(await answer.arrayBuffer()), 'declaration.xlsx'));
    assert.deepEqual([draft.state, draft.rows, draft.unknown], ['draft', 0, []]);
    assert.deepEqual(await problemOf(mine.post(`/v1/staff/declarations/${draft.id}/publish`, { version: 1, base: 0 })), [409, 'declaration.notReady'], 'an empty one would take all away');
  });
});

describe('intake: hostile files', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['abfa'] });
    mine = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'officer' }));
  });
  after(() => gateway.stop());

  it('30 MB of nonsense, and more than is taken', async () => {
    const draft = await mine.good<Draft>(mine.sendFile('abfa', new Uint8Array(30_000_000).fill(0xd8)));
    assert.equal(draft.state, 'rejected');
    assert.match(draft.findings[0]!.rule, /^file-/);
    assert.deepEqual(await problemOf(mine.sendFile('abfa', new Uint8Array(100_000_001))), [413, 'upload.tooLarge']);
  });

  it('nonsense of all bytes there are, and signs in a table that no database keeps', async () => {
    let seed = 1;
    const any = Uint8Array.from({ length: 3_000_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) >> 8);
    assert.match((await mine.good<Draft>(mine.sendFile('abfa', any))).state, /^(draft|rejected)$/);
    const header = 'عنوان خدمت,شرح خدمت,مدت زمان ارائه,هزینه,تلفن پاسخگو';
    const table = new TextEncoder().encode(`${header},ستون\u0000 ناشناس\nصدور\u0000 برگ\u0002 آزمون,برای همه\ufffe,۵ روز کاری,رایگان,۰۳۱-۳۲۰۰۰۰۱۱,\u0000\n`);
    const draft = await mine.good<Draft>(mine.sendFile('abfa', table));
    assert.equal(draft.state, 'draft');
    const [row] = await mine.rows(draft.id);
    assert.deepEqual([row!.cells['title'], row!.cells['description']], ['صدور برگ آزمون', 'برای همه']);
    assert.equal(row!.findings.filter(({ rule }) => rule === 'unwritable').length, 2);
    const json = new TextEncoder().encode(JSON.stringify([{ 'عنوان خدمت': 'خدمت\u0000 یک', 'شرح خدمت': '\ud800', 'مدت زمان ارائه': '۱ روز', هزینه: 'رایگان' }]));
    assert.equal((await mine.good<Draft>(mine.sendFile('abfa', json))).state, 'draft');
  });

  it('a bomb that is named .xlsx', async () => {
    const { zipOf } = await import('../declarations/files.ts');
    const bomb = await zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="الف" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(60_000_000)}</worksheet>`,
    });
    const draft = await mine.good<Draft>(mine.sendFile('abfa', bomb, '../../bomb.xlsx'));
    assert.deepEqual([draft.state, draft.findings.map(({ rule }) => rule), draft.fileName], ['rejected', ['file-inflates'], 'bomb.xlsx']);
  });

  it('a formula stays text, in a file and in a cell that is mended; one press takes its address', async () => {
    const [head, ...rows] = tableOf('abfa');
    const link = head!.findIndex((name) => name.includes('نشانی اینترنتی'));
    const formula = '=HYPERLINK("https://abfa.example.ir/1","ورود")';
    rows[0]![link] = formula;
    const draft = await mine.handIn('abfa', [head!, ...rows]);
    const at2 = (await mine.rows(draft.id))[0]!;
    assert.equal(at2.cells['link'], formula);
    const found = at2.findings.find(({ rule }) => rule === 'formula')!;
    assert.deepEqual([found.column, found.fix], ['link', 'https://abfa.example.ir/1']);
    const path = `/v1/staff/declarations/${draft.id}`;
    const mended = await mine.good<{ row: typeof at2 }>(mine.post(`${path}/cells`, { version: 1, row: 3, column: 'description', value: '=WEBSERVICE("http://x")' }));
    assert.ok(mended.row.findings.some(({ rule, column }) => rule === 'formula' && column === 'description'));
    const pressed = await mine.good<{ row: typeof at2 }>(mine.post(`${path}/fixes`, { version: 2, row: 2, column: 'link', rule: 'formula' }));
    assert.equal(pressed.row.cells['link'], 'https://abfa.example.ir/1');
    assert.ok(!pressed.row.findings.some(({ rule }) => rule === 'formula'));
  });

  it('a cell of 5,000 characters is kept, of more is cut and told, also when it is typed', async () => {
    const [head, ...rows] = tableOf('abfa');
    const at = head!.findIndex((name) => name.includes('شرح'));
    rows[0]![at] = 'ب'.repeat(5_000);
    const draft = await mine.handIn('abfa', [head!, ...rows]);
    assert.equal((await mine.rows(draft.id))[0]!.cells['description']!.length, 5_000);
    const path = `/v1/staff/declarations/${draft.id}/cells`;
    const { row } = await mine.good<{ row: { cells: Record<string, string>; findings: { rule: string }[] } }>(mine.post(path, { version: 1, row: 2, column: 'description', value: 'ب'.repeat(6_000) }));
    assert.equal(row.cells['description']!.length, 5_000);
    assert.ok(row.findings.some(({ rule }) => rule === 'cell-too-long'));
    assert.deepEqual(await problemOf(mine.post(path, { version: 2, row: 2, column: 'description', value: 'ب'.repeat(20_001) })), [422, 'input.invalid']);
  });

  it('a row whose cells are out of place does not come right by mending one', async () => {
    const [head, ...rows] = tableOf('abfa');
    rows[1] = [...rows[1]!, 'یک', 'دو', 'سه'];
    const draft = await mine.handIn('abfa', [head!, ...rows]);
    const { row } = await mine.good<{ row: { counts: boolean; findings: { rule: string }[] } }>(mine.post(`/v1/staff/declarations/${draft.id}/cells`, { version: 1, row: 3, column: 'time', value: '۱ روز' }));
    assert.deepEqual([row.counts, row.findings.map(({ rule }) => rule)], [false, ['too-many-cells']]);
  });
});
