import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { fromJalali } from '../../../src/persian/jalali.ts';

const ascii = (text: string): string => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
/** What stands behind an arrow: the value that the cell comes to. A day of the Persian calendar is stored in the other one. */
function comesTo(defect: string): string[] {
  return [...defect.matchAll(/(?:→|\(=) ([\d/]+|«[^»]+»|G2C)/g)].map(([, wanted = '']) => {
    const [year, month, day] = wanted.split('/').map(Number);
    if (year && month && day) return fromJalali({ year, month, day });
    return wanted.replace(/[«»]/g, '');
  });
}

const folder = 'demo/data/alborz/declarations';
const defects = readFileSync(`${folder}/DEFECTS.md`, 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, file]) => file?.endsWith('.csv'))
  .map(([, file = '', row = '', defect = '', wanted = '']) => ({ file, row, defect, wanted }));

/**
 * What each line must lead to: the rules that its rows are told by, and what the service holds where nothing needs to be told. A line is
 * known by the words with which its defect begins.
 */
const handled: [defect: string, rules: string[], shows?: RegExp][] = [
  ['Arabic ي/ك in every header', []],
  ['Arabic ي/ك in all cells', ['arabic-letters']],
  ['code in Persian digits', ['code-form']],
  ['code in Arabic-Indic digits', ['code-form', 'spaces']],
  ['12-digit code', ['code-length', 'code-suggestion'], /"code":"130316670102"/],
  ['fee «334.000»', ['fee-format'], /"amountRial":334000,/],
  ['fee «۲۰ هزار', ['fee-format'], /"amountRial":200000,/],
  ['fee «18/000/000', ['fee-format'], /"amountRial":18000000,/],
  ['forbidden cop', ['forbidden-copy'], /"forbiddenCopy":true/],
  ['Gregorian date 2026', ['date-gregorian']],
  ['Jalali date with dashes', ['date-form']],
  ['«٢٤ ساعت كاري»', ['arabic-digits', 'arabic-letters'], /"time":{"min":24,"max":24,"unit":"workHour"}/],
  ['PDF lam-alef damage in headers', []],
  ['PDF lam-alef damage in titles', ['lam-alef'], /^(?!.*(?:فاضالب|استعالم|اعالم|اطالع|معامالتی|باالتر|امالک)).*مالک/],
  ['code 14021452101', ['code-family']],
  ['code wrapped in U+200F', ['direction-marks'], /"code":"\d{11}"/],
  ['code written 1503-', ['code-form']],
  ['second row for code', ['superseded']],
  ['same code 15031453106', ['code-shared'], /"code":"15031453106"/],
  ['stray spaces before «؛»', ['empty-item']],
  ['«3روزکاری»', [], /"time":{"min":3,"max":3,"unit":"workDay"}/],
  ['other column order', []],
  ['extra columns', ['unknown-columns']],
  ['presentation forms', ['presentation-forms'], /^[^\ufb50-\ufdff\ufe70-\ufefc]+$/],
  ['title in presentation forms', ['presentation-forms'], /"title":"اعلام قطعی برق"/],
  ['parent code 14661303000', ['parent-code'], /"parentCode":"14661303000"/],
  ['fee holds two amounts', ['fee-several'], /"amountRial":199400,.*"amountRial":219600,/],
  ['fee in Arabic-Indic digits', ['arabic-digits', 'visits-words'], /"visits":0,.*"amountRial":250000,/],
  ['range «12-16 روز»', [], /"time":{"min":12,"max":16,"unit":"day"}/],
  ['time «حداكثر 30 روز»', ['arabic-letters'], /"time":{"min":null,"max":30,"unit":"day"}/],
  ['fee empty', ['fee-missing'], /"fee":{"kind":"undeclared"/],
  ['encoding is Windows-1256', ['encoding-windows-1256']],
  ['fee «90 هزار', ['fee-format'], /"amountRial":900000,/],
  ['date 1405/2/1', ['date-form'], /"editedOn":"2026-04-21"/],
  ['UTF-8 BOM', ['byte-order-mark', 'delimiter']],
  ['fee «75/000', ['fee-format'], /"amountRial":750000,/],
  ['Gregorian date day-first', ['date-day-first']],
  ['«۴۵روز»', [], /"time":{"min":45,"max":45,"unit":"day"}/],
  ['visits «یک بار»', ['visits-words'], /"visits":1,/],
  ['unquoted «;»', ['too-many-cells']],
  ['row with only delimiters', ['blank-row']],
  ['tab-separated', ['delimiter']],
  ['missing ZWNJ', ['half-space', 'punctuation'], /معلولیت\. این خدمت رایگان می‌باشد و نوبت‌ها پیامک می‌شود/],
  ['time empty', ['time-missing'], /"time":null/],
  ['broken address', ['link', 'phone'], /"link":null.*"phone":null/],
  ['kind written in words', ['relation-words']],
  ['level «استان»', ['level', 'life-event'], /"levels":\["provincial"\],"lifeEvents":\["other"\]/],
  ['line breaks inside quoted cells', ['line-breaks'], /^[^\n]+$/],
  ['steps separated by line breaks', ['line-breaks'], /"steps":\[{[^\]]*},{/],
  ['line break and doubled quotes', [], /"description":"[^\n]*\\"[^"]*\\"/],
  ['fee «1/000/000', ['fee-format'], /"amountRial":1000000,/],
  ['fee «۵۰۰ هزار', ['fee-format'], /"amountRial":5000000,/],
  ['fee «3 میلیون', ['fee-format'], /"time":{"min":10,"max":15,"unit":"workDay"}.*"amountRial":30000000,/],
  ['two-digit Jalali year', ['date-two-digit-year']],
  ['Gregorian with slashes', ['date-gregorian']],
  ['Gregorian in Persian digits', ['date-gregorian']],
  ['impossible date', ['date-impossible'], /"editedOn":null/],
  ['date with a month name', ['date-form'], /"editedOn":"2025-12-31"/],
  ['documents separated by', ['separator'], /"relations":\["G2B"\].*"documents":\[{[^\]]*},{.*"keywords":\["[^"]*","/],
  ['levels separated by', ['separator'], /"levels":\["[a-z]+","/],
  ['a title line above', ['header-not-first']],
  ['header cells with spaces', []],
  ['ZWNJ lost', ['half-space']],
  ['glued words', ['glued-words'], /"title":"صدور پروانه/],
  ['fee «20.000.000', ['fee-format'], /"amountRial":20000000,/],
  ['empty title', ['title-missing']],
  ['kashida', ['kashida'], /قرار/],
  ['last line is cut off', ['cut-off', 'file-incomplete']],
];
const handlingOf = (defect: string) => handled.filter(([begin]) => defect.startsWith(begin));

/** Rows of which another line of the table says that they are told of. */
const toldOf = new Set(defects.filter(({ wanted }) => /warn|reject/.test(wanted)).flatMap(({ file, row }) => (row.match(/\d+/g) ?? [row]).map((at) => `${file} ${at}`)));

describe('each defect of the table is handled as it says', () => {
  /** Physical record of the header. */
  const headerOf = (file: string): number => (file === 'miras-farhangi.csv' ? 2 : 1);
  const read = async (file: string) => readDeclaration(readFileSync(`${folder}/${file}`), file);
  /** Of the header, or of the file. */
  const ofFile = ({ file, row }: { file: string; row: string }): boolean => !/\d/.test(row) || Number(row) <= headerOf(file);

  it('each line of the table says one thing that is looked for, and nothing else is looked for', () => {
    assert.ok(defects.length >= 70);
    assert.deepEqual(defects.filter(({ defect }) => handlingOf(defect).length !== 1), []);
    assert.deepEqual(handled.filter(([begin]) => !defects.some(({ defect }) => defect.startsWith(begin))), []);
  });

  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const own = defects.filter((each) => each.file === file);
    it(own.length ? `${file}: of the file and its header all is told that the table names, and nothing else` : `${file} is clean: nothing is told`, async () => {
      const { services, findings } = await read(file);
      assert.ok(services.length > 0, 'the file is not rejected as a whole');
      if (!own.length) return assert.deepEqual(findings, []);
      const wanted = own.filter((each) => ofFile(each) && each.row !== 'all').flatMap(({ defect }) => handlingOf(defect)[0]![1]);
      if (own.some(({ wanted: how }) => how.includes('incomplete'))) wanted.push('file-incomplete');
      assert.deepEqual(findings.filter(({ row }) => row === null || row <= headerOf(file)).map(({ rule }) => rule).sort(), wanted.sort());
    });
  }

  it('of columns that the template lacks, the one with content is named, the numbering is not', async () => {
    const [{ message = '' } = {}] = (await read('bargh.csv')).findings.filter(({ rule }) => rule === 'unknown-columns');
    assert.ok(message.includes('ملاحظات') && !message.includes('ردیف'), message);
  });

  for (const { file, row, defect, wanted } of defects) {
    it(`${file} ${row}: ${defect}`, async () => {
      const { services, findings } = await read(file);
      const [, rules, shows] = handlingOf(defect)[0]!;
      const numbers = row.match(/\d+/g)?.map(Number);
      const severe = /^reject/.test(wanted) ? 'rejected' : /warn/.test(wanted) ? 'warning' : 'repaired';
      if (!numbers || numbers[0]! <= headerOf(file)) {
        const told = findings.filter(({ rule }) => rules.includes(rule));
        assert.deepEqual([...new Set(told.map(({ rule }) => rule))].sort(), [...rules].sort());
        assert.ok(told.every(({ severity }) => severity === severe), 'as grave as the table says');
        if (shows) assert.match(JSON.stringify(services), shows);
        return;
      }
      for (const at of numbers) {
        const told = findings.filter((found) => found.row === at || (found.row === null && rules.includes(found.rule)));
        const severities = told.map(({ severity }) => severity);
        assert.deepEqual(rules.filter((rule) => !told.some((found) => found.rule === rule)), [], `row ${at} is told by its rules`);
        if (rules.length) assert.ok(told.some(({ rule, severity }) => rules.includes(rule) && severity === severe), `row ${at}: ${severe}`);
        if (severe === 'rejected') assert.ok(!services.some((service) => service.row === at));
        else assert.ok(!severities.includes('rejected'), `row ${at} is kept`);
        if (/silently$/.test(wanted) && !toldOf.has(`${file} ${at}`) && !toldOf.has(`${file} all`)) assert.ok(!severities.includes('warning'), `row ${at} is not told of`);
        const service = services.find((each) => each.row === at);
        // «the older row is reported and not imported», «skip the row».
        assert.equal(service === undefined, severe === 'rejected' || /not imported|skip/.test(wanted), `row ${at}`);
        if (shows && service) assert.match(JSON.stringify(service), shows);
        if (numbers.length === 1 && service) for (const value of comesTo(defect)) assert.ok(ascii(JSON.stringify(service)).includes(ascii(value)), `row ${at} has ${value}`);
      }
    });
  }
});
