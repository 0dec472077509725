import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Finding } from '../../../src/gateway/declarations/finding.ts';
import { columnName, templateColumns, type Column } from '../../../src/gateway/declarations/headers.ts';
import { compareAgencies } from '../../../src/gateway/declarations/lint/across-agencies.ts';
import { fixOf } from '../../../src/gateway/declarations/lint/fixes.ts';
import { lintLinks } from '../../../src/gateway/declarations/lint/links.ts';
import { plainScore } from '../../../src/gateway/declarations/lint/plain.ts';
import { readDeclaration, readMended } from '../../../src/gateway/declarations/read.ts';
import { ruleWords } from '../../../src/gateway/declarations/rule-words.ts';
import { bytes } from './files.ts';

const today = '2026-11-24';
/** A sheet with which nothing is wrong. */
const good: Partial<Record<Column, string>> = {
  code: '15031452100', title: 'انشعاب آب', description: 'برای خانه‌ای که آب ندارد.', documents: 'سند مالکیت', time: '۵ روز کاری', visits: '۰',
  fee: 'رایگان', channels: 'درخواست: اینترنتی', link: 'https://abfa.example.ir/1', steps: 'ثبت|مشترکین|کارشناس', unitName: 'مشترکین',
  phone: '۰۲۶-۳۲۰۰۰۲۸۲', editedOn: '۱۴۰۵/۰۵/۱۶',
};
const columns = templateColumns.filter((column) => column in good || column === 'visitReason');
const csv = (...rows: Partial<Record<Column, string>>[]) =>
  bytes([columns.map(columnName), ...rows.map((row) => columns.map((column) => ({ ...good, ...row })[column] ?? ''))].map((cells) => cells.map((cell) => `"${cell}"`).join()).join('\n'));
const lint = async (row: Partial<Record<Column, string>>) =>
  (await readDeclaration(csv(row), 'a.csv', { lintOn: today })).findings.filter(({ severity }) => severity !== 'repaired');
const told = (findings: Finding[]) => findings.map(({ rule, severity, column }) => [rule, severity, column]);

