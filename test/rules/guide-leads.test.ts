import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Guide } from '../../src/contract/guide.ts';
import { leads } from '../../src/rules/guide-leads.ts';

const answer = (id: string, phones: string[] = []): Guide['nodes'][number] => ({
  id, kind: 'answer', title: { fa: id }, services: [], offices: [],
  contacts: phones.map((phone) => ({ name: { fa: phone }, phone, illustrative: false })),
});
const question = (id: string, ...to: string[]): Guide['nodes'][number] => ({
  id, kind: 'question', text: { fa: id }, options: to.map((each) => ({ label: { fa: each }, to: each })),
});

describe('where a guide leads', () => {
  const nodes = [question('start', 'half', 'bare'), question('half', 'none', 'call'), question('bare', 'none', 'gone'), answer('none'), answer('call', ['111'])];
  for (const [id, expected] of [['call', true], ['none', false], ['half', true], ['bare', false], ['start', true], ['gone', false]] as const) {
    it(`${id}: ${expected ? 'to something' : 'to nothing'}`, () => assert.equal(leads(nodes, id), expected));
  }
  it('a loop leads to nothing, and ends', () => assert.equal(leads([question('a', 'b'), question('b', 'a')], 'a'), false));
});
