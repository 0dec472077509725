import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FoundService, GuideList, ResolvedAnswer } from '../../../contract/guide.ts';
import { declared } from '../../../core/facts/declared.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { localText, phoneHref, phoneText } from '../../../core/facts/place.ts';
import { told } from '../../../core/facts/told.ts';
import { contactView, officeView } from '../../../core/facts/turn-to.ts';
import { checkIcon, clockIcon, coinIcon, copyIcon, forwardIcon, globeIcon, phoneIcon, pinIcon, printIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { givenView, type TrailModel } from './trail.ts';

export type Copied = 'no' | 'yes' | 'byHand';

interface PlaceModel extends Pick<TrailModel, 'locale' | 'given' | 'onPath'> {
  help: GuideList['help'];
  /** Address that leads here; undefined where there is none to share. */
  address: string | undefined;
  copied: Copied;
  onCopy(): void;
  onPrint(): void;
}
export interface AnswerModel extends PlaceModel {
  answer: ResolvedAnswer;
  hrefOf(service: FoundService): string;
  onChoose(event: MouseEvent, service: FoundService): void;
  onNone(): void;
  /** Where one may complain of this; undefined where one cannot. */
  complain: string | undefined;
  /** What the answer leads to is shown by an element around the guide. */
  outside: boolean;
}

/** What is said to screen readers beside the heading: the number to call, or how much was found. Call while rendering. */
export function answerSummary(locale: Locale, { urgent, contacts, services, offices }: ResolvedAnswer): string {
  const n = (count: number) => formatNumber(locale, count);
  const [first] = contacts;
  if (urgent && first) return msg(str`همین حالا زنگ بزنید: ${localText(locale, first.name)}، ${phoneText(locale, first.phone)}`, { id: 'guide.callNow' });
  return [
    services.length && (services.length === 1 ? msg(str`${n(1)} خدمت`, { id: 'guide.oneService' }) : msg(str`${n(services.length)} خدمت`, { id: 'guide.services' })),
    contacts.length && (contacts.length === 1 ? msg(str`${n(1)} شماره تلفن`, { id: 'guide.onePhone' }) : msg(str`${n(contacts.length)} شماره تلفن`, { id: 'guide.phones' })),
    offices.length && (offices.length === 1 ? msg(str`${n(1)} دفتر`, { id: 'guide.oneOffice' }) : msg(str`${n(offices.length)} دفتر`, { id: 'guide.offices' })),
  ].filter(Boolean).join(msg('، ', { id: 'guide.comma' }));
}

/** Where the way ends: services, a phone number, an office. A number for a danger stands before anything else. */
export function answerView(model: AnswerModel): TemplateResult {
  const { locale, answer, help, onNone, complain, outside } = model;
  const { services, contacts, offices } = answer;
  const empty = services.length + contacts.length + offices.length === 0;
  const calls = contacts.length
    ? html`<ul class="contacts" role="list">${contacts.map((contact, at) => contactView(locale, contact, Boolean(answer.urgent) && at === 0))}</ul>`
    : nothing;
  const head = html`
    <div class=${answer.urgent ? 'answer urgent' : 'answer'}>
      ${answer.urgent ? calls : nothing}
      <h2 id="stop" tabindex="-1">${told(locale, answer.title)}</h2>
      ${answer.text ? html`<p class="measure">${told(locale, answer.text)}</p>` : nothing}
      ${complain ? html`<p class="no-print"><a class="button primary" href=${complain}>${msg('شکایت را بنویسید', { id: 'guide.complain' })}${forwardIcon}</a></p>` : nothing}
    </div>
  `;
  if (outside) return head;
  return html`${head}
    ${
      services.length
        ? html`<section aria-labelledby="services">
            <h3 id="services">${services.length === 1 ? msg('این خدمت را بگیرید', { id: 'guide.takeOne' }) : msg('این خدمت‌ها را بگیرید', { id: 'guide.take' })}</h3>
            <ul class="services" role="list">${services.map((service) => serviceView(model, service))}</ul>
          </section>`
        : nothing
    }
    ${
      contacts.length && !answer.urgent
        ? html`<section aria-labelledby="contacts"><h3 id="contacts">${msg('زنگ بزنید', { id: 'guide.call' })}</h3>${calls}</section>`
        : nothing
    }
    ${
      offices.length
        ? html`<section aria-labelledby="offices">
            <h3 id="offices">${services.length + contacts.length ? msg('یا به اینجا بروید', { id: 'guide.orVisit' }) : msg('به اینجا بروید', { id: 'guide.visit' })}</h3>
            <ul class="offices" role="list">${offices.map((office) => officeView(locale, office))}</ul>
          </section>`
        : nothing
    }
    ${
      empty
        ? html`<p class="note measure">${msg('در این استان هنوز خدمتی برای این کار اعلام نشده است. از اینجا کمک بگیرید:', { id: 'guide.nothing' })}</p>${peopleView(locale, help)}`
        : html`<p class="no-print none"><button type="button" class="button quiet" @click=${onNone}>${msg('این نبود؛ می‌خواهم از کسی بپرسم', { id: 'guide.notThis' })}</button></p>`
    }
    ${givenView(model)} ${actionsView(model)}
  `;
}

/** None of these: people who listen, whatever it is about. */
export function noneView(model: PlaceModel): TemplateResult {
  const { locale, help } = model;
  return html`
    <h2 id="stop" tabindex="-1">${msg('از کسی بپرسید', { id: 'guide.ask' })}</h2>
    <p class="measure">${msg('بگویید چه می‌خواهید؛ می‌گویند کجا بروید و چه همراه ببرید.', { id: 'guide.askLead' })}</p>
    ${peopleView(locale, help)} ${givenView(model)} ${actionsView(model)}
  `;
}

function peopleView(locale: Locale, { phone, offices }: GuideList['help']) {
  if (!phone && offices.length === 0) return html`<slot></slot>`;
  return html`
    ${
      phone
        ? html`<ul class="contacts" role="list">
            <li><a class="contact" href=${phoneHref(phone)}>${phoneIcon}<span><strong>${msg('تلفن راهنمایی استان', { id: 'guide.helpPhone' })}</strong></span><bdi class="digits" dir="ltr">${phoneText(locale, phone)}</bdi></a></li>
          </ul>`
        : nothing
    }
    ${offices.length ? html`<ul class="offices" role="list">${offices.map((office) => officeView(locale, office))}</ul>` : nothing}
  `;
}

function serviceView({ locale, hrefOf, onChoose }: AnswerModel, service: FoundService) {
  const { title, agency, time, fee, visits, online } = service;
  return html`<li class="service" part="service">
    <a href=${hrefOf(service)} @click=${(event: MouseEvent) => onChoose(event, service)}>${declared(title)}</a>
    <p class="soft small">${declared(localText(locale, agency.name))}</p>
    <ul class="facts soft small" role="list">
      <li>${clockIcon}<span class="visually-hidden">${msg('زمان:', { id: 'guide.timeLabel' })}</span>${time ? durationText(locale, time) : msg('زمان اعلام نشده', { id: 'guide.noTime' })}</li>
      <li>${coinIcon}<span class="visually-hidden">${msg('هزینه:', { id: 'guide.feeLabel' })}</span>${fee.kind === 'undeclared' ? msg('هزینه اعلام نشده', { id: 'guide.noFee' }) : feeText(locale, fee)}</li>
      <li>${online ? globeIcon : pinIcon}<span>${online ? (visits ? msg('اینترنتی و حضوری', { id: 'guide.both' }) : msg('اینترنتی', { id: 'guide.online' })) : msg('حضوری', { id: 'guide.inPerson' })}</span></li>
    </ul>
  </li>`;
}

function actionsView({ address, copied, onCopy, onPrint }: PlaceModel) {
  return html`<div class="actions no-print">
    <div class="row">
      ${
        address
          ? html`<button type="button" class="button" @click=${onCopy}>
              ${copied === 'yes' ? checkIcon : copyIcon}${copied === 'yes' ? msg('پیوند کپی شد', { id: 'guide.copied' }) : msg('پیوند این پاسخ را کپی کنید', { id: 'guide.copy' })}
            </button>`
          : nothing
      }
      <button type="button" class="button quiet" @click=${onPrint}>${printIcon}${msg('چاپ', { id: 'guide.print' })}</button>
    </div>
    ${
      address && copied === 'byHand'
        ? html`<p class="by-hand">
            <label class="small" for="address">${msg('این پیوند را خودتان کپی کنید:', { id: 'guide.copyByHand' })}</label>
            <input id="address" class="input" dir="ltr" readonly .value=${address} />
          </p>`
        : nothing
    }
  </div>`;
}