describe('the linter', () => {
  it('has nothing to say of a good sheet, and nothing at all unless it is asked', async () => {
    assert.deepEqual(await lint({}), []);
    assert.deepEqual((await readDeclaration(csv({ phone: '', unitName: '' }), 'a.csv')).findings, []);
  });

  const cases: [string, Partial<Record<Column, string>>, [rule: string, severity: string, column: Column][]][] = [
    ['a copy of an identity document', { documents: 'سند مالکیت؛ کپی کارت ملی' }, [['forbidden-copy', 'warning', 'documents']]],
    ['no time', { time: '' }, [['time-missing', 'warning', 'time']]],
    ['no fee', { fee: '' }, [['fee-missing', 'warning', 'fee']]],
    ['no phone', { phone: '' }, [['contact-missing', 'warning', 'phone']]],
    ['a phone that cannot be rung, once', { phone: '۰۲۶-۱۲' }, [['phone', 'warning', 'phone']]],
    ['no unit', { unitName: '' }, [['unit-missing', 'warning', 'unitName']]],
    ['no steps', { steps: '' }, [['steps-missing', 'warning', 'steps']]],
    ['only the least time', { time: 'حداقل ۳ روز کاری' }, [['promise-missing', 'warning', 'time']]],
    ['a promise without a number', { time: 'در اسرع وقت' }, [['time-unreadable', 'warning', 'time'], ['promise-generic', 'warning', 'time']]],
    ['a visit without its necessity', { visits: '۱' }, [['visit-without-reason', 'warning', 'visitReason']]],
    ['a visit for a reason that is none', { visits: '۱', visitReason: 'سایر' }, [['visit-without-reason', 'warning', 'visitReason']]],
    ['a visit for another reason, which is told', { visits: '۱', visitReason: 'سایر: بازدید از محل' }, []],
    ['only in person, without its necessity', { visits: '', channels: 'درخواست: حضوری' }, [['visit-without-reason', 'warning', 'visitReason']]],
    ['a code of another shape', { code: '130316670102' }, [['code-length', 'warning', 'code']]],
    ['an old date', { editedOn: '۱۴۰۴/۰۵/۱۶' }, [['date-stale', 'advice', 'editedOn']]],
    ['a date to come', { editedOn: '۱۴۰۶/۰۵/۱۶' }, [['date-future', 'warning', 'editedOn']]],
    ['no date', { editedOn: '' }, [['date-missing', 'advice', 'editedOn']]],
    ['no description', { description: '' }, [['description-missing', 'advice', 'description']]],
    ['a long sentence', { description: 'این خدمت برای هر کسی است '.repeat(6) }, [['long-sentence', 'advice', 'description']]],
    ['words of offices', { description: 'متقاضی باید فرم را امضا نماید.' }, [['office-jargon', 'advice', 'description']]],
  ];
  for (const [what, row, wanted] of cases) {
    it(`tells ${what}, and keeps the row`, async () => {
      assert.deepEqual(told(await lint(row)), wanted.map(([rule, severity, column]) => [rule, severity, columnName(column)]));
      assert.equal((await readDeclaration(csv(row), 'a.csv', { lintOn: today })).services.length, 1);
    });
  }

  it('does not ask for the necessity of a visit that has one, or that nobody makes', async () => {
    assert.deepEqual(await lint({ visits: '۱', visitReason: 'احراز اصالت فرد' }), []);
    assert.deepEqual(await lint({ channels: 'درخواست: اینترنتی، حضوری' }), []);
  });

  it('says nothing row by row of a column that the file does not have', async () => {
    const short = bytes('عنوان خدمت,شرح خدمت,هزینه,مدت زمان ارائه,مدارک لازم\nانشعاب آب,برای خانه,رایگان,۲ روز,سند\n');
    assert.deepEqual((await readDeclaration(short, 'a.csv', { lintOn: today })).findings, []);
  });

  it('compares codes with other agencies, and spells of titles do not matter', () => {
    const known = [{ code: '1', title: 'قطع آب', agency: 'آبفا' }, { code: '2', title: 'وصل آب', agency: 'آبفا' }, { code: null, title: 'نشتی', agency: 'آبفا' }];
    const of = (code: string | null, title: string) => compareAgencies([{ row: 2, code, parentCode: null, title, editedOn: null }], known).map(({ rule, suggested }) => [rule, suggested]);
    assert.deepEqual(of('3', 'قطع  اب'), [['code-mismatch', '1']]);
    assert.deepEqual(of('2', 'نصب کنتور'), [['code-taken', undefined]]);
    for (const [code, title] of [['1', 'قطع آب'], [null, 'قطع آب'], ['9', 'نشتی'], ['9', 'چاه']] as const) assert.deepEqual(of(code, title), [], title);
  });

  it('asks each address once, and tells the rows of those that are dead', async () => {
    const asked: string[] = [];
    const rows = ['https://a.ir', 'https://b.ir', 'https://a.ir', null, 'https://c.ir'].map((link, i) => ({ row: i + 2, link }));
    const { findings, ...counts } = await lintLinks(rows, async (url) => {
      asked.push(url);
      return url === 'https://c.ir' ? undefined : url !== 'https://a.ir';
    });
    assert.deepEqual(asked.sort(), ['https://a.ir', 'https://b.ir', 'https://c.ir']);
    assert.deepEqual(findings.map(({ row, rule }) => [row, rule]), [[2, 'link-dead'], [4, 'link-dead']]);
    assert.deepEqual(counts, { links: 3, dead: 1, unknown: 1 });
  });

  it('stops asking when it has to, and knows nothing of the rest', async () => {
    const end = new AbortController();
    const rows = Array.from({ length: 50 }, (_, at) => ({ row: at + 2, link: `https://a.ir/${at}` }));
    const { links, dead, unknown } = await lintLinks(rows, async () => {
      end.abort();
      return false;
    }, end.signal);
    assert.deepEqual([links, dead + unknown], [50, 50]);
    assert.ok(dead > 0 && unknown > 30, `${dead} dead, ${unknown} unknown`);
  });

  it('scores how plain a text is', () => {
    assert.equal(plainScore(''), 100);
    assert.equal(plainScore('فرم را پر کنید. سپس آن را بفرستید.'), 100);
    assert.equal(plainScore('متقاضی فرم را پر نماید.'), 92);
    const long = plainScore(`${'واژه '.repeat(30)}.`);
    assert.equal(long, 100 - 30 - 20);
    assert.equal(plainScore(`${'می‌باشد نماید می‌گردد لغایت کماکان نامبرده '.repeat(40)}`), 0);
  });
});

