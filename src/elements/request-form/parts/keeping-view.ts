import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { radios } from '../../../core/controls/choice-input.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { carryView } from '../carry/carry-view.ts';
import type { FormModel } from './model.ts';
import { carry } from './notes.ts';

const choices = [1, 3, 7, 30];

/** Many people use this computer: from now on nothing outlives the tab, and how it is kept is shown. */
export async function share(model: FormModel, keeper: NonNullable<FormModel['filling']['keeper']>): Promise<void> {
  await keeper.keepInTab();
  model.filling.keepingShown = true;
  model.filling.host.requestUpdate();
  model.say(() => msg('نوشته‌ها از این دستگاه پاک شد و فقط تا بستن این برگه می‌ماند.', { id: 'keeping.sharedSaid' }));
  model.focusId('keeping');
}

/** Where a draft lies, who may read it, and for how long; below the line that says that it is kept. */
export function keepingView(model: FormModel): TemplateResult | typeof nothing {
  const { locale, filling } = model;
  const { keeper } = filling;
  if (!keeper) return nothing;
  const days = [...new Set([...choices, keeper.days])].sort((a, b) => a - b);
  return html`<section class="note told" aria-labelledby="keeping"><div>
    <h3 id="keeping" class="small" tabindex="-1">${msg('نوشته‌های شما کجا می‌ماند', { id: 'keeping.title' })}</h3>
    <p class="small">${msg('نوشته‌ها فقط در همین مرورگر است و تا نفرستید به میز خدمت نمی‌رسد. برنامه‌های همین سایت هم می‌توانند آن را بخوانند؛ برای همین نه کد رهگیری در آن است، نه کد پیامکی و نه کلیدی.', { id: 'keeping.privacy' })}</p>
    ${keeper.shared
      ? html`<p class="small">${msg('این رایانه مشترک است: با بستن این برگه همه نوشته‌ها از این رایانه می‌رود.', { id: 'keeping.sharedNow' })}</p>`
      : html`
          ${radios({
            id: 'keeping-days',
            label: msg('پس از آخرین تغییر تا چند روز بماند؟', { id: 'keeping.days' }),
            options: days.map((each) => ({ value: `${each}`, label: msg(str`${formatNumber(locale, each)} روز`, { id: 'keeping.day' }) })),
            value: `${keeper.days}`,
            onInput: (value) => {
              keeper.days = Number(value);
              void keeper.flush();
            },
          })}
          <p class="small soft">${msg('اگر «این رایانه مشترک است» را بزنید، نوشته‌ها از این دستگاه پاک می‌شود و فقط تا بستن این برگه می‌ماند.', { id: 'keeping.sharedHint' })}</p>
        `}
    ${filling.carry
      ? carryView(model, filling.carry)
      : html`<p class="small"><button type="button" class="link" @click=${() => void carry(model, 'out')}>${msg('در دستگاه دیگری ادامه دهید', { id: 'carry.start' })}</button></p>`}
  </div></section>`;
}
