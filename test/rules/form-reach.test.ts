import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Condition, Field, FormDefinition, Group } from '../../src/contract/form.ts';
import { checkDefinition } from '../../src/rules/form-definition.ts';

const text = { fa: 'x' };
const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ id, type, label: text, required: false, ...more });
const options = (...values: string[]) => values.map((value) => ({ value, label: text }));
const steps = (...all: { id: string; when?: Condition; items: (Field | Group)[] }[]): FormDefinition => ({
  id: 'x', version: 1, kind: 'application', title: text, contactField: 'mobile',
  steps: [{ id: 'contact', title: text, items: [field('mobile', 'mobile', { required: true })] }, ...all.map((step) => ({ title: text, ...step }))],
});
const found = (definition: FormDefinition) => checkDefinition(definition).map(({ path, code }) => `${path} ${code}`);

const kind = field('kind', 'choice', { required: true, options: options('a', 'b', 'c') });
/** A form in which one field stands under a condition. */
const under = (when: Condition, ...before: Field[]) => found(steps({ id: 'one', items: [kind, ...before, field('last', 'text', { when })] }));

describe('what no answers can bring up', () => {
  for (const [what, when, before = []] of [
    ['two options of one choice at once', { all: [{ field: 'kind', op: 'eq', value: 'a' }, { field: 'kind', op: 'eq', value: 'b' }] }],
    ['every option denied of a choice that must be made', { all: ['a', 'b', 'c'].map((value): Condition => ({ field: 'kind', op: 'ne', value })) }],
    ['a required answer that is not given', { not: { field: 'kind', op: 'answered' } }],
    ['yes and no', { all: [{ field: 'yes', op: 'eq', value: true }, { not: { field: 'yes', op: 'eq', value: true } }] }, [field('yes', 'yesNo')]],
    ['more than a number may be', { field: 'count', op: 'gte', value: 11 }, [field('count', 'number', { max: 10 })]],
    ['between two whole numbers', { all: [{ not: { field: 'count', op: 'lte', value: 3 } }, { not: { field: 'count', op: 'gte', value: 4 } }, { field: 'count', op: 'lte', value: 9 }] }, [field('count', 'number', { integer: true })]],
    ['a day that the field refuses', { field: 'day', op: 'olderThanDays', value: 20 }, [field('day', 'date', { notBefore: 'today-20d' })]],
    ['a number where text is asked for', { field: 'name', op: 'eq', value: 5 }, [field('name', 'text')]],
    ['none of anything', { any: [] }],
  ] as [string, Condition, Field[]?][]) {
    test(what, () => assert.deepEqual(under(when, ...before), ['one.last unreachable']));
  }
  test('what rests on a field that is shown in another case only', () => {
    const inner = field('inner', 'choice', { options: options('x', 'y'), when: { field: 'kind', op: 'eq', value: 'a' } });
    assert.deepEqual(under({ all: [{ field: 'inner', op: 'eq', value: 'x' }, { field: 'kind', op: 'eq', value: 'b' }] }, inner), ['one.last unreachable']);
    assert.deepEqual(under({ all: [{ field: 'inner', op: 'eq', value: 'x' }, { field: 'kind', op: 'eq', value: 'a' }] }, inner), []);
    assert.deepEqual(under({ all: [{ not: { field: 'inner', op: 'answered' } }, { field: 'kind', op: 'eq', value: 'b' }] }, inner), []);
  });
  test('a step is told once, not with all that stands in it', () => {
    const never: Condition = { all: [{ field: 'kind', op: 'eq', value: 'a' }, { field: 'kind', op: 'eq', value: 'b' }] };
    assert.deepEqual(found(steps({ id: 'one', items: [kind] }, { id: 'two', when: never, items: [field('x', 'text'), field('y', 'text')] })), ['two unreachable']);
  });
  test('a field of a step that leaves it no room', () => {
    const a: Condition = { field: 'kind', op: 'eq', value: 'a' };
    const b: Condition = { field: 'kind', op: 'eq', value: 'b' };
    assert.deepEqual(found(steps({ id: 'one', items: [kind] }, { id: 'two', when: a, items: [field('x', 'text', { when: b }), field('y', 'text')] })), ['two.x unreachable']);
  });
  test('within the rows of a group', () => {
    const role = field('role', 'choice', { required: true, options: options('owner', 'tenant') });
    const rows = (when: Condition): FormDefinition => steps({ id: 'one', items: [kind, { id: 'people', type: 'group', label: text, min: 0, max: 3, fields: [role, field('share', 'number', { when })] }] });
    assert.deepEqual(found(rows({ all: [{ field: 'role', op: 'eq', value: 'owner' }, { field: 'role', op: 'eq', value: 'tenant' }] })), ['one.people.share unreachable']);
    assert.deepEqual(found(rows({ all: [{ field: 'role', op: 'eq', value: 'owner' }, { field: 'kind', op: 'eq', value: 'c' }] })), []);
  });
});

describe('what some answers do bring up is not held against a form', () => {
  for (const [what, when, before = []] of [
    ['several of many choices', { all: [{ field: 'many', op: 'eq', value: 'a' }, { field: 'many', op: 'eq', value: 'b' }] }, [field('many', 'choices', { options: options('a', 'b') })]],
    ['any text', { field: 'name', op: 'answered' }, [field('name', 'text')]],
    ['any text but one', { field: 'name', op: 'ne', value: 'x' }, [field('name', 'text')]],
    ['a number within its bounds', { all: [{ field: 'count', op: 'gte', value: 4 }, { not: { field: 'count', op: 'gte', value: 5 } }] }, [field('count', 'number', { integer: true, min: 1, max: 9 })]],
    ['an amount', { field: 'sum', op: 'gte', value: 1_000_000 }, [field('sum', 'money')]],
    ['a day long ago', { field: 'day', op: 'olderThanDays', value: 15 }, [field('day', 'date', { notAfter: 'today' })]],
    ['a day after one that is named', { field: 'day', op: 'gte', value: '2026-03-21' }, [field('day', 'date')]],
    ['a place, a file, an address', { all: ['place', 'files', 'home'].map((id): Condition => ({ field: id, op: 'answered' })) }, [field('place', 'location'), field('files', 'file'), field('home', 'address')]],
    ['an optional answer that is left out', { not: { field: 'yes', op: 'answered' } }, [field('yes', 'yesNo')]],
  ] as [string, Condition, Field[]?][]) {
    test(what, () => assert.deepEqual(under(when, ...before), []));
  }
  test('so much at once that nobody can try it all', () => {
    const many = Array.from({ length: 12 }, (_, at) => field(`q${at}`, 'choice', { options: options('a', 'b', 'c', 'd') }));
    assert.deepEqual(under({ all: [...many.map(({ id }): Condition => ({ field: id, op: 'answered' })), { field: 'kind', op: 'eq', value: 'c' }] }, ...many), []);
  });
});