describe('one press', () => {
  const cases: [rule: string, column: Column, before: string, after: string][] = [
    ['forbidden-copy', 'documents', 'سند؛ کپی کارت ملی؛ تصویر تمام صفحات شناسنامه', 'سند؛ اصل کارت ملی؛ اصل شناسنامه'],
    ['forbidden-copy', 'documents', 'اصل و کپی شناسنامه متقاضی', 'اصل شناسنامه متقاضی'],
    ['forbidden-copy', 'documents', 'تصویر صفحه اول شناسنامه؛ فتوکپی کلیه صفحات شناسنامه', 'اصل شناسنامه؛ اصل شناسنامه'],
    ['forbidden-copy', 'documents', 'کپی برابر اصل کارت ملی؛ کارت ملی (کپی)؛ نقشه', 'اصل کارت ملی؛ اصل کارت ملی؛ نقشه'],
    ['forbidden-copy', 'documents', 'دو برگ کپی از کارت ملی؛ کپی صفحات شناسنامه همسر', 'اصل کارت ملی؛ اصل شناسنامه همسر'],
    ['forbidden-copy', 'documents', 'عکس ۳×۴؛ عكس كارت ملي؛ تصاویر پشت و روی کارت ملی هوشمند', 'عکس ۳×۴؛ اصل کارت ملی؛ اصل کارت ملی هوشمند'],
    ['forbidden-copy', 'documents', 'روگرفت شناسنامه؛ کپی مدارک هویتی؛ تصویر مدارک شناسایی', 'اصل شناسنامه؛ اصل مدارک هویتی؛ اصل مدارک شناسایی'],
    ['office-jargon', 'description', 'لازم می‌باشد فرم را امضا نماید.', 'لازم است فرم را امضا کند.'],
    ['fee-unit', 'fee', '۲۵۰۰۰۰', '۲۵۰۰۰۰ ریال'],
    ['separator', 'documents', 'سند - نقشه', 'سند؛ نقشه'],
    ['formula', 'link', '=HYPERLINK("https://a.example.ir/x","این‌جا")', 'https://a.example.ir/x'],
    ['link', 'link', 'htp:/a.example.ir', 'http://a.example.ir'],
  ];
  for (const [rule, column, before, after] of cases) {
    it(`${rule}: ${before}`, () => {
      const header = { columns };
      const cells = { ...good, [column]: before };
      const read = (value: string) => readMended(2, { cells: { ...cells, [column]: value }, notes: [] }, column, header, today);
      const finding = read(before).findings.find((found) => found.rule === rule)!;
      assert.equal(finding.column, columnName(column));
      assert.equal(fixOf(finding, before), after);
      assert.ok(!read(after).findings.some((found) => found.rule === rule), 'it is mended');
    });
  }

  it('offers nothing where only a person can know', () => {
    for (const [rule, value] of [['time-missing', ''], ['link', 'در سایت'], ['formula', '=A1+1'], ['title-missing', '']] as const) assert.equal(fixOf({ rule }, value), undefined, rule);
    assert.equal(fixOf({ rule: 'code-suggestion', suggested: '13031670102' }, '130316670102'), '13031670102');
  });
});

it('every rule says why and what to do, and no law is named but those that were seen', () => {
  const files = readdirSync('src/gateway', { recursive: true, encoding: 'utf8' }).filter((file) => /^(declarations|catalogue)\/.*\.ts$/.test(file) && !file.endsWith('rule-words.ts'));
  const sources = files.map((file) => readFileSync(join('src/gateway', file), 'utf8')).join('\n');
  const patterns = [/(?:warning|repaired|advice|reject|rejectFile|FileProblem|tell)\(\s*(?:rule, )?'([a-z0-9-]+)'/g, /rule: '([a-z0-9-]+)'/g, /, '([a-z-]+)', '[^']+برداشته شد|, '([a-z-]+)', '[^']+برگشت/g];
  const used = new Set(patterns.flatMap((pattern) => [...sources.matchAll(pattern)].map((match) => match[1] ?? match[2]!)));
  assert.ok(used.size > 75, `${used.size} rules`);
  assert.deepEqual([...used].filter((rule) => !ruleWords[rule]), []);
  for (const [rule, { why, mend, ground }] of Object.entries(ruleWords)) {
    for (const text of [why, mend, ground]) if (text) assert.match(text, /[؀-ۿ].*\.$/, rule);
    if (ground) assert.match(ground, /ماده ۲۷|۲۴۴۵۲|سازمان اداری و استخدامی|فرم شناسنامه خدمت/, rule);
  }
});
