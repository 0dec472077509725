import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../contract/intake.ts';
import { declared } from '../../../core/facts/declared.ts';
import { checkIcon, refreshIcon } from '../../../core/icons.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { kindKey, type Kind } from '../model/kinds.ts';
import { columnText } from './column-text.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, rowText, severityIcon, severityText } from './words.ts';

/** What a text was and what it is from now on, side by side. */
export const turnedInto = (before: string, after: string): TemplateResult => html`<dl class="turned">
  <div><dt>${msg('نوشته خانه', { id: 'intake.turned.before' })}</dt> <dd><del>${declared(before)}</del></dd></div>
  <div><dt>${msg('منتشر می‌شود', { id: 'intake.turned.after' })}</dt> <dd><ins>${declared(after || msg('هیچ', { id: 'intake.turned.nothing' }))}</ins></dd></div>
</dl>`;

/** All that is said of the rows, folded by kind: how often, with the first of each. */
export function kindsView(view: IntakeView, draft: Draft): TemplateResult | typeof nothing {
  const { locale, kinds: model } = view;
  const { counts } = draft;
  if (!(counts.rejected + counts.warned + counts.advised + counts.repaired)) return nothing;
  const load = () => void model.load(draft.id, draft.version);
  const onToggle = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open) load();
  };
  return html`<details class="card kinds" @toggle=${onToggle}>
    <summary id="kinds-title">${msg('همه نکته‌ها، گونه به گونه', { id: 'intake.kinds' })}</summary>
    ${model.mended === undefined ? nothing : html`<p class="note" id="mended" tabindex="-1">${checkIcon} ${msg(str`${formatNumber(locale, model.mended)} سطر درست شد.`, { id: 'intake.kinds.mended' })}</p>`}
    ${model.phase === 'failed' ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.fault ?? { code: 'broken' })}</p>
      <p><button class="button" type="button" @click=${load}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>` : nothing}
    ${model.kinds ? html`<ul class="services">${model.kinds.items.map((kind) => kindItem(view, draft, kind))}</ul>` : model.phase === 'pending' ? skeleton() : nothing}
  </details>`;
}

function kindItem(view: IntakeView, draft: Draft, kind: Kind): TemplateResult {
  const { locale, kinds: model } = view;
  const { severity, column, rows, fixable, first, rule } = kind;
  const count = formatNumber(locale, rows);
  const words = model.kinds!.rules[rule];
  const key = kindKey(kind);
  return html`<li class="is-${severity}">
    <p><span class="severity">${severityIcon[severity]} <b>${severityText(severity)}${column ? html`${locale === 'fa' ? '، ' : ', '}${columnText(column)}` : nothing}</b></span> <span class="chip">${msg(str`${count} سطر`, { id: 'intake.kinds.rows' })}</span></p>
    <p>${declared(first.message)} <span class="soft small">${rowText(locale, first.row)}</span></p>
    ${first.before !== null && first.after !== null ? turnedInto(first.before, first.after) : nothing}
    ${words ? html`<p class="soft small">${declared(words.why)}${words.mend ? html` <b>${msg('چه کنید:', { id: 'intake.mend' })}</b> ${declared(words.mend)}` : nothing}</p>` : nothing}
    <div class="row">
      <button class="button quiet" type="button" aria-label=${msg(str`سطرهایش را ببینید: ${first.message}`, { id: 'intake.kinds.seeOf' })} @click=${() => void see(view, rule)}>${msg('سطرهایش را ببینید', { id: 'intake.look' })}</button>
      ${!view.draft.open || fixable < 2 || model.asked === key ? nothing : html`<button class="button" type="button" id="fix-all_${key}" @click=${() => { model.ask(kind); view.focus('fix-all-title'); }}>${checkIcon}${msg(str`هر ${formatNumber(locale, fixable)} سطر را درست کنید`, { id: 'intake.kinds.fix' })}</button>`}
    </div>
    ${model.asked === key ? question(view, draft, kind) : nothing}
  </li>`;
}

function question(view: IntakeView, draft: Draft, kind: Kind): TemplateResult {
  const { locale, kinds: model } = view;
  const no = () => {
    model.ask();
    view.focus(`fix-all_${kindKey(kind)}`);
  };
  return html`<div class="note warn ask" role="group" aria-labelledby="fix-all-title">
    <p id="fix-all-title" tabindex="-1"><b>${msg(str`در ${formatNumber(locale, kind.fixable)} سطر پیشنهاد میز خدمت گذاشته شود؟`, { id: 'intake.kinds.ask' })}</b></p>
    <p>${msg('این کار یک‌جا برنمی‌گردد؛ هر خانه را می‌توانید جدا عوض کنید. فایلی که فرستادید و آنچه منتشر شده است همان می‌ماند.', { id: 'intake.kinds.ask.what' })}</p>
    ${model.fixFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.fixFault)}</p>` : nothing}
    <div class="row">
      <button class="button primary" type="button" aria-disabled=${model.fixing ? 'true' : nothing} @click=${() => void fixAll(view, draft, kind)}>${model.fixing ? msg('در حال درست کردن…', { id: 'intake.kinds.now' }) : msg('بله، همه درست شود', { id: 'intake.kinds.yes' })}</button>
      <button class="button" type="button" @click=${no}>${msg('نه', { id: 'intake.no' })}</button>
    </div>
  </div>`;
}

export async function see(view: IntakeView, rule: string): Promise<void> {
  await view.draft.showRule(rule);
  view.focus('at', 'rows-title');
}

async function fixAll(view: IntakeView, draft: Draft, kind: Kind): Promise<void> {
  const { kinds: model, draft: rows } = view;
  const done = await model.fixAll(kind, draft.version);
  if (!done && model.fixFault?.code !== 'declaration.changed') return;
  // Rows, counts and kinds are others now, after a colleague's change too.
  await rows.load(draft.id);
  await model.load(draft.id, rows.draft?.version ?? 0);
  if (!done) return;
  view.say(() => msg('همه درست شد.', { id: 'intake.did.fixAll' }));
  view.focus('mended');
}
