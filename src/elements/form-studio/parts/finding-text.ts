import { msg, str } from '@lit/localize';
import type { FormDefinition } from '../../../contract/form.ts';
import type { FormFinding } from '../../../contract/form-studio.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { entryAt, isGroup, isStep, itemsOf, placeOf, type At } from '../model/definition.ts';

export const unnamedStep = (): string => msg('گام بی‌نام', { id: 'studio.unnamedStep' });
export const unnamed = (): string => msg('پرسش بی‌نام', { id: 'studio.unnamed' });

/** What a step or question is called; its place where it has no text yet. Call while rendering. */
export function nameAt(locale: Locale, definition: FormDefinition, at: At): string {
  const entry = entryAt(definition, at);
  const text = entry && localText(locale, isStep(entry) ? entry.title : entry.label).trim();
  return text || (at.length === 1 ? unnamedStep() : unnamed());
}

/** What a question is called, by its id; the id where there is none. */
export function nameOfId(locale: Locale, definition: FormDefinition, id: string): string {
  const items = itemsOf(definition);
  const item = items.find((each) => each.id === id) ?? items.flatMap((each) => (isGroup(each) ? each.fields : [])).find((each) => each.id === id);
  return (item && localText(locale, item.label).trim()) || id;
}

/** Where a finding is, in words. */
export function placeText(locale: Locale, definition: FormDefinition, { path }: FormFinding): string {
  const at = placeOf(definition, path);
  return at ? nameAt(locale, definition, at) : msg('عنوان و کلیات فرم', { id: 'studio.head' });
}

