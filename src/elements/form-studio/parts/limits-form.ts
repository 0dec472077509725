import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../../contract/form.ts';
import { fieldset } from '../../../core/controls/field.ts';
import { tomanText } from '../../../core/facts/fee.ts';
import { localText } from '../../../core/facts/place.ts';
import { provinceName } from '../../../core/facts/address.ts';
import { earlierThan, entryAt, type At } from '../model/definition.ts';
import { lineField, numberField, put, selectField, tick } from './controls.ts';
import { dateLimit } from './date-limit.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

const megabyte = 1024 * 1024;
/** Kinds of files as officers know them, with their media types. */
const fileKinds: readonly (readonly [name: () => string, types: readonly string[]])[] = [
  [() => msg('عکس (JPEG و PNG)', { id: 'studio.file.photo' }), ['image/jpeg', 'image/png']],
  [() => msg('سند PDF', { id: 'studio.file.pdf' }), ['application/pdf']],
];

/** What an answer to a question of this type must keep to. */
export function limitsForm(view: StudioView, at: At, field: Field): TemplateResult | typeof nothing {
  const { model } = view;
  const set = <K extends keyof Field>(key: K, value: Field[K] | undefined) => model.edit(`${idOf(at, key)}`, (changing) => put(entryAt(changing, at) as Field, key, value));
  const number = (name: 'min' | 'max' | 'minLength' | 'maxLength' | 'maxFiles', label: string, more: { hint?: string; error?: string | undefined } = {}) =>
    numberField(view, { at, name, label, optional: true, value: field[name], set: (value) => set(name, value), ...((field.type === 'money' || (name !== 'min' && name !== 'max')) && { whole: true, least: 0 }), ...more });
  const { error } = errorOf(view, at, 'limits');
  switch (field.type) {
    case 'text': case 'longText':
      return html`
        <div class="pair">
          ${number('minLength', msg('دست‌کم چند نویسه', { id: 'studio.minLength' }), { error })}
          ${number('maxLength', msg('دست‌بالا چند نویسه', { id: 'studio.maxLength' }))}
        </div>
        ${field.type === 'text'
          ? selectField(view, {
            at, name: 'charset', label: msg('چه نوشته شود', { id: 'studio.charset' }), value: field.charset ?? '', set: (value) => set('charset', (value || undefined) as Field['charset']),
            options: [
              ['', msg('هر چیزی', { id: 'studio.charset.any' })], ['digits', msg('تنها رقم', { id: 'studio.charset.digits' })],
              ['digitsAndDash', msg('رقم و خط تیره', { id: 'studio.charset.digitsAndDash' })], ['persianLetters', msg('تنها حروف فارسی', { id: 'studio.charset.persian' })],
            ],
          })
          : nothing}
        ${field.type === 'text'
          ? tick(view, {
            at, name: 'suggest', label: msg('نام دستگاه‌های استان پیشنهاد شود', { id: 'studio.suggestAgencies' }), value: field.suggest === 'agencies',
            set: (value) => set('suggest', value ? 'agencies' : undefined),
          })
          : nothing}`;
    case 'number':
      return html`
        <div class="pair">${number('min', msg('کمینه', { id: 'studio.min' }), { error })}${number('max', msg('بیشینه', { id: 'studio.max' }))}</div>
        ${tick(view, { at, name: 'integer', label: msg('تنها عدد درست، بی‌اعشار', { id: 'studio.integer' }), value: field.integer === true, set: (value) => set('integer', value) })}
        ${field.min === undefined ? nothing : tick(view, { at, name: 'exclusiveMin', label: msg('خود کمینه پذیرفته نیست', { id: 'studio.exclusiveMin' }), value: field.exclusiveMin === true, set: (value) => set('exclusiveMin', value) })}`;
    case 'money': {
      const toman = (rial: number | undefined) => (rial === undefined ? {} : { hint: tomanText(view.locale, rial) });
      return html`<div class="pair">
        ${number('min', msg('کمینه، به ریال', { id: 'studio.minRial' }), { error, ...toman(field.min) })}${number('max', msg('بیشینه، به ریال', { id: 'studio.maxRial' }), toman(field.max))}
      </div>`;
    }
    case 'date':
      return html`
        ${error ? html`<p class="error" id=${idOf(at, 'limits')} tabindex="-1">${error}</p>` : nothing}
        ${dateLimit(view, { at, name: 'notBefore', label: msg('زودترین روز', { id: 'studio.notBefore' }), value: field.notBefore, set: (value) => set('notBefore', value) })}
        ${dateLimit(view, { at, name: 'notAfter', label: msg('دیرترین روز', { id: 'studio.notAfter' }), value: field.notAfter, set: (value) => set('notAfter', value) })}`;
    case 'file': return fileForm(view, at, field, set, number);
    case 'nationalId':
      return tick(view, { at, name: 'orForeignerId', label: msg('اتباع خارجی شناسه فراگیر ۱۲ رقمی بنویسند', { id: 'studio.orForeignerId' }), value: field.orForeignerId === true, set: (value) => set('orForeignerId', value) });
    case 'paymentId': {
      const bills = earlierThan(model.definition!, at).filter(({ type }) => type === 'billId');
      return selectField(view, {
        at, name: 'bill', label: msg('شناسه قبض آن', { id: 'studio.bill' }), hint: msg('اگر برگزینید، جفت بودن دو شناسه هم بررسی می‌شود.', { id: 'studio.bill.hint' }),
        value: field.bill ?? '', set: (value) => set('bill', value || undefined),
        options: [['', msg('هیچ‌کدام', { id: 'studio.none' })], ...bills.map((each) => [each.id, localText(view.locale, each.label) || each.id] as const)],
      });
    }
    case 'address': return addressForm(view, at, field, set);
    default: return nothing;
  }
}

