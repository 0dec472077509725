import { msg, str } from '@lit/localize';
import type { AgencyRef, Unit } from '../contract/agency.ts';
import type { Clock } from '../contract/clock.ts';
import type { RequestKind } from '../contract/form.ts';
import type { Duration } from '../contract/offering.ts';
import { dueText } from '../core/facts/clock.ts';
import { explanationText } from '../core/facts/explanation.ts';
import { filedThing } from '../core/facts/filed-thing.ts';
import { localText, phoneHref, phoneText, placeText } from '../core/facts/place.ts';
import { ruleText } from '../core/facts/rule-text.ts';
import { formatDate, formatTime, localDigits, tehranMinutes } from '../i18n/formats.ts';
import type { Locale } from '../i18n/locale.ts';

/** What stands on a receipt: what was signed, and what was true in the moment of filing. Nothing personal. */
export interface PaperReceipt {
  code: string;
  /** The signed receipt. */
  jws: string;
  kind: RequestKind;
  /** Name of the province, as it reads after «میز خدمت». */
  province: AgencyRef['name'];
  title: string;
  agency: AgencyRef;
  holder: Unit | null;
  filedAt: string;
  clock: Clock;
  /** How long the service takes by its sheet. */
  time: Duration | null;
  /** Page on which it is tracked, with its code. */
  page?: string;
}

/** Words that stand on paper only; whatever a page says too is said in the words of the page. */
const onPaper = {
  desk: { fa: 'میز خدمت الکترونیک', en: 'Electronic service desk of' },
  due: { fa: 'تاریخ پاسخ', en: 'Answer due' },
  phone: { fa: 'تلفن', en: 'Phone' },
  follow: { fa: 'چگونه پیگیری کنید', en: 'How to track it' },
  byPage: {
    fa: 'رمزینه بالا را با دوربین تلفن بخوانید. یا این صفحه را باز کنید و کد رهگیری را بنویسید:',
    en: 'Read the QR code above with the camera of a phone. Or open this page and write the tracking code:',
  },
  byDesk: {
    fa: 'در درگاهی که آن را ثبت کردید، صفحه پیگیری را باز کنید و کد رهگیری را بنویسید.',
    en: 'Open the tracking page of the portal on which you filed it and write the tracking code.',
  },
  signed: { fa: 'امضای رسید', en: 'Signature of the receipt' },
  check: {
    fa: 'میز خدمت این رسید را در وقت ثبت با امضای دیجیتال (Ed25519) امضا کرده است. برای سنجش، رمزینه کنار را با دوربین بخوانید، یا همین فایل را در صفحه پیگیری در بخش «سنجش رسید» بدهید.',
    en: 'The service desk signed this receipt digitally (Ed25519) when it was filed. To check it, read the QR code beside with a camera, or hand this file in on the tracking page under “Check a receipt”.',
  },
  proves: {
    fa: 'امضا ثابت می‌کند که برای چه خدمتی، چه وقت ثبت شد و تا چه وقت پاسخ می‌دهند. ثابت نمی‌کند که از کیست و در آن چه نوشته شده است.',
    en: 'The signature proves for which service and when it was filed, and by when it will be answered. It does not prove whose it is and what is written in it.',
  },
} satisfies Record<string, Record<Locale, string>>;

/** A number or an address inside a sentence, in an order of its own. */
const ltr = (text: string): string => `\u2066${text}\u2069`;

const lateText = (locale: Locale, phone: string | undefined): string => {
  const helpline = ltr(localDigits(locale, '111'));
  if (locale === 'en') {
    return phone
      ? `If no answer has come by the date of answer, call ${phone} and read out the code. If you are told nothing clear, tell ${helpline}.`
      : `If no answer has come by the date of answer, go to the unit, show the code and ask why. If you are told nothing clear, tell ${helpline}.`;
  }
  return phone
    ? `اگر تا تاریخ پاسخ خبری نشد، با ${phone} تماس بگیرید و کد رهگیری را بخوانید. اگر پاسخ روشن نگرفتید، به ${helpline} بگویید.`
    : `اگر تا تاریخ پاسخ خبری نشد، به واحد سر بزنید، کد رهگیری را نشان دهید و علت را بپرسید. اگر پاسخ روشن نگرفتید، به ${helpline} بگویید.`;
};

