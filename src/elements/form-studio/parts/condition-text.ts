import { msg, str } from '@lit/localize';
import type { Condition, FormDefinition } from '../../../contract/form.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { isGroup, itemsOf, type Item } from '../model/definition.ts';
import type { Leaf, Op } from '../model/condition.ts';
import { nameOfId } from './finding-text.ts';

/** What is said of an answer, as it stands in a list. */
export function opText(op: Op, type: Item['type'] | undefined): string {
  switch (op) {
    case 'eq': return type === 'choices' ? msg('این گزینه را دارد', { id: 'studio.op.has' }) : msg('برابر است با', { id: 'studio.op.eq' });
    case 'ne': return type === 'choices' ? msg('این گزینه را ندارد', { id: 'studio.op.hasNot' }) : msg('برابر نیست با', { id: 'studio.op.ne' });
    case 'in': return msg('یکی از این‌هاست', { id: 'studio.op.in' });
    case 'gte': return msg('دست‌کم این اندازه است', { id: 'studio.op.gte' });
    case 'lte': return msg('دست‌بالا این اندازه است', { id: 'studio.op.lte' });
    case 'answered': return msg('پاسخ داده شده است', { id: 'studio.op.answered' });
    case 'olderThanDays': return msg('بیش از این چند روز پیش است', { id: 'studio.op.older' });
  }
}

const questionOf = (definition: FormDefinition, id: string): Item | undefined =>
  itemsOf(definition).flatMap((item) => [item, ...(isGroup(item) ? item.fields : [])]).find((item) => item.id === id);

function valueText(locale: Locale, definition: FormDefinition, field: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? msg('بله', { id: 'studio.yes' }) : msg('نه', { id: 'studio.no' });
  if (typeof value === 'number') return formatNumber(locale, value);
  const item = questionOf(definition, field);
  const option = item && 'options' in item ? item.options?.find((each) => each.value === value) : undefined;
  return isolated(locale, (option && localText(locale, option.label)) || value);
}

function leafText(locale: Locale, definition: FormDefinition, leaf: Leaf): string {
  const name = isolated(locale, nameOfId(locale, definition, leaf.field));
  const of = (value: string | number | boolean) => valueText(locale, definition, leaf.field, value);
  switch (leaf.op) {
    case 'answered': return msg(str`«${name}» پاسخ داده شده باشد`, { id: 'studio.when.answered' });
    case 'olderThanDays': return msg(str`از «${name}» بیش از ${formatNumber(locale, leaf.value)} روز گذشته باشد`, { id: 'studio.when.older' });
    case 'in': return msg(str`پاسخ «${name}» یکی از این‌ها باشد: ${leaf.value.map(of).join(locale === 'fa' ? '، ' : ', ')}`, { id: 'studio.when.in' });
    case 'eq': return msg(str`پاسخ «${name}» «${of(leaf.value)}» باشد`, { id: 'studio.when.eq' });
    case 'ne': return msg(str`پاسخ «${name}» «${of(leaf.value)}» نباشد`, { id: 'studio.when.ne' });
    case 'gte': return msg(str`پاسخ «${name}» دست‌کم ${of(leaf.value)} باشد`, { id: 'studio.when.gte' });
    case 'lte': return msg(str`پاسخ «${name}» دست‌بالا ${of(leaf.value)} باشد`, { id: 'studio.when.lte' });
  }
}

/** A condition in words, however deep: «پاسخ «مالک هستید؟» «بله» باشد». Call while rendering. */
export function conditionText(locale: Locale, definition: FormDefinition, when: Condition): string {
  const text = (part: Condition) => ('all' in part || 'any' in part ? `(${conditionText(locale, definition, part)})` : conditionText(locale, definition, part));
  if ('all' in when) return when.all.map(text).join(` ${msg('و', { id: 'studio.and' })} `);
  if ('any' in when) return when.any.map(text).join(` ${msg('یا', { id: 'studio.or' })} `);
  if ('not' in when) return msg(str`چنین نباشد که ${text(when.not)}`, { id: 'studio.when.not' });
  return leafText(locale, definition, when);
}
