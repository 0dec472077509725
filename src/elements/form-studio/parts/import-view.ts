import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field } from '../../../core/controls/field.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { fileIcon, uploadIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { tidy } from '../model/definition.ts';
import type { GivenPlace, ImportModel } from '../model/import.ts';
import type { StudioView } from './view.ts';

/** More places than these are not listed: who has so many looks at the first ones. */
const listed = 8;

/** «گام ۱، پرسش ۳، type: «نام شما»» of `steps.0.items.2.type`. */
function placeText(locale: Locale, { path, words }: GivenPlace): string {
  const place = numbersText(locale, path);
  return words ? msg(str`${place}: «${isolated(locale, words)}»`, { id: 'studio.import.place' }) : place;
}

function numbersText(locale: Locale, path: string): string {
  const number = (part: string | undefined) => formatNumber(locale, Number(part) + 1);
  const [, step, item, inner, rest = ''] = /^steps\.(\d+)(?:\.items\.(\d+))?(?:\.fields\.(\d+))?\.?(.*)$/.exec(path) ?? [];
  if (step === undefined) return path || msg('همه متن', { id: 'studio.import.whole' });
  return [
    msg(str`گام ${number(step)}`, { id: 'studio.import.step' }),
    item === undefined ? '' : msg(str`پرسش ${number(item)}`, { id: 'studio.import.item' }),
    inner === undefined ? '' : msg(str`پرسش ${number(inner)} آن`, { id: 'studio.import.inner' }),
    rest,
  ].filter(Boolean).join(locale === 'fa' ? '، ' : ', ');
}

function errorText(locale: Locale, { fault }: ImportModel): string | undefined {
  if (!fault) return undefined;
  switch (fault.code) {
    case 'empty': return msg('متنی نیست؛ فایلی برگزینید یا متن آن را بچسبانید.', { id: 'studio.import.empty' });
    case 'unreadable': return msg('این فایل خوانده نشد؛ دوباره برگزینیدش یا متن آن را بچسبانید.', { id: 'studio.import.unreadable' });
    case 'notJson': return msg('این متن JSON درست نیست؛ شاید نیمه‌کاره چسبانده شده است. همه فایل را بیاورید.', { id: 'studio.import.notJson' });
    case 'input.invalid': return msg('در این متن چیزی کم یا نادرست است؛ جاهایش در زیر آمده. درستشان کنید و دوباره بزنید. فرم کنونی دست نخورده است.', { id: 'studio.import.notForm' });
    default: return faultText(locale, fault);
  }
}

const further = (locale: Locale, places: readonly GivenPlace[]) =>
  (places.length > listed ? html`<p class="soft">${msg(str`و ${formatNumber(locale, places.length - listed)} جای دیگر`, { id: 'studio.import.further' })}</p>` : nothing);

/** What of the form that was taken over is not in it: told above it, until it is seen. */
export function ignoredView(view: StudioView, given: ImportModel): TemplateResult | typeof nothing {
  const { locale } = view;
  if (!given.ignored.length) return nothing;
  const dismiss = () => {
    given.dismiss();
    view.focus('summary');
  };
  return html`
    <section class="note warn" aria-labelledby="ignored-title">
      <h3 id="ignored-title" tabindex="-1">${msg('فرم تازه آمد، ولی این‌ها در فرم جایی ندارند و نیامدند', { id: 'studio.import.ignored' })}</h3>
      <ul class="to-mend">${given.ignored.slice(0, listed).map((place) => html`<li><bdi>${placeText(locale, place)}</bdi></li>`)}</ul>${further(locale, given.ignored)}
      <p>${msg('اگر نامشان اشتباه نوشته شده، در فایل درستشان کنید و دوباره بیاورید.', { id: 'studio.import.ignored.what' })}</p>
      <button class="button" type="button" @click=${dismiss}>${msg('دیدم', { id: 'studio.import.ignored.seen' })}</button>
    </section>
  `;
}

/** A form from elsewhere in the place of what is written, and what is written as a file. */
export function importView(view: StudioView, given: ImportModel): TemplateResult {
  const { locale, model } = view;
  const error = errorText(locale, given);
  const shown = { id: 'import-text', label: msg('متن JSON فرم', { id: 'studio.import.text' }), ...(error && { error }) };
  const take = async () => {
    const { id } = model;
    const definition = await given.take(id);
    if (model.id !== id) return;
    if (!definition) return view.focus('import-text');
    model.replace(definition);
    view.say(() => msg('فرم تازه به جای فرم کنونی نشست. با «کار آخر را برگردانید» فرم پیشین برمی‌گردد.', { id: 'studio.import.done' }));
    view.focus('ignored-title', 'summary');
  };
  const save = () => saveBlob(new Blob([JSON.stringify(tidy(model.definition!), null, 2)], { type: 'application/json' }), `${model.id}.json`);
  return html`
    <details class="import" ?open=${model.givenBefore}><summary id="import">${msg('بردن و آوردن فرم با فایل', { id: 'studio.import' })}</summary>
      <p><button class="button" type="button" @click=${save}>${fileIcon}${msg('فرم را به فایل JSON ببرید', { id: 'studio.export' })}</button></p>
      ${view.writes
        ? html`
          ${field({ id: 'import-file', label: msg('فایل فرم', { id: 'studio.import.file' }) }, html`<input class="input" id="import-file" type="file" accept=".json,application/json"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              if (input.files?.[0]) void given.read(input.files[0]);
              // The same file, mended, can be chosen again.
              input.value = '';
            }} />`)}
          ${field(shown, html`<textarea class="input" id="import-text" rows="6" dir="ltr" spellcheck="false" aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(shown)}
            .value=${live(given.text)} @input=${(event: InputEvent) => given.write((event.target as HTMLTextAreaElement).value)}></textarea>`)}
          ${given.wrong.length
            ? html`<ul class="to-mend">${given.wrong.slice(0, listed).map((place) => html`<li><bdi>${placeText(locale, place)}</bdi></li>`)}</ul>${further(locale, given.wrong)}`
            : nothing}
          <button class="button" type="button" aria-disabled=${given.busy ? 'true' : nothing} @click=${() => void take()}>${uploadIcon}${msg('به جای فرم کنونی بگذارید', { id: 'studio.import.take' })}</button>`
        : nothing}
    </details>
  `;
}
