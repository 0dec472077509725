import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '../../../contract/form.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { differenceOf, isNothing, type Change, type Difference, type Part } from '../model/difference.ts';

function partText(part: Part): string {
  switch (part) {
    case 'text': return msg('متن', { id: 'studio.part.text' });
    case 'hint': return msg('توضیح', { id: 'studio.part.hint' });
    case 'required': return msg('لازم یا دلخواه بودن', { id: 'studio.part.required' });
    case 'when': return msg('شرط نشان دادن', { id: 'studio.part.when' });
    case 'options': return msg('گزینه‌ها', { id: 'studio.options' });
    case 'limits': return msg('محدودیت‌ها', { id: 'studio.part.limits' });
    case 'type': return msg('نوع', { id: 'studio.part.type' });
    case 'step': return msg('گام آن', { id: 'studio.part.step' });
  }
}

/** What differs between two forms, in words: added, changed part by part, gone. */
export function differenceView(locale: Locale, from: FormDefinition, to: FormDefinition): TemplateResult {
  const difference = differenceOf(from, to);
  if (isNothing(difference)) return html`<p>${msg('فرقی ندارند.', { id: 'studio.difference.none' })}</p>`;
  const comma = locale === 'fa' ? '، ' : ', ';
  const name = ({ label, step }: Change) => {
    const text = isolated(locale, localText(locale, label) || msg('بی‌نام', { id: 'studio.nameless' }));
    return step ? msg(str`گام «${text}»`, { id: 'studio.difference.step' }) : `«${text}»`;
  };
  const line = (word: string, changes: readonly Change[]) => changes.map((change) => html`<li><b>${word}</b> ${name(change)}${change.parts.length ? html`<span class="soft">: ${change.parts.map(partText).join(comma)}</span>` : nothing}</li>`);
  const { added, changed, removed, head, order } = difference;
  return html`<ul class="changes">
    ${head ? html`<li><b>${msg('عوض شده:', { id: 'studio.difference.changed' })}</b> ${msg('عنوان و کلیات فرم', { id: 'studio.head' })}</li>` : nothing}
    ${line(msg('افزوده:', { id: 'studio.difference.added' }), added)}
    ${line(msg('عوض شده:', { id: 'studio.difference.changed' }), changed)}
    ${line(msg('برداشته:', { id: 'studio.difference.removed' }), removed)}
    ${order ? html`<li>${msg('ترتیب پرسش‌ها عوض شده است.', { id: 'studio.difference.order' })}</li>` : nothing}
  </ul>`;
}

/** What becomes of forms that people have begun when another one is published. */
export function begunText(locale: Locale, { lost }: Difference): string {
  if (!lost.length) return msg('فرم‌هایی که مردم نیمه‌کاره گذاشته‌اند می‌ماند: پاسخ‌هایشان همه در فرم تازه جا دارد.', { id: 'studio.begun.kept' });
  const names = lost.map((label) => `«${isolated(locale, localText(locale, label))}»`).join(locale === 'fa' ? '، ' : ', ');
  return msg(str`در فرم‌های نیمه‌کاره مردم هر پاسخی که هنوز جا دارد می‌ماند. شاید این‌ها را از نو بپرسیم یا کنار برود، و به آنان می‌گوییم: ${names}`, { id: 'studio.begun.lost' });
}
