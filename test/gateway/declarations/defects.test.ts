import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

/** Rows of which another line of the table says that they are told of. */
const toldOf = new Set(defects.filter(({ wanted }) => /warn|reject/.test(wanted)).flatMap(({ file, row }) => (row.match(/\d+/g) ?? [row]).map((at) => `${file} ${at}`)));

describe('each defect of the table is handled as it says', () => {
  it('the table is there', () => assert.ok(defects.length >= 70));

  for (const { file, row, defect, wanted } of defects) {
    it(`${file} ${row}: ${defect}`, async () => {
      const { services, findings } = await readDeclaration(readFileSync(`${folder}/${file}`), file);
      assert.ok(services.length > 0, 'the file is not rejected as a whole');
      const numbers = row.match(/\d+/g)?.map(Number);
      const severities = (at: number | null) => findings.filter((found) => found.row === at).map(({ severity }) => severity);
      // What is said of the header or the file stands at either; what is said of all rows at some of them.
      if (!numbers) {
        if (/warn/.test(wanted)) assert.ok(findings.some(({ severity }) => severity === 'warning'));
        return;
      }
      // «import both», «the older row is not imported»: the row is told either way.
      for (const at of numbers) {
        const own = severities(at);
        const of = file === 'miras-farhangi.csv' && at < 3 ? [...severities(null), ...own] : own;
        if (/^reject/.test(wanted)) {
          assert.ok(of.includes('rejected'), `row ${at} is rejected`);
          assert.ok(!services.some((service) => service.row === at));
        } else if (/warn/.test(wanted) && !/silently/.test(wanted)) {
          if (at > 2 || file !== 'miras-farhangi.csv') assert.ok(of.includes('warning'), `row ${at} is warned of`);
        } else {
          assert.ok(!of.includes('rejected'), `row ${at} is kept`);
          if (/silently$/.test(wanted) && of === own && !toldOf.has(`${file} ${at}`) && !toldOf.has(`${file} all`)) assert.ok(!of.includes('warning'), `row ${at} is not told of`);
        }
        const service = services.find((each) => each.row === at);
        if (numbers.length === 1 && service) for (const value of comesTo(defect)) assert.ok(ascii(JSON.stringify(service)).includes(ascii(value)), `row ${at} has ${value}`);
      }
    });
  }
});
