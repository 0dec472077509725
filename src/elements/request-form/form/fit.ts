import type { Field, Group, Upload } from '../../../contract/form.ts';
import { isEmpty, type RawAnswers, type RawValue } from './raw.ts';

interface Unfit {
  path: string;
  value: RawValue;
}

export interface Fitted {
  raw: RawAnswers;
  /** What fits no more. */
  lost: Unfit[];
  /** Files that the gateway holds no longer. */
  gone: { path: string; files: Upload[] }[];
}

/**
 * What of kept answers still fits a form that may have changed since: fields that are still there, of a shape that still
 * fits, options that still exist, files that the gateway still holds.
 */
export function fitAnswers(items: readonly (Field | Group)[], raw: RawAnswers, now: Date, within = ''): Fitted {
  const fitted: RawAnswers = {};
  const lost: Unfit[] = [];
  const gone: Fitted['gone'] = [];
  for (const [id, value] of Object.entries(raw)) {
    if (value === undefined || isEmpty(value)) continue;
    const item = items.find((candidate) => candidate.id === id);
    const path = within + id;
    if (item?.type === 'group' && Array.isArray(value) && value.every((row) => typeof row === 'object' && !('id' in row))) {
      fitted[id] = (value as RawAnswers[]).map((row, at) => {
        const inner = fitAnswers(item.fields, row, now, `${path}.${at}.`);
        lost.push(...inner.lost);
        gone.push(...inner.gone);
        return inner.raw;
      });
      continue;
    }
    const kept = item && item.type !== 'group' ? fitValue(item, value) : undefined;
    if (item?.type === 'file' && kept) {
      const over = ({ expiresAt }: Upload) => expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
      const files = kept as Upload[];
      const old = files.filter(over);
      if (old.length) gone.push({ path, files: old });
      if (old.length < files.length) fitted[id] = files.filter((file) => !over(file));
    } else if (kept === undefined) lost.push({ path, value });
    else {
      const without = Array.isArray(value) ? (value as string[]).filter((one) => !(kept as string[]).includes(one)) : [];
      if (without.length) lost.push({ path, value: without });
      if (!isEmpty(kept)) fitted[id] = kept;
    }
  }
  return { raw: fitted, lost, gone };
}

const has = <K extends string>(value: RawValue, key: K): value is RawValue & Record<K, unknown> =>
  typeof value === 'object' && !Array.isArray(value) && key in value;

function fitValue(field: Field, value: RawValue): RawValue | undefined {
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
      return Array.isArray(value) && (value as unknown[]).every((file) => typeof file === 'object' && file && 'id' in file) ? value : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}
