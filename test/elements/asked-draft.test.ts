import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { QuestionField } from '../../src/contract/question.ts';
import { Draft } from '../../src/elements/desk-console/model/draft.ts';

const one = (id: string): QuestionField => ({ id, type: 'text', label: { fa: id }, required: true });

it('finds the field of a question that the gateway refused, by its id or by its place, and says when there is none', () => {
  const draft = new Draft();
  draft.again = [one('mobile')];
  draft.own = [one('own-a-1'), one('own-a-2')];
  assert.equal(draft.refuse([{ path: 'fields.mobile', code: 'duplicateId' }, { path: 'fields.2.options.0.label.fa', code: 'too_big' }]), true);
  assert.deepEqual([...draft.refused], [['mobile', { code: 'duplicateId', part: undefined }], ['own-a-2', { code: 'too_big', part: 'options' }]]);
  for (const path of ['text', 'fields', 'fields.3.label.fa', 'fields.other', 'version']) assert.equal(new Draft().refuse([{ path, code: 'too_big' }]), false, path);
  assert.equal(new Draft().refuse([]), false);
  draft.action = 'ask';
  draft.question = 'چه؟';
  assert.ok(draft.check());
  assert.equal(draft.refused.size, 0, 'asked once more, it is forgotten');
});
