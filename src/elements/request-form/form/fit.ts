import type { Field, Group, Upload } from '../../../contract/form.ts';
import { isEmpty, type RawAnswers, type RawValue } from './raw.ts';

/**
 * What of kept answers still fits a form that may have changed since: fields that are still there, of a shape that still
 * fits, options that still exist, files that the gateway still holds. `lost` counts the rest.
 */
export function fitAnswers(items: readonly (Field | Group)[], raw: RawAnswers, now: Date): { raw: RawAnswers; lost: number } {
  const fitted: RawAnswers = {};
  let lost = 0;
  for (const [id, value] of Object.entries(raw)) {
    if (value === undefined || isEmpty(value)) continue;
    const item = items.find((candidate) => candidate.id === id);
    if (item?.type === 'group' && Array.isArray(value) && value.every((row) => typeof row === 'object' && !('id' in row))) {
      fitted[id] = (value as RawAnswers[]).map((row) => {
        const inner = fitAnswers(item.fields, row, now);
        lost += inner.lost;
        return inner.raw;
      });
      continue;
    }
    const kept = item && item.type !== 'group' ? fitValue(item, value, now) : undefined;
    if (kept === undefined) lost++;
    else {
      if (Array.isArray(kept) && Array.isArray(value)) lost += value.length - kept.length;
      if (!isEmpty(kept)) fitted[id] = kept;
    }
  }
  return { raw: fitted, lost };
}

const has = <K extends string>(value: RawValue, key: K): value is RawValue & Record<K, unknown> =>
  typeof value === 'object' && !Array.isArray(value) && key in value;

function fitValue(field: Field, value: RawValue, now: Date): RawValue | undefined {
  const offered = (one: unknown) => field.options?.some((option) => option.value === one);
  switch (field.type) {
    case 'choice':
      return has(value, 'sought') || offered(value) ? value : undefined;
    case 'choices':
      return Array.isArray(value) ? (value as string[]).filter(offered) : undefined;
    case 'yesNo':
    case 'declaration':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return has(value, 'calendar') ? value : undefined;
    case 'address':
      return typeof value === 'object' && !Array.isArray(value) && !('calendar' in value || 'text' in value || 'sought' in value) ? value : undefined;
    case 'staticText':
      return undefined;
    case 'location':
      return has(value, 'text') ? value : undefined;
    case 'file':
      return Array.isArray(value)
        ? (value as Upload[]).filter((file) => typeof file === 'object' && 'id' in file && !(file.expiresAt && Date.parse(file.expiresAt) <= now.getTime()))
        : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}
