import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../contract/form.ts';
import { dateParts, readDate, splitDate } from '../../../core/controls/date-parts.ts';
import { formatDate, localDigits } from '../../../i18n/formats.ts';
import type { At } from '../model/definition.ts';
import { numberField, selectField, typedField } from './controls.ts';
import type { StudioView } from './view.ts';

type Limit = NonNullable<Field['notBefore']>;
type Kind = '' | 'today' | 'before' | 'after' | 'day';

const kindOf = (limit: Limit | undefined): Kind => (!limit ? '' : limit === 'today' ? 'today' : limit.startsWith('today-') ? 'before' : limit.startsWith('today') ? 'after' : 'day');

/** A limit that is to stand there first when its kind is chosen. */
const firstOf: Record<Kind, () => Limit | undefined> = {
  '': () => undefined, today: () => 'today', before: () => 'today-1y', after: () => 'today+1y', day: () => new Date().toISOString().slice(0, 10),
};

/** The earliest or latest day: none, today, so long before or after it, or a day of the Persian calendar. */
export function dateLimit(view: StudioView, { at, name, label, value, set }: { at: At; name: string; label: string; value: Limit | undefined; set(limit: Limit | undefined): void }): TemplateResult {
  const kind = kindOf(value);
  const [, amount = '1', unit = 'y'] = /(\d+)([dmy])$/.exec(value ?? '') ?? [];
  const relative = (count: number, of: string) => set(`today${kind === 'before' ? '-' : '+'}${count}${of}`);
  return html`<div class="pair">
    ${selectField(view, {
      at, name, label, value: kind, set: (next) => {
        view.model.untype(at, `${name}-`);
        set(firstOf[next as Kind]());
      },
      options: [
        ['', msg('بی‌محدودیت', { id: 'studio.date.none' })], ['today', msg('امروز', { id: 'studio.date.today' })],
        ['before', msg('چندی پیش از امروز', { id: 'studio.date.before' })], ['after', msg('چندی پس از امروز', { id: 'studio.date.after' })],
        ['day', msg('روزی معین', { id: 'studio.date.day' })],
      ],
    })}
    ${kind === 'before' || kind === 'after'
      ? html`
        ${numberField(view, { at, name: `${name}-amount`, label: msg('چند', { id: 'studio.date.amount' }), value: Number(amount), whole: true, needed: true, least: 1, most: 999, set: (count) => relative(count!, unit) })}
        ${selectField(view, {
          at, name: `${name}-unit`, label: msg('واحد', { id: 'studio.date.unit' }), value: unit, set: (of) => relative(Number(amount), of),
          options: [['d', msg('روز', { id: 'studio.date.days' })], ['m', msg('ماه', { id: 'studio.date.months' })], ['y', msg('سال', { id: 'studio.date.years' })]],
        })}`
      : nothing}
    ${kind === 'day' ? dayField(view, at, `${name}-day`, value!, set) : nothing}
  </div>`;
}

/** A day as it is written, `1405/9/7`; the hint says how it was understood. */
function dayField(view: StudioView, at: At, name: string, iso: string, set: (iso: string) => void): TemplateResult {
  const { year, month, day } = dateParts(iso, 'persian');
  return typedField(view, {
    at, name, label: msg('روز', { id: 'studio.date.which' }),
    hint: msg(str`سال/ماه/روز. اکنون: ${formatDate(view.locale, iso)}`, { id: 'studio.date.hint' }),
    value: iso, shown: localDigits(view.locale, `${year}/${month}/${day}`), set,
    read: (text) => {
      const parts = splitDate(text, 'persian');
      const read = parts && readDate(parts).iso;
      return read ? { value: read } : { code: 'notDay' };
    },
  });
}
