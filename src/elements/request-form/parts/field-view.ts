import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Group } from '../../../contract/form.ts';
import { radios, select, type Option } from '../../../core/controls/choice-input.ts';
import { field, type FieldView } from '../../../core/controls/field.ts';
import { textInput, type TextInputView } from '../../../core/controls/text-input.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import { awaited, controlId, type FormModel } from './model.ts';

/** As many options as the eye takes in at once; more become a list to open, and many more one that is narrowed by typing. */
const mostRadios = 6;
const mostListed = 12;

/** Those whose control and rules are there from the first moment. */
const common = new Set<string>(['text', 'longText', 'number', 'choice', 'yesNo', 'staticText', 'nationalId', 'legalId', 'foreignerId', 'postalCode', 'mobile', 'landline', 'email']);
const isLong = ({ options }: Field): boolean => (options ?? []).length > mostListed;

/** Whether the piece for more than lines and radios is needed. */
export const isRare = (item: Field | Group): boolean => !common.has(item.type) || (item.type === 'choice' && isLong(item)) || (item.type === 'text' && item.suggest !== undefined);

/** What a piece needs to draw a field that is not common. */
export interface RarerField {
  model: FormModel;
  item: Field;
  path: string;
  view: FieldView;
  line: TextInputView;
  options: Option[];
  /** What is wrong, or remarked, at a path. */
  say(at: string, severity: 'error' | 'warning'): string | undefined;
}

/** One field of the form, at a path. */
export function fieldView(model: FormModel, item: Field, path: string): TemplateResult {
  const { locale, pieces: { rare, wrong }, filling: { session } } = model;
  const say = (at: string, severity: 'error' | 'warning') => {
    const issue = session.issue(at, severity);
    return issue && (wrong?.issueText(locale, session.definition, issue) ?? msg('این پاسخ را دوباره ببینید.', { id: 'issue.plain' }));
  };
  const view: FieldView = {
    id: controlId(path),
    label: localText(locale, item.label),
    hint: item.hint ? localText(locale, item.hint) : usualHint(model, item),
    error: say(path, 'error'),
    warning: say(path, 'warning'),
    optional: item.required ? undefined : msg('اختیاری', { id: 'form.optional' }),
  };
  const value = session.value(path);
  const onInput = (typed: string) => model.set(path, typed);
  const onLeave = () => model.leave(path);
  const lineView: TextInputView = { ...view, value: (value as string | undefined) ?? '', autocomplete: item.autocomplete, onInput, onLeave };
  const line = (more: Partial<TextInputView>): TemplateResult => textInput({ ...lineView, ...more });
  const digits = (size: number): TemplateResult => line({ ltr: true, inputmode: 'numeric', size });
  const options = (): Option[] => (item.options ?? []).map((option) => ({ value: option.value, label: localText(locale, option.label) }));
  if (isRare(item)) return rare?.rarerField({ model, item, path, view, line: lineView, options: options(), say }) ?? toCome(view);
  const clear = item.required ? undefined : msg('پاک کردن انتخاب', { id: 'form.clearChoice' });

  switch (item.type) {
    case 'text':
      return item.charset === 'digits' || item.charset === 'digitsAndDash'
        ? line({ ltr: true, inputmode: item.charset === 'digits' ? 'numeric' : 'text', size: Math.max(item.maxLength ?? 20, 12) })
        : line({});
    case 'longText': return longText(model, item, view, (value as string | undefined) ?? '', onInput, onLeave);
    case 'number': return line({ ltr: true, inputmode: item.integer ? 'numeric' : 'decimal', size: 10 });
    case 'choice': {
      const choice = { ...view, options: options(), value: (value as string | undefined) ?? '', onInput: (chosen: string) => model.set(path, chosen || undefined) };
      return choice.options.length <= mostRadios
        ? radios({ ...choice, clear })
        : select({ ...choice, empty: msg('انتخاب کنید', { id: 'form.select' }) });
    }
    case 'yesNo':
      return radios({
        ...view,
        options: [{ value: 'true', label: msg('بله', { id: 'answer.yes' }) }, { value: 'false', label: msg('خیر', { id: 'answer.no' }) }],
        value: value === undefined ? '' : String(value),
        onInput: (chosen) => model.set(path, chosen === '' ? undefined : chosen === 'true'),
        clear,
      });
    case 'staticText': return html`<div class="static"><p>${view.label}</p>${view.hint ? html`<p class="hint">${view.hint}</p>` : nothing}</div>`;
    case 'nationalId': return digits(item.orForeignerId ? 14 : 12);
    case 'legalId': case 'foreignerId': return digits(14);
    case 'postalCode': return line({ ltr: true, inputmode: 'numeric', size: 12, autocomplete: item.autocomplete ?? 'postal-code' });
    case 'mobile': return line({ ltr: true, inputmode: 'tel', size: 14, autocomplete: item.autocomplete ?? 'tel' });
    case 'landline': return line({ ltr: true, inputmode: 'tel', size: 14 });
    case 'email': return line({ ltr: true, inputmode: 'email', autocomplete: item.autocomplete ?? 'email' });
    default: return toCome(view);
  }
}

/** Keeps the place of a control whose piece is on its way. */
const toCome = (view: FieldView) => field(view, html`<input class="input" id=${view.id} disabled placeholder=${awaited()} />`);

/** How a number is written, where the form itself says nothing. */
function usualHint({ locale }: FormModel, item: Field): string | undefined {
  const like = (example: string) => localDigits(locale, example);
  switch (item.type) {
    case 'nationalId':
      return item.orForeignerId
        ? msg('کد ملی ۱۰ رقمی؛ اتباع خارجی: شناسه فراگیر ۱۲ رقمی', { id: 'hint.nationalOrForeigner' })
        : msg(str`۱۰ رقم، مانند ${like('0310000017')}`, { id: 'hint.nationalId' });
    case 'legalId': return msg('۱۱ رقم', { id: 'hint.legalId' });
    case 'foreignerId': return msg('۱۲ رقم', { id: 'hint.foreignerId' });
    case 'postalCode': return msg('۱۰ رقم، بی خط تیره', { id: 'hint.postalCode' });
    case 'mobile': return msg(str`مانند ${like('09120000000')}`, { id: 'hint.mobile' });
    case 'landline': return msg(str`با پیش‌شماره، مانند ${like('02632000000')}`, { id: 'hint.landline' });
    default: return undefined;
  }
}

function longText(
  { locale }: FormModel, item: Field, view: FieldView, value: string, onInput: (value: string) => void, onLeave: () => void,
): TemplateResult {
  const length = Array.from(value).length;
  const n = (count: number) => formatNumber(locale, count);
  const { minLength = 0, maxLength } = item;
  const count =
    length < minLength ? msg(str`${n(length)} نویسه؛ دست‌کم ${n(minLength)} لازم است`, { id: 'form.countUpTo' })
    : maxLength === undefined ? undefined
    : length > maxLength ? msg(str`${n(length - maxLength)} نویسه بیش از اندازه`, { id: 'form.countTooMany' })
    : msg(str`${n(length)} از ${n(maxLength)} نویسه`, { id: 'form.count' });
  return textInput({
    ...view,
    value,
    rows: (maxLength ?? 500) > 400 ? 6 : 3,
    autocomplete: item.autocomplete,
    onInput,
    onLeave,
    below: count ? html`<p class="counter small ${maxLength !== undefined && length > maxLength ? 'over' : 'soft'}" id="${view.id}-count">${count}</p>` : nothing,
    belowId: count ? `${view.id}-count` : undefined,
  });
}
