import type { Condition } from '../../../contract/form.ts';
import type { Item } from './definition.ts';

export type Leaf = Extract<Condition, { field: string }>;
export type Op = Leaf['op'];

/** A condition as controls hold it: single comparisons, of which all or any hold. */
export interface Flat {
  join: 'all' | 'any';
  leaves: Leaf[];
}

const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

/** Undefined for one that is deeper than controls can show. */
export function flatOf(when: Condition | undefined): Flat | undefined {
  if (!when) return { join: 'all', leaves: [] };
  if (isLeaf(when)) return { join: 'all', leaves: [when] };
  if ('all' in when) return when.all.every(isLeaf) ? { join: 'all', leaves: when.all } : undefined;
  if ('any' in when) return when.any.every(isLeaf) ? { join: 'any', leaves: when.any } : undefined;
  return undefined;
}

export const whenOf = ({ join, leaves }: Flat): Condition | undefined =>
  (leaves.length < 2 ? leaves[0] : join === 'all' ? { all: leaves } : { any: leaves });

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
