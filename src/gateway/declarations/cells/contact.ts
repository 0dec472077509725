import { toAsciiDigits } from '../../../persian/digits.ts';
import { checkLandline } from '../../../persian/identity/landline.ts';
import { checkMobile } from '../../../persian/identity/mobile.ts';
import { repaired, warning, type Cell, type CellFinding } from '../finding.ts';
import { repairPlain } from '../repair.ts';

/** The area code may stand behind the number: «۳۴۵۶۷۸۹۰ (۰۲۶)». */
const codeFirst = (text: string): string => text.replace(/^([2-9]\d{7})\s*[(\-–]\s*(0\d{2})\s*\)?$/, '$2$1');

const numberIn = (text: string): string | undefined => {
  const right = [checkLandline(text), checkMobile(text)].find(({ valid }) => valid);
  return right?.valid ? right.normalized : undefined;
};

const several = warning('phone-several', 'چند تلفن آمده بود؛ نخستین آن‌ها ثبت شد.');
/** What may stand behind a number: «داخلی ۱۲», and the end of the last of a row of numbers, «۳۲۰۰۰۰۶۴-۶۶». */
const withNumber: [RegExp, CellFinding][] = [
  [/[\s(،-]*داخلی[\s:]*\d{1,5}\s*\)?$/, warning('phone-extension', 'شماره داخلی کنار تلفن نشان داده نمی‌شود.')],
  [/\s*[-–]\s*\d{1,3}$/, several],
];

/** «تلفن پاسخگو»: with area code, mobile, or a short number such as ۱۹۴. What cannot be rung is told and left out. */
export function readPhone(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text || /^(?:ندارد|[-–—]+)\.?$/.test(text)) return { value: null, findings };
  const [first = '', ...others] = toAsciiDigits(text)
    .split(/[؛،,]|\s+(?:و|یا|[-–/])\s+|\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (others.length) findings.push(several);
  if (/^\d{3,5}$/.test(first)) return { value: first, findings };
  const number = numberIn(codeFirst(first));
  if (number) return { value: number, findings };
  for (const [more, finding] of withNumber) {
    const alone = more.test(first) && numberIn(first.replace(more, ''));
    if (alone) return { value: alone, findings: [...findings, finding] };
  }
  return {
    value: null,
    findings: [...findings, warning('phone', /^[2-9]\d{3}[\s-]?\d{4}(?:\D|$)/.test(first)
      ? `تلفن «${text}» کد شهر ندارد و تا اصلاح آن نشان داده نمی‌شود؛ آن را با کد شهر بنویسید، مانند ۰۲۶۳۲۰۰۰۰۰۰.`
      : `تلفن «${text}» درست نیست؛ تا اصلاح آن نشان داده نمی‌شود.`)],
  };
}

/** «نشانی اینترنتی»: http or https with a host. What is none is told and left out, so that nobody gets a dead link. */
export function readLink(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text || text === 'ندارد' || text === '-') return { value: null, findings };
  const whole = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text) ? `https://${text}` : text;
  let url: URL | undefined;
  try {
    url = new URL(whole);
  } catch {
    // Told below.
  }
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !/^https?:\/\//i.test(whole) ||
    !url.hostname.includes('.') ||
    url.username
  ) {
    return {
      value: null,
      findings: [...findings, warning('link', `نشانی «${text}» درست نیست؛ تا اصلاح آن پیوند نمی‌شود.`)],
    };
  }
  if (whole !== text) findings.push(repaired('link-scheme', 'https:// به نشانی افزوده شد.'));
  return { value: whole, findings };
}
