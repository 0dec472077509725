import { toAsciiDigits } from '../../../persian/digits.ts';
import { checkLandline } from '../../../persian/identity/landline.ts';
import { checkMobile } from '../../../persian/identity/mobile.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { repairPlain } from '../repair.ts';

/** «تلفن پاسخگو»: with area code, mobile, or a short number such as ۱۹۴. What cannot be rung is told and left out. */
export function readPhone(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text) return { value: null, findings };
  const [first = '', ...others] = toAsciiDigits(text)
    .split(/[؛،,]|\s+و\s+|\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (others.length) findings.push(warning('phone-several', 'چند تلفن آمده بود؛ نخستین آن‌ها ثبت شد.'));
  if (/^\d{3,5}$/.test(first)) return { value: first, findings };
  for (const check of [checkLandline(first), checkMobile(first)])
    if (check.valid) return { value: check.normalized, findings };
  return {
    value: null,
    findings: [...findings, warning('phone', `تلفن «${text}» درست نیست؛ تا اصلاح آن نشان داده نمی‌شود.`)],
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
