import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FoundService, ResolvedAnswer } from '../../../contract/guide.ts';
import { declared } from '../../../core/facts/declared.ts';
import { localText } from '../../../core/facts/place.ts';
import { contactView, officeView } from '../../../core/facts/turn-to.ts';
import { globeIcon, infoIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Competence, Needed } from '../../../rules/competence.ts';

export interface BodyModel {
  locale: Locale;
  answer: ResolvedAnswer;
  found: Competence;
  /** Address of a page for a service, with `{id}`. */
  href: string;
}

/** Who hears the complaint, and how it gets there: filed here in a sentence, otherwise with all that one can turn to. */
export function bodyView(model: BodyModel): TemplateResult {
  const { found } = model;
  return html`
    <section aria-labelledby="who">
      <h3 id="who">${whoText(model)}</h3>
      ${found.way === 'file'
        ? html`<p class="soft measure">${filedHereText(found)}</p>
            ${found.contacts.length + found.offices.length
              ? html`<details><summary>${msg('راه‌های دیگر', { id: 'complaint.otherWays' })}</summary>${turnToView(model)}</details>`
              : nothing}`
        : html`<p class="measure">${found.write
            ? msg('اینجا فرم آن نیست. از این راه‌ها به آن برسید؛ نوشته‌تان را پایین‌تر آماده کنید و همراه ببرید.', { id: 'complaint.notHere' })
            : msg('اینجا فرم آن نیست. از این راه‌ها به آن برسید.', { id: 'complaint.notHereEither' })}</p>
            ${turnToView(model)} ${needsView(found)}`}
      ${othersView(model)}
    </section>
  `;
}

function whoText({ locale, found: { body, way, file, offices } }: BodyModel): string {
  const agency = file.length === 1 ? file[0]!.agency : offices[0]?.agency;
  const heard = (name: string) => msg(str`«${name}» رسیدگی می‌کند`, { id: 'complaint.who.agency' });
  if (body === 'information') return msg('این راه برای گرفتن سند و اطلاعات است، نه شکایت', { id: 'complaint.who.information' });
  // What is filed here comes to an agency of this gateway, whoever else hears the same.
  if (way === 'file' && agency) return heard(localText(locale, agency.name));
  switch (body) {
    case 'cra': return msg('سامانه ۱۹۵ به این شکایت رسیدگی می‌کند', { id: 'complaint.who.cra' });
    case 'samad': return msg('سامد (۱۱۱) به این شکایت رسیدگی می‌کند', { id: 'complaint.who.samad' });
    case 'inspection': return msg('بازرسی استان به این شکایت رسیدگی می‌کند', { id: 'complaint.who.inspection' });
    case 'court': return msg('دادگستری به این شکایت رسیدگی می‌کند', { id: 'complaint.who.court' });
    default: return agency ? heard(localText(locale, agency.name)) : msg('خود آن دستگاه رسیدگی می‌کند', { id: 'complaint.who.own' });
  }
}

function filedHereText({ body }: Competence): string {
  switch (body) {
    case 'information': return msg('لازم نیست بگویید چرا می‌خواهید. رسید با کد رهگیری و تاریخ پاسخ می‌گیرید.', { id: 'complaint.file.information' });
    case 'cra': return msg('همین‌جا بنویسید. به همین دستگاه می‌رسد و در سامانه ۱۹۵ ثبت نمی‌شود. رسید با کد رهگیری و تاریخ پاسخ می‌گیرید.', { id: 'complaint.file.cra' });
    case 'samad': return msg('همین‌جا بنویسید. به همین دستگاه می‌رسد و در سامد (۱۱۱) ثبت نمی‌شود. رسید با کد رهگیری و تاریخ پاسخ می‌گیرید.', { id: 'complaint.file.samad' });
    default: return msg('همین‌جا بنویسید. رسید با کد رهگیری و تاریخ پاسخ می‌گیرید.', { id: 'complaint.file' });
  }
}

function turnToView({ locale, found: { contacts, offices, site } }: BodyModel): TemplateResult {
  return html`
    ${contacts.length ? html`<ul class="contacts" role="list">${contacts.map((contact) => contactView(locale, contact, false))}</ul>` : nothing}
    ${site
      ? html`<p class="site">${globeIcon} ${msg('در سامانه خودش بنویسید:', { id: 'complaint.site' })} <a href=${site} target="_blank" rel="noopener"><bdi dir="ltr">${site.replace(/^https:\/\//, '')}</bdi></a></p>`
      : nothing}
    ${offices.length ? html`<ul class="offices" role="list">${offices.map((office) => officeView(locale, office))}</ul>` : nothing}
  `;
}

/** What to have at hand, and what the body refuses: better known before the call than after it. */
function needsView({ rules }: Competence): TemplateResult | typeof nothing {
  if (!rules) return nothing;
  const remarks = [
    rules.refusesAnonymous && msg('شکایت بی‌نام یا ناقص را معمولاً نمی‌پذیرند.', { id: 'complaint.refuses' }),
    rules.once && msg('یک موضوع را یک بار ثبت می‌کند. اگر خودتان یا خانواده‌تان پیش‌تر گفته‌اید، با کد پیگیری دنبالش کنید.', { id: 'complaint.once' }),
  ].filter(Boolean);
  if (!rules.needs.length && !remarks.length) return nothing;
  return html`<div class="note needs">
    ${rules.needs.length
      ? html`<p><strong>${msg('این‌ها را آماده داشته باشید', { id: 'complaint.atHand' })}</strong></p>
          <ul>${rules.needs.map((needed) => html`<li>${neededText(needed)}</li>`)}</ul>`
      : nothing}
    ${remarks.map((remark) => html`<p>${infoIcon} ${remark}</p>`)}
  </div>`;
}

function neededText(needed: Needed): string {
  switch (needed) {
    case 'name': return msg('نام و نام خانوادگی', { id: 'complaint.need.name' });
    case 'nationalId': return msg('شماره ملی', { id: 'complaint.need.nationalId' });
    case 'place': return msg('محل مشکل و نشانی آن', { id: 'complaint.need.place' });
    case 'service': return msg('نوع خدمت، مانند اینترنت یا پست', { id: 'complaint.need.service' });
    case 'provider': return msg('نام شرکت یا اپراتور', { id: 'complaint.need.provider' });
    case 'subject': return msg('موضوع شکایت در یک جمله', { id: 'complaint.need.subject' });
    case 'when': return msg('کی رخ داد', { id: 'complaint.need.when' });
    case 'whom': return msg('چه کسی یا کدام واحد', { id: 'complaint.need.whom' });
  }
}

/** Further services of the matter; without a page for them they are not offered. */
function othersView({ locale, found: { others }, href }: BodyModel): TemplateResult | typeof nothing {
  if (!href || !others.length) return nothing;
  const address = ({ id }: FoundService) => href.replaceAll('{id}', encodeURIComponent(id));
  return html`<p class="soft small">${msg('شاید این هم به کارتان بیاید:', { id: 'complaint.others' })}</p>
    <ul class="others">${others.map((service) => html`<li>
      <a href=${address(service)}>${declared(service.title)}</a> <span class="soft small">${declared(localText(locale, service.agency.name))}</span>
    </li>`)}</ul>`;
}
