import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../contract/intake.ts';
import { globeIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { see } from './kinds-view.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText } from './words.ts';

/** Whether the links of a draft answer: one press asks them all; where the gateway may not, it says so and what to do instead. */
export function linksView(view: IntakeView, draft: Draft): TemplateResult | typeof nothing {
  const { locale, links: model } = view;
  if (!draft.columns.includes('link') || !view.draft.open) return nothing;
  return html`<section class="card links" aria-labelledby="links-title">
    <h3 id="links-title">${msg('نشانی‌های اینترنتی', { id: 'intake.links' })}</h3>
    ${draft.checksLinks
      ? html`<p>${msg('میز خدمت هر نشانی این فایل را یک بار باز می‌کند و می‌گوید کدام پاسخ نمی‌دهد. تا یک دقیقه طول می‌کشد.', { id: 'intake.links.what' })}</p>
        ${model.checked?.draft === draft.id ? outcome(view) : nothing}
        ${model.fault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.fault)}</p>` : nothing}
        <p><button class="button" type="button" id="check-links" aria-disabled=${model.asking ? 'true' : nothing} @click=${() => void check(view, draft)}>${globeIcon}${model.asking ? msg('در حال باز کردن نشانی‌ها…', { id: 'intake.links.now' }) : msg('نشانی‌ها را بیازمایید', { id: 'intake.links.check' })}</button></p>`
      : html`<p>${intakeFaultText(locale, { code: 'links.notAllowed' })}</p>`}
  </section>`;
}

function outcome(view: IntakeView): TemplateResult {
  const { links, dead, unknown } = view.links.checked!;
  const [all, gone, doubtful] = [links, dead, unknown].map((count) => formatNumber(view.locale, count));
  return html`<div class="note" id="links-checked" tabindex="-1">
    <p>${dead ? msg(str`از ${all} نشانی، ${gone} نشانی پاسخ نمی‌دهد.`, { id: 'intake.links.dead' }) : msg(str`از ${all} نشانی، هیچ‌کدام مرده نیست.`, { id: 'intake.links.fine' })}${unknown ? html` ${msg(str`درباره ${doubtful} نشانی چیزی روشن نشد: کند بود، از کار افتاده بود یا برای همه باز نیست. آن‌ها را خودتان باز کنید.`, { id: 'intake.links.unknown' })}` : nothing}</p>
    ${dead ? html`<p><button class="button quiet" type="button" @click=${() => void see(view, 'link-dead')}>${msg('سطرهایش را ببینید', { id: 'intake.look' })}</button></p>` : nothing}
  </div>`;
}

async function check(view: IntakeView, draft: Draft): Promise<void> {
  if (!(await view.links.check(draft.id)) || view.draft.id !== draft.id) return;
  // What is said of the rows is new, though the draft is the same.
  await view.draft.load(draft.id);
  if (view.kinds.draft === draft.id) {
    view.kinds.close();
    await view.kinds.load(draft.id, view.draft.draft?.version ?? 0);
  }
  view.say(() => msg('نشانی‌ها آزموده شد.', { id: 'intake.did.links' }));
  view.focus('links-checked');
}
