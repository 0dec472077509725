import { msg, str } from '@lit/localize';
import type { Field, FormDefinition, Group } from '../../../contract/form.ts';
import { sizeLimitText } from './limits.ts';
import { addressPartName } from '../../../core/facts/address.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatDate, formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { FieldIssue } from '../../../rules/form.ts';
import { fieldAt } from '../form/raw.ts';
import { dateProblemText } from './date-text.ts';
import { identityText } from './identity-text.ts';

/**
 * What happened at a field and what to do now. It names the field, because it is read in the summary too. Call while
 * rendering.
 */
export function issueText(locale: Locale, definition: FormDefinition, issue: FieldIssue): string {
  const item = fieldAt(definition, issue.path);
  const label = item ? labelOf(locale, item, issue.path) : issue.path;
  const params = issue.params ?? {};
  const n = (name: string) => formatNumber(locale, Number(params[name] ?? 0));
  const code = issue.code;
  if (code.startsWith('date.')) return dateProblemText(locale, label, code.slice(5), params);
  if (code.includes('.') && !code.startsWith('upload.')) return identityText(locale, label, code, params);
  switch (code) {
    case 'required': return requiredText(label, item?.type);
    case 'tooShort':
      return msg(str`«${label}» دست‌کم ${n('min')} نویسه می‌خواهد؛ شما ${n('length')} نویسه نوشته‌اید.`, { id: 'issue.tooShort' });
    case 'tooLong':
      return msg(str`«${label}» تا ${n('max')} نویسه جا دارد؛ شما ${n('length')} نویسه نوشته‌اید. کوتاه‌ترش کنید.`, { id: 'issue.tooLong' });
    case 'charset': return charsetText(label, String(params['charset']));
    case 'notNumber':
      if (item?.type === 'money') return msg(str`«${label}» را به ریال و فقط با رقم بنویسید.`, { id: 'issue.notRials' });
      return msg(str`«${label}» را با عدد بنویسید، مانند ${localDigits(locale, '120')}.`, { id: 'issue.notNumber' });
    case 'notInteger': return msg(str`«${label}» باید عدد بی‌اعشار باشد.`, { id: 'issue.notInteger' });
    case 'tooSmall': return msg(str`«${label}» باید ${n('min')} یا بیشتر باشد.`, { id: 'issue.tooSmall' });
    case 'notMoreThan': return msg(str`«${label}» باید بیشتر از ${n('min')} باشد.`, { id: 'issue.notMoreThan' });
    case 'tooLarge': return msg(str`«${label}» باید ${n('max')} یا کمتر باشد.`, { id: 'issue.tooLarge' });
    case 'notInOptions': return msg(str`برای «${label}» یکی از گزینه‌ها را انتخاب کنید.`, { id: 'issue.notInOptions' });
    case 'dateTooEarly':
      return params['today']
        ? msg(str`«${label}» نمی‌تواند پیش از امروز باشد.`, { id: 'issue.beforeToday' })
        : msg(str`«${label}» نمی‌تواند پیش از ${formatDate(locale, String(params['date']))} باشد.`, { id: 'issue.dateTooEarly' });
    case 'dateTooLate':
      return params['today']
        ? msg(str`«${label}» نمی‌تواند پس از امروز باشد.`, { id: 'issue.afterToday' })
        : msg(str`«${label}» نمی‌تواند پس از ${formatDate(locale, String(params['date']))} باشد.`, { id: 'issue.dateTooLate' });
    case 'time': case 'notATime':
      return msg(str`«${label}» را با ساعت ۰ تا ۲۳ و دقیقه ۰ تا ۵۹ بنویسید.`, { id: 'issue.notATime' });
    case 'tooManyFiles':
      return msg(str`برای «${label}» تا ${n('max')} فایل می‌شود فرستاد؛ ${n('count')} فایل هست. بعضی را بردارید.`, { id: 'issue.tooManyFiles' });
    case 'fileTooLarge': case 'upload.tooLarge':
      return item?.type === 'file' && item.maxBytes
        ? msg(str`فایل «${label}» باید ${sizeLimitText(locale, item.maxBytes)} یا کوچک‌تر باشد.`, { id: 'issue.fileTooLarge' })
        : msg(str`فایل «${label}» بزرگ‌تر از اندازه است. فایل کوچک‌تری بفرستید.`, { id: 'issue.fileTooLargePlain' });
    case 'fileType': case 'upload.typeNotAllowed':
      return msg(str`نوع فایل «${label}» پذیرفته نیست. ${acceptedText(item)}`, { id: 'issue.fileType' });
    case 'upload.empty':
      return msg(str`فایل «${label}» خالی است. فایل دیگری انتخاب کنید.`, { id: 'issue.fileEmpty' });
    case 'upload.notFound':
      return msg(str`فایل «${label}» دیگر نزد ما نیست. دوباره انتخابش کنید.`, { id: 'issue.fileGone' });
    case 'mustAccept':
      return msg(str`برای ادامه، «${label}» را علامت بزنید.`, { id: 'issue.mustAccept' });
    case 'groupTooFew':
      return msg(str`«${label}» دست‌کم ${n('min')} مورد می‌خواهد.`, { id: 'issue.groupTooFew' });
    case 'groupTooMany':
      return msg(str`«${label}» تا ${n('max')} مورد جا دارد؛ ${n('count')} مورد هست.`, { id: 'issue.groupTooMany' });
    case 'sumAtMost': return sumText(locale, definition, issue, n);
    default: return msg(str`«${label}» درست نیست. آن را بازبینی کنید.`, { id: 'issue.other' });
  }
}

