import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormDefinition } from '../../src/contract/form.ts';
import { checkFormTexts } from '../../src/rules/form-texts.ts';

const form = (message: string): FormDefinition => ({
  id: 'test', version: 1, kind: 'application', title: { fa: 'آزمون' }, contactField: 'mobile',
  steps: [{ id: 'person', title: { fa: 'شما' }, items: [{ id: 'mobile', type: 'mobile', label: { fa: 'تلفن همراه' }, required: true }] }],
  constraints: [{ kind: 'sumAtMost', group: 'shares', field: 'share', limit: 100, message: { fa: message } }],
});

test('a rule without a text is told at its number', () => {
  assert.deepEqual(checkFormTexts(form(' ')), [{ path: 'constraints.0', code: 'emptyMessage' }]);
  assert.deepEqual(checkFormTexts(form('سهم‌ها بیش از ۱۰۰ است.')), []);
});
