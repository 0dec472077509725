import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { declared } from '../../../core/facts/declared.ts';
import { checkIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { findingsAt, keyOf, type Finding } from '../model/place.ts';
import { columnText } from './column-text.ts';
import { findingView } from './finding-view.ts';
import { turnedInto } from './kinds-view.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, rowText } from './words.ts';

/** The open cell: its whole text to be mended, and what is said of it. */
export function cellPanel(view: IntakeView): TemplateResult | typeof nothing {
  const { locale, draft: model } = view;
  const { at, row } = model;
  if (!at || !row) return nothing;
  const { column } = at;
  const findings = findingsAt(row, column);
  const place = rowText(locale, at.row);
  return html`
    <section class="card panel" aria-labelledby="panel-title">
      <h4 id="panel-title" tabindex="-1">${column ? html`${place}${locale === 'fa' ? '، ' : ', '}${columnText(column)}` : place}</h4>
      ${row.counts ? nothing : html`<p class="small is-rejected"><b>${msg('این سطر منتشر نمی‌شود.', { id: 'intake.leftOut.sentence' })}</b></p>`}
      ${model.mendFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.mendFault)}</p>` : nothing}
      ${model.changed && model.open ? html`<p class="note warn" role="alert">${msg('همکارتان همین حالا چیزی را در این پیش‌نویس عوض کرد و سطرها تازه شد. نوشته شما سر جایش است؛ اگر هنوز درست است، دوباره بگذارید.', { id: 'intake.mend.changed' })}</p>` : nothing}
      ${column ? (model.open ? editor(view) : html`<p class="whole">${declared(row.cells[column] ?? '')}</p>`) : nothing}
      ${column && row.asRead[column] !== undefined ? turnedInto(row.cells[column] ?? '', row.asRead[column]) : nothing}
      ${column && row.plain[column] !== undefined ? plainView(view, row.plain[column]) : nothing}
      ${findings.length
        ? html`<ul class="findings">${findings.map((finding) => findingView(view, finding, model.rules, press(view, finding)))}</ul>`
        : html`<p class="soft small">${checkIcon} ${column ? msg('درباره این خانه چیزی گفته نشده است.', { id: 'intake.cell.fine' }) : msg('درباره خود سطر چیزی گفته نشده است؛ خانه‌هایش را ببینید.', { id: 'intake.row.fine' })}</p>`}
    </section>
  `;
}

/** From which score on a text is plain, and below which it is hard. */
const marks = { plain: 80, hard: 50 };

/** How plainly a text is written, and what would make it plainer. */
function plainView({ locale }: IntakeView, score: number): TemplateResult {
  const told = score >= marks.plain ? msg('ساده است', { id: 'intake.plain.good' }) : score < marks.hard ? msg('سخت خوانده می‌شود', { id: 'intake.plain.hard' }) : msg('می‌تواند ساده‌تر باشد', { id: 'intake.plain.middle' });
  return html`<div class="plain">
    <p id="plain-text">${msg(str`زبان ساده: ${formatNumber(locale, score)} از ۱۰۰`, { id: 'intake.plain' })}${locale === 'fa' ? '، ' : ', '}<b>${told}</b></p>
    <meter min="0" max="100" low=${marks.hard} high=${marks.plain} optimum="100" .value=${score} aria-labelledby="plain-text"></meter>
    ${score === 100 ? nothing : html`<p class="soft small">${msg('جمله‌های کوتاه بنویسید (تا ۱۵ واژه خوب است و از ۲۵ نگذرد) و واژه‌های اداری را با واژه ساده عوض کنید.', { id: 'intake.plain.what' })}</p>`}
  </div>`;
}

function editor(view: IntakeView): TemplateResult {
  const { draft: model } = view;
  const at = model.at!;
  const dirty = model.typed.has(keyOf(at));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') view.focus('at');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void put(view);
    else return;
    event.preventDefault();
  };
  return html`
    <div class="field">
      <label for="cell-text">${msg('متن خانه', { id: 'intake.cell.text' })}</label>
      <textarea class="input" id="cell-text" lang="fa" dir="auto" rows="4" maxlength="20000" aria-describedby="cell-keys" .value=${live(model.text)}
        @input=${(event: InputEvent) => model.type((event.target as HTMLTextAreaElement).value)} @keydown=${onKey}></textarea>
      <p class="hint" id="cell-keys">${msg('Ctrl+Enter می‌گذارد، Esc به جدول برمی‌گردد.', { id: 'intake.cell.keys' })}</p>
      <div class="row">
        <button class="button primary" type="button" id="put" aria-disabled=${dirty && !model.busy ? nothing : 'true'} @click=${() => void put(view)}>${msg('در جدول بگذارید', { id: 'intake.cell.put' })}</button>
        ${dirty ? html`<button class="button quiet" type="button" @click=${() => { model.type(model.row?.cells[at.column!] ?? ''); view.focus('cell-text'); }}>${msg('نوشته را برگردانید', { id: 'intake.cell.revert' })}</button>` : nothing}
      </div>
    </div>
  `;
}

async function put(view: IntakeView): Promise<void> {
  const { draft: model } = view;
  if (!model.at?.column || !model.typed.has(keyOf(model.at))) return;
  if (await model.put()) told(view);
  else if (model.mendFault || model.changed) view.focus('cell-text');
}

/** Says what has become of the cell, and goes back to it. */
function told(view: IntakeView): void {
  const { at, row, draft } = view.draft;
  if (draft && view.kinds.kinds) void view.kinds.load(draft.id, draft.version);
  const left = at && row ? findingsAt(row, at.column).filter(({ severity }) => severity !== 'repaired').length : 0;
  view.say(() => (left ? msg('گذاشته شد؛ هنوز نکته‌ای مانده است.', { id: 'intake.did.putStill' }) : msg('گذاشته شد.', { id: 'intake.did.put' })));
  view.focus('at');
}

/** The button of a mend that the gateway knows. */
function press(view: IntakeView, finding: Finding): TemplateResult | undefined {
  const { draft: model } = view;
  if (finding.fix === null || !model.open) return undefined;
  const onClick = async () => {
    if (await model.press(finding)) told(view);
  };
  return html`
    <p class="fix"><span class="soft small">${msg('پیشنهاد:', { id: 'intake.fix' })}</span> ${declared(finding.fix || msg(str`خانه خالی شود`, { id: 'intake.fix.empty' }))}</p>
    <p><button class="button" type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${onClick}>${checkIcon}${msg('همین را بگذارید', { id: 'intake.fix.press' })}</button></p>
  `;
}