type Set = <K extends keyof Field>(key: K, value: Field[K] | undefined) => unknown;

function fileForm(view: StudioView, at: At, field: Field, set: Set, number: (name: 'maxFiles', label: string) => TemplateResult): TemplateResult {
  const accept = field.accept ?? [];
  const further = accept.filter((type) => !fileKinds.some(([, types]) => types.includes(type)));
  return html`
    ${fieldset({ id: idOf(at, 'accept'), label: msg('چه فایلی', { id: 'studio.accept' }), hint: msg('اگر هیچ‌کدام را نزنید، هر فایلی پذیرفته است.', { id: 'studio.accept.hint' }) }, html`
      ${fileKinds.map(([name, types]) => html`<div class="tick"><label><input type="checkbox" .checked=${live(types.every((type) => accept.includes(type)))}
        @change=${(event: Event) => {
          const others = accept.filter((type) => !types.includes(type));
          const next = (event.target as HTMLInputElement).checked ? [...others, ...types] : others;
          set('accept', next.length ? next : undefined);
        }} />${name()}</label></div>`)}
      ${further.length ? html`<p class="soft small"><bdi dir="ltr">${further.join(', ')}</bdi></p>` : nothing}`)}
    <div class="pair">
      ${number('maxFiles', msg('دست‌بالا چند فایل', { id: 'studio.maxFiles' }))}
      ${numberField(view, {
        at, name: 'maxBytes', label: msg('هر فایل دست‌بالا چند مگابایت', { id: 'studio.maxBytes' }), optional: true, least: 0, value: field.maxBytes === undefined ? undefined : Math.round((field.maxBytes / megabyte) * 100) / 100,
        set: (value) => set('maxBytes', value ? Math.round(value * megabyte) : undefined),
      })}
    </div>`;
}

function addressForm(view: StudioView, at: At, field: Field, set: Set): TemplateResult {
  const { province } = view;
  const kept = field.province ?? province;
  return html`
    ${kept
      ? tick(view, { at, name: 'province', label: msg(str`تنها نشانی‌های استان ${provinceName(view.locale, kept)}`, { id: 'studio.province' }), value: field.province !== undefined, set: (value) => set('province', value ? kept : undefined) })
      : nothing}
    ${tick(view, { at, name: 'needsPostalCode', label: msg('بی کدپستی پذیرفته نیست', { id: 'studio.needsPostalCode' }), value: field.needsPostalCode === true, set: (value) => set('needsPostalCode', value) })}
    ${lineField(view, {
      at, name: 'counties', label: msg('شهرستان‌هایی که می‌توان برگزید', { id: 'studio.counties' }), hint: msg('هر خط یکی. خالی که باشد، مردم خود می‌نویسند.', { id: 'studio.counties.hint' }), optional: true, long: true,
      value: (field.counties ?? []).join('\n'), set: (text) => set('counties', text.trim() ? text.split('\n') : undefined),
    })}`;
}
