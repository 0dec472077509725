import type { Duration } from '../contract/offering.ts';

export type PromiseUnit = 'D' | 'WD' | 'M' | 'TH' | 'TWH' | 'TM';

/** Takes a promise length apart: `P10WD` to 10 and `WD`. `T` stands before units of a day's time, as in ISO 8601. */
export function readLength(length: string): { count: number; unit: PromiseUnit } {
  const [, t, count, unit] = /^P(?:(T)(?=\d+(?:H|WH|M)$)|(?=\d+(?:D|WD|M)$))(\d+)(D|WD|M|H|WH)$/.exec(length) ?? [];
  if (!unit) throw new RangeError(`"${length}" is no length of a promise, like P10D, P10WD, P2M, PT72H, PT24WH, PT30M`);
  return { count: Number(count), unit: `${t ?? ''}${unit}` as PromiseUnit };
}

/** Whether only open time counts for it. */
export const countsOpenTime = (unit: PromiseUnit): boolean => unit === 'WD' || unit === 'TWH';

/** Whether it runs day and night, to the minute. */
export const runsAlways = (unit: PromiseUnit): boolean => unit === 'TH' || unit === 'TM';

/**
 * The longest that a sheet promises, as a promise length. Parts of a unit go down to the unit below where there is one
 * and up to the next whole otherwise, never in the desk's favour by more than that.
 */
export function lengthOf({ max, unit }: Duration): string {
  const whole = Number.isInteger(max);
  switch (unit) {
    case 'minute':
      return `PT${Math.ceil(max)}M`;
    case 'hour':
      return whole ? `PT${max}H` : `PT${Math.ceil(max * 60)}M`;
    case 'workHour':
      return `PT${Math.ceil(max)}WH`;
    case 'day':
      return whole ? `P${max}D` : `PT${Math.ceil(max * 24)}H`;
    case 'workDay':
      return `P${Math.ceil(max)}WD`;
    case 'month':
      return `P${Math.ceil(max)}M`;
  }
}
