import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Field, FormDefinition } from '../../src/contract/form.ts';
import { checkForm } from '../../src/rules/form.ts';
import { exampleAnswers } from '../../src/rules/form-example.ts';

const today = '2026-11-24';
const form = (...items: FormDefinition['steps'][number]['items']): FormDefinition => ({
  id: 'x', version: 1, kind: 'application', title: { fa: 'x' }, contactField: 'mobile',
  steps: [{ id: 'all', title: { fa: 'x' }, items: [{ id: 'mobile', type: 'mobile', label: { fa: 'x' }, required: false }, ...items] }],
});
const field = (more: Partial<Field> & Pick<Field, 'type'>): Field => ({ id: 'one', label: { fa: 'x' }, required: true, ...more });
const options = [{ value: 'a', label: { fa: 'x' } }, { value: 'b', label: { fa: 'x' } }];

test('every type of field but the file has an example that its own rules accept', () => {
  const fields: Field[] = [
    ...(['text', 'longText', 'number', 'yesNo', 'date', 'time', 'nationalId', 'legalId', 'foreignerId', 'mobile', 'landline', 'email', 'postalCode', 'location', 'declaration'] as const)
      .map((type) => field({ type })),
    field({ type: 'choice', options }), field({ type: 'choices', options }),
    field({ type: 'text', minLength: 40 }), field({ type: 'text', maxLength: 3 }), field({ type: 'text', charset: 'digits', minLength: 12, maxLength: 12 }),
    field({ type: 'text', charset: 'persianLetters', minLength: 6, maxLength: 6 }), field({ type: 'text', charset: 'digitsAndDash' }),
    field({ type: 'number', min: 5, exclusiveMin: true, integer: true }), field({ type: 'number', max: -2 }), field({ type: 'number', min: 2.5, max: 2.7 }),
    field({ type: 'date', notAfter: 'today' }), field({ type: 'date', notBefore: 'today' }), field({ type: 'date', notAfter: '2020-01-01' }),
    field({ type: 'date', notBefore: '2030-01-01' }),
  ];
  for (const one of fields) {
    const answers = exampleAnswers(form(one), today);
    assert.ok(answers && Object.hasOwn(answers, 'one'), JSON.stringify(one));
    assert.ok(Object.hasOwn(answers, 'mobile'), 'the contact is there although it is not required');
  }
  assert.equal(exampleAnswers(form(field({ type: 'file' })), today), undefined);
});

test('follows conditions, fills the rows that must be and leaves out what need not', () => {
  const answers = exampleAnswers(form(
    field({ id: 'kind', type: 'choice', options }),
    field({ id: 'hidden', type: 'text', when: { field: 'kind', op: 'eq', value: 'b' } }),
    field({ id: 'shown', type: 'text', when: { field: 'kind', op: 'eq', value: 'a' } }),
    field({ id: 'deeper', type: 'nationalId', when: { field: 'shown', op: 'answered' } }),
    field({ id: 'optional', type: 'text', required: false }),
    { id: 'people', type: 'group', label: { fa: 'x' }, min: 2, max: 3, fields: [field({ id: 'who', type: 'text' }), field({ id: 'note', type: 'text', required: false })] },
    { id: 'more', type: 'group', label: { fa: 'x' }, min: 0, max: 3, fields: [field({ id: 'who', type: 'text' })] },
  ), today);
  assert.deepEqual(Object.keys(answers!).sort(), ['deeper', 'kind', 'mobile', 'people', 'shown']);
  assert.deepEqual((answers!['people'] as object[]).map((row) => Object.keys(row)), [['who'], ['who']]);
});

test('the forms of the demo are filled, or ask for a file', async () => {
  const folder = new URL('../../demo/data/forms/', import.meta.url);
  let filled = 0;
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.form.json'))) {
    const definition = JSON.parse(await readFile(new URL(name, folder), 'utf8')) as FormDefinition;
    const answers = exampleAnswers(definition, today);
    if (!answers) continue;
    assert.deepEqual(checkForm(definition, answers, today).filter(({ severity }) => severity === 'error'), [], name);
    filled++;
  }
  assert.ok(filled > 0);
});
