import type { AnswerValue, Answers, Condition } from '../contract/form.ts';

/** Finds an answer by field id; undefined while it is hidden or not given. */
export type Lookup = (field: string) => AnswerValue | undefined;

/** Own answers only: a field may be called `constructor`. */
export const answerOf = (answers: Answers, field: string): AnswerValue | undefined =>
  Object.hasOwn(answers, field) ? answers[field] : undefined;

export const isAnswered = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : typeof value === 'object' && value !== null
        ? isAnswered((value as { text?: unknown }).text) || (value as { latitude?: unknown }).latitude !== undefined
        : value !== undefined && value !== null;

const dayOf = (date: unknown): number =>
  typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / 86_400_000 : NaN;

/** Whether a condition holds. What is not answered equals nothing: only `ne` and `not` are true of it. */
export function holds(condition: Condition, lookup: Lookup, today: string): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, lookup, today));
  if ('any' in condition) return condition.any.some((part) => holds(part, lookup, today));
  if ('not' in condition) return !holds(condition.not, lookup, today);
  const answer = lookup(condition.field);
  const equals = (value: unknown): boolean =>
    answer === value || (Array.isArray(answer) && (answer as unknown[]).includes(value));
  switch (condition.op) {
    case 'answered':
      return isAnswered(answer);
    case 'eq':
      return equals(condition.value);
    case 'ne':
      return !equals(condition.value);
    case 'in':
      return condition.value.some(equals);
    case 'olderThanDays':
      return dayOf(today) - dayOf(answer) > condition.value;
    case 'gte':
    case 'lte': {
      // Numbers by size; dates and times, which are text in an order of their own, by that order.
      const { value } = condition;
      if (typeof answer !== typeof value || answer === undefined || typeof answer === 'object') return false;
      return condition.op === 'gte' ? answer >= value : answer <= value;
    }
  }
}