const otherCalendar: Record<Locale, Intl.DateTimeFormat> = {
  fa: new Intl.DateTimeFormat('fa-IR-u-ca-gregory', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB-u-ca-persian', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** «۲۴ نوامبر ۲۰۲۶ میلادی» beside a Persian date, “3 Azar 1405, Persian calendar” beside a Gregorian one. */
function inOtherCalendar(locale: Locale, value: string): string {
  const tehran = new Date(Date.parse(value) + tehranMinutes * 60_000);
  const parts = otherCalendar[locale].formatToParts(tehran);
  const [day, month, year] = (['day', 'month', 'year'] as const).map((wanted) => parts.find(({ type }) => type === wanted)?.value);
  return locale === 'fa' ? `${day} ${month} ${year} میلادی` : `${day} ${month} ${year}, Persian calendar`;
}

export interface ReceiptWords {
  title: string;
  desk: string;
  agency: string;
  codeLabel: string;
  keep: string;
  due: string;
  why: string[];
  facts: { name: string; lines: { text: string; link?: string }[] }[];
  follow: { title: string; how: string; late: string; page?: { shown: string; address: string } };
  signature: { title: string; lines: string[] };
  qr: { track: string; signed: string };
}

/** Everything that a receipt says. Call within a locale. */
export function receiptWords(locale: Locale, receipt: PaperReceipt): ReceiptWords {
  const { kind, province, title, agency, holder, filedAt, clock, time, page } = receipt;
  const thing = filedThing(kind);
  const says = (name: keyof typeof onPaper): string => onPaper[name][locale];
  const moment = (at: string): string => msg(str`${formatDate(locale, at)}، ساعت ${formatTime(locale, at)}`, { id: 'receipt.moment' });
  const both = (at: string): { text: string }[] => [{ text: moment(at) }, { text: inOtherCalendar(locale, at) }];
  const place = holder && placeText(locale, holder);
  const phone = holder?.phone ? { text: phoneText(locale, holder.phone), link: phoneHref(holder.phone) } : undefined;
  const agencyName = localText(locale, agency.name);
  // A paper is read in any year: days carry theirs.
  const anyYear = new Date(0);
  return {
    title: msg(str`رسید ${thing}`, { id: 'receipt.document' }),
    desk: `${says('desk')} ${localText(locale, province)}`,
    agency: agencyName,
    codeLabel: msg(str`کد رهگیری ${thing}`, { id: 'receipt.code' }),
    keep: msg(str`این کد را نگه دارید؛ با آن ${thing} را پیگیری می‌کنید.`, { id: 'receipt.keep' }),
    due: msg(str`تا ${dueText(locale, clock, anyYear)} پاسخ می‌گیرید`, { id: 'receipt.due' }),
    why: [explanationText(locale, clock.explanation, new Date(filedAt)), ruleText(locale, clock, time)],
    facts: [
      { name: msg('خدمت', { id: 'receipt.service' }), lines: [{ text: title }] },
      { name: msg('دستگاه', { id: 'receipt.agency' }), lines: [{ text: agencyName }] },
      { name: msg('زمان ثبت', { id: 'receipt.filedAt' }), lines: both(filedAt) },
      { name: says('due'), lines: both(clock.dueAt) },
      ...(holder ? [{ name: msg('پرونده کجاست', { id: 'receipt.holder' }), lines: [{ text: localText(locale, holder.name) }, ...(place ? [{ text: place }] : [])] }] : []),
      ...(phone ? [{ name: says('phone'), lines: [{ ...phone, text: ltr(phone.text) }] }] : []),
    ],
    follow: {
      title: says('follow'),
      how: says(page ? 'byPage' : 'byDesk'),
      late: lateText(locale, phone && ltr(phone.text)),
      page: page === undefined ? undefined : { shown: withoutCode(page), address: page },
    },
    signature: { title: says('signed'), lines: [says('check'), says('proves')] },
    qr: {
      track: msg(str`صفحه پیگیری همین ${thing}`, { id: 'receipt.qrLink' }),
      signed: msg('رسید امضاشده: با دوربین بخوانید تا اصل بودنش سنجیده شود', { id: 'receipt.qrSigned' }),
    },
  };
}

function withoutCode(page: string): string {
  const shown = new URL(page);
  shown.searchParams.delete('code');
  return shown.href;
}
