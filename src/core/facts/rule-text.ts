import { msg, str } from '@lit/localize';
import type { Clock } from '../../contract/clock.ts';
import type { Duration } from '../../contract/offering.ts';
import { amountText, durationText } from './duration.ts';
import { promiseOf } from './clock.ts';
import type { Locale } from '../../i18n/locale.ts';
import { explanationText } from './explanation.ts';

/**
 * Which rule gives the date of answer, and why it is another than the time on the service's sheet: the earliest binds
 * (src/rules/clock.ts, `choosePolicy`). `time` is that of the sheet; null where it states none, undefined where it is not at
 * hand. Call while rendering.
 */
export function ruleText(locale: Locale, clock: Pick<Clock, 'policy' | 'startedAt' | 'dueAt'>, time?: Duration | null): string {
  const { amount, unit } = promiseOf(clock);
  const length = amountText(locale, amount, unit);
  const { source } = clock.policy;
  if (source === 'sheet') return msg(str`این تاریخ از زمانی است که دستگاه برای این خدمت اعلام کرده است: ${length}. زودتر از مهلت عمومی می‌رسد، پس همین ملاک است.`, { id: 'receipt.rule.sheet' });
  const rule = source === 'complaint'
    ? msg(str`این تاریخ از قاعده شکایت‌هاست: پاسخ تا ${length}.`, { id: 'receipt.rule.complaint' })
    : msg(str`این تاریخ از قاعده پنجره واحد است: پاسخ هر درخواست تا ${length}.`, { id: 'receipt.rule.singleWindow' });
  if (!time || lengthIs(time, amount, unit)) return rule;
  return `${rule} ${msg(str`زمانی که دستگاه برای همه کار اعلام کرده است (${durationText(locale, time)}) دیرتر تمام می‌شود. تا این تاریخ باید پاسخ بگیرید؛ اگر انجام کار بیشتر طول بکشد، در پاسخ می‌نویسند.`, { id: 'receipt.rule.longer' })}`;
}

const lengthIs = (time: Duration, amount: number, unit: Duration['unit']): boolean => time.max === amount && time.unit === unit;

/** How a due date was counted, and by which rule. Call while rendering. */
export const whyText = (locale: Locale, clock: Clock, now: Date): string => `${explanationText(locale, clock.explanation, now)} ${ruleText(locale, clock)}`;
