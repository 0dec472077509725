import type { Condition } from '../../../contract/form.ts';
import type { Item } from './definition.ts';

export type Leaf = Extract<Condition, { field: string }>;
export type Op = Leaf['op'];

/** Single comparisons, of which all or any hold. */
export interface Flat {
  join: 'all' | 'any';
  leaves: Leaf[];
}
export type Part = Leaf | Flat;
/** A condition as controls hold it: comparisons and bundles of them, of which all or any hold. */
export interface Nested {
  join: 'all' | 'any';
  parts: Part[];
}

export const isLeaf = (part: Condition | Part): part is Leaf => 'field' in part;
const joined = (when: Condition): { join: 'all' | 'any'; of: Condition[] } | undefined =>
  ('all' in when ? { join: 'all', of: when.all } : 'any' in when ? { join: 'any', of: when.any } : undefined);

/** Undefined for one that is deeper than controls can show, or says what must not be. */
export function nestedOf(when: Condition | undefined): Nested | undefined {
  if (!when) return { join: 'all', parts: [] };
  if (isLeaf(when)) return { join: 'all', parts: [when] };
  const top = joined(when);
  const parts = top?.of.map((part): Part | undefined => {
    if (isLeaf(part)) return part;
    const inner = joined(part);
    return inner?.of.every(isLeaf) ? { join: inner.join, leaves: inner.of } : undefined;
  });
  return top && parts!.every((part) => part !== undefined) ? { join: top.join, parts: parts! } : undefined;
}

const joinedOf = (join: Nested['join'], of: Condition[]): Condition => (join === 'all' ? { all: of } : { any: of });

export function whenOf({ join, parts }: Nested): Condition | undefined {
  const of = parts.map((part) => (isLeaf(part) ? part : joinedOf(part.join, part.leaves)));
  return of.length === 0 || (of.length === 1 && isLeaf(of[0]!)) ? of[0] : joinedOf(join, of);
}

const single = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Whether something has the shape of a condition of the contract, and nothing besides. */
export function isCondition(given: unknown): given is Condition {
  if (!given || typeof given !== 'object' || Array.isArray(given)) return false;
  const { field, op, value, ...rest } = given as Record<string, unknown>;
  const keys = Object.keys(rest);
  if (field === undefined) {
    const of = rest[keys[0]!];
    if (keys.length !== 1 || op !== undefined || value !== undefined) return false;
    return keys[0] === 'not' ? isCondition(of) : (keys[0] === 'all' || keys[0] === 'any') && Array.isArray(of) && of.length > 0 && of.every(isCondition);
  }
  if (keys.length || typeof field !== 'string' || !/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(field)) return false;
  switch (op) {
    case 'answered': return value === undefined;
    case 'olderThanDays': return Number.isSafeInteger(value);
    case 'in': return Array.isArray(value) && value.every(single);
    case 'eq': case 'ne': case 'gte': case 'lte': return single(value) || typeof value === 'boolean';
    default: return false;
  }
}

/** What can be said of the answer to a question. */
export function opsFor({ type }: Item): readonly Op[] {
  switch (type) {
    case 'yesNo': case 'declaration': return ['eq', 'answered'];
    case 'choice': case 'choices': return ['eq', 'ne', 'in', 'answered'];
    case 'number': case 'money': return ['gte', 'lte', 'eq', 'ne', 'answered'];
    case 'date': return ['olderThanDays', 'answered'];
    default: return ['answered'];
  }
}

/** A comparison to begin with. */
export function leafOf(item: Item, op: Op = opsFor(item)[0]!): Leaf {
  const field = item.id;
  const first = ('options' in item && item.options?.[0]?.value) || '';
  switch (op) {
    case 'answered': return { field, op };
    case 'olderThanDays': return { field, op, value: 30 };
    case 'in': return { field, op, value: [first] };
    default: return { field, op, value: item.type === 'choice' || item.type === 'choices' ? first : item.type === 'number' || item.type === 'money' ? 1 : true };
  }
}
