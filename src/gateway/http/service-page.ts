import { toPersianDigits } from '../../persian/digits.ts';
import { jalaliText } from '../../persian/jalali.ts';
import type { PublishedSheet } from '../open-data/published.ts';
import { feeText } from '../open-data/words.ts';
import { escaped } from '../open-data/xml.ts';
import { tehranDay } from '../tehran-day.ts';
import type { Offered } from './accept.ts';
import { page } from './pages.ts';
import { serviceStyle } from './page-styles.ts';

const isWeb = (link: string): boolean => /^https?:\/\//i.test(link) && URL.canParse(link);

/** What is declared of a service, for readers without JavaScript and for machines that read pages. */
function facts({ sheet: { agency, unit, timeText, fee, documents, phone, hoursText, link, editedOn, illustrative }, at }: PublishedSheet): string {
  const where = unit && [unit.name.fa, unit.floor && `طبقه ${unit.floor}`, unit.room && `اتاق ${unit.room}`].filter(Boolean).join('، ');
  const number = phone ?? unit?.phone;
  const lines: [string, string | null | undefined][] = [
    ['دستگاه', agency.name.fa], ['چقدر طول می‌کشد', timeText], ['هزینه', feeText(fee)], ['کجا', where], ['ساعت کار', hoursText],
    ['بازبینی دستگاه', editedOn && jalaliText(editedOn)], ['انتشار این نسخه', jalaliText(tehranDay(at.getTime()))],
  ];
  const shown = lines.flatMap(([name, value]) => (value ? [`<dt>${name}</dt><dd>${escaped(value)}</dd>`] : []));
  if (number) shown.push(`<dt>تلفن</dt><dd><bdi dir="ltr">${escaped(toPersianDigits(number))}</bdi></dd>`);
  if (link && isWeb(link)) shown.push(`<dt>سامانه</dt><dd><a href="${escaped(link)}" dir="ltr">${escaped(link)}</a></dd>`);
  const bring = documents.length ? `<h2>چه بیاورید</h2><ul>${documents.map(({ title }) => `<li>${escaped(title)}</li>`).join('')}</ul>` : '';
  return `<dl>${shown.join('')}</dl>${bring}${illustrative ? '<p>این داده نمونه است و سند رسمی نیست.</p>' : ''}`;
}

/**
 * A service on a page of its own, under the address that names it in all exports: readable without a script, and with one
 * the whole sheet. `alternates`: the same for machines.
 */
export function servicePage(published: PublishedSheet, address: string, alternates: readonly Offered[]): Promise<Response> {
  const { id, title, description, agency } = published.sheet;
  const types = new Set(alternates.map(({ mediaType }) => mediaType));
  const links = [...types].map((mediaType) => `<link rel="alternate" type="${escaped(mediaType)}" href="${escaped(address)}">`);
  return page(
    {
      lang: 'fa', dir: 'rtl', title: escaped(`${title} - ${agency.name.fa}`), style: serviceStyle,
      head: [
        `<meta name="description" content="${escaped(description.slice(0, 300))}">`, `<link rel="canonical" href="${escaped(address)}">`, ...links,
        '<script type="module" src="/desk.js" data-gateway="/"></script>', '',
      ].join('\n'),
      body:
        `<main><service-sheet service="${escaped(id)}" structured-data><h1>${escaped(title)}</h1><p>${escaped(description)}</p>${facts(published)}</service-sheet></main>`,
    },
    // The sheet writes what search engines read into the head: a data block, which no policy counts as a script.
    ["script-src 'self'", "connect-src 'self'", "font-src 'self'", "img-src 'self' data: blob:", "require-trusted-types-for 'script'", 'trusted-types lit-html'],
  );
}