/** A part of an address is named with it. */
function labelOf(locale: Locale, item: Field | Group, path: string): string {
  const label = localText(locale, item.label);
  return item.type === 'address' ? msg(str`${label}، ${addressPartName(path.split('.').at(-1)!)}`, { id: 'issue.partOfAddress' }) : label;
}

function requiredText(label: string, type?: string): string {
  switch (type) {
    case 'choice': case 'yesNo': return msg(str`برای «${label}» یکی را انتخاب کنید.`, { id: 'issue.choose' });
    case 'choices': return msg(str`برای «${label}» دست‌کم یکی را انتخاب کنید.`, { id: 'issue.chooseSome' });
    case 'file': return msg(str`برای «${label}» فایلی انتخاب کنید.`, { id: 'issue.chooseFile' });
    default: return msg(str`«${label}» را بنویسید.`, { id: 'issue.write' });
  }
}

function charsetText(label: string, charset: string): string {
  switch (charset) {
    case 'digits': return msg(str`«${label}» فقط رقم دارد. حرف و نشانه را بردارید.`, { id: 'issue.onlyDigits' });
    case 'digitsAndDash': return msg(str`«${label}» فقط رقم و خط تیره دارد.`, { id: 'issue.onlyDigitsAndDash' });
    default: return msg(str`«${label}» را فقط با حروف فارسی بنویسید.`, { id: 'issue.onlyPersian' });
  }
}

/** «PDF یا JPG بفرستید.» Call while rendering. */
export function acceptedText(item: { type: string } | Field | undefined): string {
  const names: Record<string, string> = {
    'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/heic': 'HEIC', 'image/tiff': 'TIFF',
  };
  const accepted = ((item as Field | undefined)?.accept ?? []).map((type) => names[type] ?? type);
  if (!accepted.length) return msg('فایل دیگری بفرستید.', { id: 'issue.sendAnother' });
  const last = accepted.pop()!;
  return accepted.length
    ? msg(str`${accepted.join('، ')} یا ${last} بفرستید.`, { id: 'issue.sendOneOf' })
    : msg(str`${last} بفرستید.`, { id: 'issue.sendOnly' });
}

function sumText(locale: Locale, definition: FormDefinition, issue: FieldIssue, n: (name: string) => string): string {
  const told = definition.constraints?.find(({ group }) => group === issue.path);
  const sum = msg(str`اکنون ${n('sum')} است.`, { id: 'issue.sumNow' });
  return told ? `${localText(locale, told.message).replace(/[.؛]?$/, '.')} ${sum}` : msg(str`جمع باید ${n('limit')} یا کمتر باشد. ${sum}`, { id: 'issue.sumAtMost' });
}
