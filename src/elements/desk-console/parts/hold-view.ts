import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffCase } from '../../../contract/staff.ts';
import { fieldset } from '../../../core/controls/field.ts';
import { alertIcon, checkIcon, refreshIcon, userIcon } from '../../../core/icons.ts';
import type { CaseModel } from '../model/case.ts';
import { holdOf } from '../model/hold.ts';
import { levelText } from './level-text.ts';

/** Who works on the case, and the ways to change that. */
export function holdView(model: CaseModel, shown: StaffCase): TemplateResult | typeof nothing {
  const { hold } = model;
  const may = (event: string) => shown.allowed.includes(event);
  const button = (id: string, kind: string, text: string, onClick: () => unknown, icon: TemplateResult | typeof nothing = nothing) =>
    html`<button class="button ${kind}" id=${id} type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${onClick}>${icon}${text}</button>`;
  return html`
    <div class="hold">
      <p class="holder">${userIcon}<span>${holderText(model, shown)}</span></p>
      ${shown.level && shown.clock.state !== 'stopped' ? html`<p class="holder">${alertIcon}<span>${levelText(shown.level)}</span></p>` : nothing}
      ${hold.asking
        ? nothing
        : html`<div class="row">
            ${may('taken') ? button('hold-take', 'primary', msg('برداشتن کار', { id: 'console.take' }), () => void hold.take(), checkIcon) : nothing}
            ${may('takenOver') ? button('hold-takeOver', '', msg('به عهده گرفتن', { id: 'console.takeOver' }), () => void hold.ask('takeOver')) : nothing}
            ${may('assigned') ? button('hold-assign', 'quiet', msg('سپردن به همکار', { id: 'console.assign' }), () => void hold.ask('assign')) : nothing}
            ${may('released') ? button('hold-release', 'quiet', msg('برگرداندن به صف', { id: 'console.release' }), () => void hold.release()) : nothing}
          </div>`}
      ${hold.asking === 'takeOver' && shown.assignee ? takeOverQuestion(model, shown.assignee.name) : nothing}
      ${hold.asking === 'assign' ? assignQuestion(model, shown) : nothing}
    </div>
  `;
}

function holderText(model: CaseModel, shown: StaffCase): TemplateResult | string {
  const ended = shown.clock.state === 'stopped';
  switch (holdOf(shown, model.port.staff()?.id)) {
    case 'mine': return ended ? msg('این کار دست شما بود.', { id: 'console.hold.mineEnded' }) : msg('این کار دست شماست.', { id: 'console.hold.mine' });
    case 'nobody': return ended
      ? msg('کسی این کار را برنداشته بود.', { id: 'console.hold.nobodyEnded' })
      : msg('هنوز کسی این کار را برنداشته است.', { id: 'console.hold.nobody' });
    case 'other': {
      const name = html`<bdi>${shown.assignee!.name}</bdi>`;
      return ended ? msg(html`این کار دست ${name} بود.`, { id: 'console.hold.otherEnded' }) : msg(html`این کار دست ${name} است.`, { id: 'console.hold.other' });
    }
  }
}

/** Escape is "no" here and nothing else. */
const onEscape = (model: CaseModel) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  void model.hold.dismiss();
};

const no = (model: CaseModel) =>
  html`<button class="button quiet" type="button" @click=${() => void model.hold.dismiss()}>${msg('نه، همین بماند', { id: 'console.hold.no' })}</button>`;

function takeOverQuestion(model: CaseModel, name: string): TemplateResult {
  return html`
    <div class="note warn question" role="group" aria-labelledby="hold-question" aria-describedby="hold-effect" @keydown=${onEscape(model)}>
      <h3 id="hold-question" tabindex="-1">${msg(html`کار را از <bdi>${name}</bdi> به عهده می‌گیرید؟`, { id: 'console.takeOver.ask' })}</h3>
      <p id="hold-effect">${msg(
        html`از این پس فقط شما پاسخ می‌دهید، می‌پرسید و ارجاع می‌دهید. <bdi>${name}</bdi> پرونده را می‌بیند ولی نوشته نفرستاده‌اش را نمی‌تواند بفرستد. کد، مهلت و تاریخچه همان می‌ماند و نام شما در تاریخچه می‌آید.`,
        { id: 'console.takeOver.effect' },
      )}</p>
      <div class="row">
        <button class="button primary" type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${() => void model.hold.takeOver()}>${msg('بله، به عهده می‌گیرم', { id: 'console.takeOver.yes' })}</button>
        ${no(model)}
      </div>
    </div>
  `;
}

function assignQuestion(model: CaseModel, shown: StaffCase): TemplateResult {
  const { hold } = model;
  const error = hold.colleagueMissing ? msg('همکاری را برگزینید.', { id: 'console.assign.missing' }) : undefined;
  const people = hold.colleagues?.filter(({ id }) => id !== shown.assignee?.id);
  return html`
    <form class="note question" novalidate aria-labelledby="hold-question" @keydown=${onEscape(model)} @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void hold.assign();
    }}>
      <h3 id="hold-question" tabindex="-1">${msg('کار را به که می‌سپارید؟', { id: 'console.assign.ask' })}</h3>
      ${hold.colleaguesFailed
        ? html`<p class="error">${msg('فهرست همکاران گرفته نشد.', { id: 'console.assign.failed' })}</p>
            <button class="button quiet" type="button" @click=${() => void hold.loadColleagues()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button>`
        : !people
          ? html`<p class="skeleton sk-row" aria-hidden="true"></p>`
          : people.length
            ? fieldset({ id: 'hold-colleague', label: msg('همکار', { id: 'console.assign.colleague' }), error }, html`<div class="choices">${people.map(
                ({ id, name }) => html`<label class="choice"><input type="radio" name="colleague" value=${id} .checked=${live(hold.colleague === id)} @change=${() => {
                  hold.colleague = id;
                  hold.colleagueMissing = false;
                  model.port.update();
                }} /><bdi>${name}</bdi></label>`,
              )}</div>`)
            : html`<p>${msg('کارشناس دیگری در این واحد نیست.', { id: 'console.assign.nobody' })}</p>`}
      <div class="row">
        ${people?.length ? html`<button class="button primary" type="submit" aria-disabled=${model.busy ? 'true' : nothing}>${msg('بسپارید', { id: 'console.assign.yes' })}</button>` : nothing}
        ${no(model)}
      </div>
    </form>
  `;
}
