import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { FormDefinition, type Answers } from '../../../src/contract/form.ts';
import { answersSchema } from '../../../src/gateway/catalogue/form-schema.ts';
import { canonicalAnswers } from '../../../src/rules/form.ts';
import { exampleAnswers } from '../../../src/rules/form-example.ts';
import { everyField } from '../../support/every-field.ts';

const today = '2026-11-24';
const folder = new URL('../../../demo/data/forms/', import.meta.url);
const forms = [
  everyField,
  ...readdirSync(folder).filter((name) => name.endsWith('.form.json')).map((name) => FormDefinition.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))),
];

/** What a validator that knows nothing of us says. */
function judge(form: FormDefinition, answers: unknown): string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false });
  addFormats.default(ajv);
  const validate = ajv.compile(answersSchema(form));
  return validate(answers) ? [] : validate.errors!.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** The same form with everything asked for and files not needed. */
const asked = (form: FormDefinition): FormDefinition => ({
  ...form,
  steps: form.steps.map((step) => ({
    ...step,
    items: step.items.map((item) => (item.type === 'group' ? item : { ...item, required: item.type !== 'file' && item.type !== 'staticText' })),
  })),
});

describe('the JSON Schema of a form', () => {
  for (const form of forms) {
    test(`${form.id}: answers that are filed keep to it`, () => {
      const full = asked(form);
      const answers = exampleAnswers(full, today) ?? assert.fail('no example');
      assert.deepEqual(judge(full, canonicalAnswers(full, answers, today)), []);
      assert.deepEqual(judge(full, { ...answers, stranger: 1 }), [' additionalProperties']);
      assert.ok(judge(full, {}).includes(' required'));
    });
  }
  test('each type refuses what is not canonical', () => {
    const right = canonicalAnswers(asked(everyField), exampleAnswers(asked(everyField), today)!, today);
    const refused = (more: Answers) => judge(everyField, { ...right, ...more });
    assert.deepEqual(refused({}), []);
    for (const [id, value] of [
      ['mobile', '۰۹۱۲۰۰۰۰۰۰۰'], ['birthDate', '1405/09/03'], ['birthCertificate', ''], ['county', 'کاشان'], ['amount', '125000'], ['amount', -1], ['amount', 50_000_001],
      ['iban', '760170000000000000000001'], ['card', '6219-8610-3452-9007'], ['billId', 123], ['plate', '12ب345'], ['place', { text: 'x', latitude: 95, longitude: 50 }],
      ['place', { text: 'x', latitude: 35 }], ['home', { province: 'alborz', county: 'تهران', city: 'x', rest: 'x' }], ['home', { province: 'alborz', county: 'کرج', city: 'x' }],
    ] as const) assert.notDeepEqual(refused({ [id]: value }), [], `${id} ${JSON.stringify(value)}`);
  });
  test('tells what the fields are called', () => {
    const schema = answersSchema(everyField) as { title: string; properties: Record<string, { title: string; oneOf?: { const: string; title: string }[] }> };
    assert.equal(schema.title, 'فرم همه نوع‌ها');
    assert.equal(schema.properties['home']!.title, 'نشانی محل سکونت');
    assert.deepEqual(schema.properties['county']!.oneOf![9], { const: 'county-9', title: 'کاشان' });
    assert.ok(!('note' in schema.properties), 'a text is no answer');
  });
});