/** What is wrong and what mends it. Call while rendering. */
export function findingText(locale: Locale, definition: FormDefinition, { path, code, params = {} }: FormFinding): string {
  const field = isolated(locale, nameOfId(locale, definition, String(params['field'] ?? params['group'] ?? '')));
  const value = isolated(locale, String(params['value'] ?? ''));
  switch (code) {
    case 'emptyTitle': return path === 'title'
      ? msg('فرم عنوانی ندارد؛ بنویسید.', { id: 'studio.finding.formTitle' })
      : msg('گام نامی ندارد؛ بنویسید.', { id: 'studio.finding.stepTitle' });
    case 'notNumber': return msg('این عدد نیست؛ تنها رقم بنویسید، مانند ۱۲ یا ۲٫۵. تا درست نشود همان پیشین به کار می‌رود.', { id: 'studio.finding.notANumber' });
    case 'notWhole': return msg('این عدد درست نیست؛ عددی بی‌اعشار از صفر به بالا بنویسید، مانند ۱۲. تا درست نشود همان پیشین به کار می‌رود.', { id: 'studio.finding.notWhole' });
    case 'notCount': return msg('اینجا عددی بی‌اعشار از ۱ تا ۹۹۹ بنویسید. تا درست نشود همان پیشین به کار می‌رود.', { id: 'studio.finding.notCount' });
    case 'notDay': return msg('چنین روزی در تقویم نیست؛ سال، ماه و روز را بنویسید، مانند ۱۴۰۵/۹/۷. تا درست نشود همان پیشین به کار می‌رود.', { id: 'studio.finding.notDay' });
    case 'notJson': return msg('این متن JSON درست نیست؛ گیومه‌ها، ویرگول‌ها و کمانک‌ها را نگاه کنید. تا درست نشود شرط پیشین به کار می‌رود.', { id: 'studio.finding.notJson' });
    case 'notCondition': return msg('این متن شرط نیست؛ تنها all، any و not و مقایسه‌ها، مانند {"field": "mobile", "op": "answered"}. تا درست نشود شرط پیشین به کار می‌رود.', { id: 'studio.finding.notCondition' });
    case 'emptyMessage': return msg('قاعده متنی ندارد که گفته شود؛ بنویسید.', { id: 'studio.finding.rule' });
    case 'emptyLabel': return msg('متن پرسش خالی است؛ بنویسید.', { id: 'studio.finding.label' });
    case 'emptyOption': return msg('گزینه‌ای متن ندارد؛ بنویسید یا آن را بردارید.', { id: 'studio.finding.option' });
    case 'duplicateId': return msg('شناسه آن با یکی دیگر یکی است؛ یکی از دو را بردارید و دوباره بیفزایید.', { id: 'studio.finding.duplicateId' });
    case 'emptyStep': return msg('گام هیچ پرسشی ندارد؛ پرسشی بیفزایید یا گام را بردارید.', { id: 'studio.finding.emptyStep' });
    case 'emptyGroup': return msg('گروه هیچ پرسشی ندارد؛ پرسشی بیفزایید یا گروه را بردارید.', { id: 'studio.finding.emptyGroup' });
    case 'choiceWithoutOptions': return msg('گزینه‌ای نیست؛ دست‌کم یکی بیفزایید.', { id: 'studio.finding.noOptions' });
    case 'duplicateOption': return msg('دو گزینه یک شناسه دارند؛ یکی را بردارید.', { id: 'studio.finding.duplicateOption' });
    case 'minAboveMax': return msg('کمینه از بیشینه بزرگ‌تر است؛ یکی را درست کنید.', { id: 'studio.finding.minAboveMax' });
    case 'unknownReference': return msg(str`شرط به پرسشی تکیه دارد که در فرم نیست (${field})؛ پرسش دیگری برگزینید یا شرط را بردارید.`, { id: 'studio.finding.unknownReference' });
    case 'laterReference': return msg(str`شرط به «${field}» تکیه دارد که پس از آن می‌آید؛ آن را بالاتر ببرید یا شرط را عوض کنید.`, { id: 'studio.finding.laterReference' });
    case 'cycle': return msg(str`شرط‌ها دور می‌زنند: این و «${field}» به هم تکیه دارند. یکی از دو شرط را بردارید.`, { id: 'studio.finding.cycle' });
    case 'unknownOption': return msg(str`شرط گزینه‌ای از «${field}» را می‌خواهد که دیگر نیست (${value})؛ گزینه دیگری برگزینید.`, { id: 'studio.finding.unknownOption' });
    case 'unreachable': return msg('با این شرط‌ها هیچ‌گاه نشان داده نمی‌شود؛ شرط آن یا شرط گامش را عوض کنید.', { id: 'studio.finding.unreachable' });
    case 'notBillField': return msg('شناسه قبضی که پیش از آن باشد برگزیده نیست؛ برگزینید یا بردارید.', { id: 'studio.finding.bill' });
    case 'unknownGroup': return msg('قاعده به گروهی تکیه دارد که در فرم نیست؛ پرسش دیگری برگزینید یا قاعده را بردارید.', { id: 'studio.finding.unknownGroup' });
    case 'notNumberField': return msg('قاعده جمع پرسشی را می‌گیرد که عدد نیست؛ پرسش دیگری برگزینید یا قاعده را بردارید.', { id: 'studio.finding.notNumber' });
    case 'missingContactField': return msg('معلوم نیست کد تأیید و خبرها به کدام شماره بروند؛ پرسشی از نوع «تلفن همراه» بیفزایید و همین‌جا برگزینید.', { id: 'studio.finding.contactMissing' });
    case 'contactNotMobile': return msg('شماره تماس باید پرسشی از نوع «تلفن همراه» باشد؛ یکی برگزینید.', { id: 'studio.finding.contactNotMobile' });
    case 'contactNotRequired': return msg('شماره تماس باید از همه پرسیده شود: لازم باشد و خودش و گامش شرطی نداشته باشند.', { id: 'studio.finding.contactNotRequired' });
    case 'unknownMatter': return msg('یکی از نشانه‌های «همان شکایت» دیگر در فرم نیست؛ از نو برگزینید.', { id: 'studio.finding.matter' });
    default: return msg('چیزی در اینجا درست نیست.', { id: 'studio.finding.other' });
  }
}
