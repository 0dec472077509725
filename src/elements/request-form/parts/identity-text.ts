import { msg, str } from '@lit/localize';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

type Params = Record<string, string | number>;

/** What is wrong with a number that is a name, and how it is written right. Call while rendering. */
export function identityText(locale: Locale, label: string, code: string, params: Params): string {
  const [kind = '', reason = ''] = code.split('.');
  const written = formatNumber(locale, Number(params['digits'] ?? 0));
  const suggested = params['suggest'] && msg(str`شاید ${localDigits(locale, String(params['suggest']))} را می‌خواستید؟`, { id: 'issue.suggest' });
  const text = reasonText(locale, kind, reason, label, written);
  return suggested ? `${text} ${suggested}` : text;
}

function reasonText(locale: Locale, kind: string, reason: string, label: string, written: string): string {
  const n = (value: number) => formatNumber(locale, value);
  if (reason === 'charset' && kind !== 'email') return msg(str`«${label}» فقط رقم دارد. حرف و نشانه را بردارید.`, { id: 'issue.onlyDigits' });
  switch (`${kind}.${reason}`) {
    case 'nationalId.length': return lengthText(label, n(10), written);
    case 'legalId.length': return lengthText(label, n(11), written);
    case 'foreignerId.length': return lengthText(label, n(12), written);
    case 'postalCode.length': return lengthText(label, n(10), written);
    case 'mobile.length': return lengthText(label, n(11), written);
    case 'landline.length':
      return msg(str`«${label}» با پیش‌شماره ${n(11)} رقم است؛ شما ${written} رقم نوشته‌اید.`, { id: 'issue.landlineLength' });
    case 'iban.length': return lengthText(label, n(24), written);
    case 'card.length': return lengthText(label, n(16), written);
    case 'billId.length': case 'paymentId.length':
      return msg(str`«${label}» از ${n(6)} تا ${n(13)} رقم دارد؛ شما ${written} رقم نوشته‌اید.`, { id: 'issue.billLength' });
    case 'birthCertificate.length':
      return msg(str`«${label}» بیش از ${n(10)} رقم ندارد؛ شما ${written} رقم نوشته‌اید.`, { id: 'issue.birthCertificateLength' });
    case 'nationalId.checksum': case 'legalId.checksum': case 'iban.checksum': case 'card.checksum': case 'billId.checksum': case 'paymentId.checksum':
      return msg(str`«${label}» با رقم کنترلش نمی‌خواند. رقم‌ها را یک‌به‌یک با مدرک خود بسنجید.`, { id: 'issue.checksum' });
    case 'nationalId.repeated-digits':
      return msg(str`همه رقم‌های «${label}» یکی است. اگر درست است ادامه دهید.`, { id: 'issue.repeatedDigits' });
    case 'mobile.not-mobile':
      return msg(str`«${label}» باید با ${localDigits(locale, '09')} شروع شود، مانند ${localDigits(locale, '09120000000')}.`, { id: 'issue.notMobile' });
    case 'mobile.country-code': case 'landline.country-code':
      return msg(str`«${label}» باید شماره‌ای در ایران باشد.`, { id: 'issue.countryCode' });
    case 'iban.country-code':
      return msg(str`«${label}» باید شماره حسابی در ایران باشد و با IR شروع شود.`, { id: 'issue.ibanCountry' });
    case 'paymentId.does-not-match-bill':
      return msg(str`«${label}» با شناسه قبض نمی‌خواند. هر دو را دوباره از روی قبض ببینید.`, { id: 'issue.notOfBill' });
    case 'plate.letter-missing': return msg(str`حرف «${label}» را هم انتخاب کنید.`, { id: 'issue.plateLetter' });
    case 'plate.province-code-missing': return msg(str`دو رقم زیر کلمه ایران «${label}» را هم بنویسید.`, { id: 'issue.plateCode' });
    case 'plate.letter': return msg(str`حرف «${label}» روی پلاک‌ها نمی‌آید. دوباره ببینید.`, { id: 'issue.plateNoLetter' });
    case 'plate.format': case 'plate.charset':
      return msg(str`«${label}» دو رقم، یک حرف، سه رقم و دو رقم دارد. کاملش کنید.`, { id: 'issue.plate' });
    case 'plate.uncommon-letter': return msg(str`حرف «${label}» کم‌کاربرد است. اگر درست است ادامه دهید.`, { id: 'issue.uncommonPlate' });
    case 'landline.not-landline':
      return msg(str`«${label}» شماره همراه است. تلفن ثابت را با پیش‌شماره بنویسید.`, { id: 'issue.notLandline' });
    case 'landline.area-code-missing':
      return msg(str`«${label}» را با پیش‌شماره شهر بنویسید، مانند ${localDigits(locale, '02632000000')}.`, { id: 'issue.areaCode' });
    case 'landline.subscriber-starts-with-0':
      return msg(str`پس از پیش‌شماره «${label}» صفر نمی‌آید. شماره را دوباره ببینید.`, { id: 'issue.subscriberZero' });
    case 'postalCode.first-five':
      return msg(str`پنج رقم نخست «${label}» صفر یا دو ندارد. رقم‌ها را دوباره ببینید.`, { id: 'issue.postalFirstFive' });
    case 'postalCode.uncommon-pattern':
      return msg(str`«${label}» کمی نامعمول است. اگر درست است ادامه دهید.`, { id: 'issue.uncommonPostal' });
    case 'email.charset': case 'email.format': case 'email.length':
      return msg(str`«${label}» را با حروف انگلیسی و مانند name@example.ir بنویسید.`, { id: 'issue.email' });
    default: return msg(str`«${label}» درست نیست. رقم‌ها را دوباره ببینید.`, { id: 'issue.identity' });
  }
}

const lengthText = (label: string, right: string, written: string): string =>
  msg(str`«${label}» باید ${right} رقم باشد؛ شما ${written} رقم نوشته‌اید.`, { id: 'issue.length' });
