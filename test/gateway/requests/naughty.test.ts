import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Answers, Field, FormDefinition } from '../../../src/contract/form.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import { repairText } from '../../../src/persian/fold.ts';
import { newMobile, publishTestDesk, startDesk, type TestDesk } from './desk.ts';

const strings = JSON.parse(readFileSync(new URL('../../fixtures/naughty-strings/blns.json', import.meta.url), 'utf8')) as string[];
/** What nobody can see is no answer; the rest comes back without the space around it. */
const seen = strings.filter((text) => repairText(text));
const field = (id: string, type: Field['type']): Field => ({ id, type, label: { fa: id }, required: true });
const form: FormDefinition = {
  id: 'naughty-strings', version: 1, kind: 'application', title: { fa: 'نوشته‌های دشوار' }, contactField: 'mobile',
  steps: [{
    id: 'all', title: { fa: 'همه' },
    items: [
      field('mobile', 'mobile'),
      { id: 'rows', type: 'group', label: { fa: 'ردیف‌ها' }, min: 1, max: 1000, fields: [field('line', 'text'), field('long', 'longText'), field('place', 'location'), field('home', 'address')] },
    ],
  }],
};

let desk: TestDesk;
before(async () => {
  desk = await startDesk();
  await publishTestDesk(desk.ports, form);
});
after(() => desk.stop());

test('naughty strings come back letter for letter, to the desk and to the citizen', async () => {
  assert.ok(seen.length > 450);
  const rows = (text: (one: string) => string): Answers[] => seen.map(text).map((one) => ({
    line: one, long: one, place: { text: one }, home: { province: 'alborz', county: one, city: one, rest: one },
  }));
  const mobile = newMobile();
  const filed = await desk.send({ mobile, rows: rows((one) => ` ${one} `) }, { form: { id: form.id, version: 1 } });
  assert.equal(filed.status, 201, filed.status === 201 ? '' : await filed.text());
  const { code } = (await filed.json()) as { code: string };

  const cookie = await desk.signIn({ agency: 'abfa' });
  const { answers } = await desk.openCase(cookie, await desk.idOf(code, cookie));
  assert.deepEqual(answers['rows'], rows((one) => one.trim()));
  const record = (await (await desk.record(code, await desk.prove(code, mobile))).json()) as RequestRecord;
  assert.deepEqual(record.answers['rows'], rows((one) => one.trim()));
});
