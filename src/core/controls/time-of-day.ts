import { toAsciiDigits } from '../../persian/digits.ts';

/** `08:30` from what stands in two controls (`8:۳۰`), empty when nothing does, undefined when it is no time of day. */
export function readTime(value: string): string | undefined {
  const [hour = '', minute = ''] = toAsciiDigits(value).split(':').map((part) => part.trim());
  if (!hour && !minute) return '';
  if (!/^\d{1,2}$/.test(hour) || !/^\d{1,2}$/.test(minute) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
