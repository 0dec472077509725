import { msg } from '@lit/localize';
import type { FormDefinition } from '../../../contract/form.ts';
import type { FieldType } from '../model/definition.ts';

/** What officers call a kind of question. Call while rendering. */
export function typeName(type: FieldType): string {
  switch (type) {
    case 'text': return msg('متن کوتاه', { id: 'studio.type.text' });
    case 'longText': return msg('متن بلند', { id: 'studio.type.longText' });
    case 'number': return msg('عدد', { id: 'studio.type.number' });
    case 'money': return msg('مبلغ (ریال)', { id: 'studio.type.money' });
    case 'choice': return msg('یکی از چند گزینه', { id: 'studio.type.choice' });
    case 'choices': return msg('چند گزینه با هم', { id: 'studio.type.choices' });
    case 'yesNo': return msg('بله یا نه', { id: 'studio.type.yesNo' });
    case 'date': return msg('تاریخ', { id: 'studio.type.date' });
    case 'time': return msg('ساعت', { id: 'studio.type.time' });
    case 'nationalId': return msg('شماره ملی', { id: 'studio.type.nationalId' });
    case 'legalId': return msg('شناسه ملی شرکت و موسسه', { id: 'studio.type.legalId' });
    case 'foreignerId': return msg('شناسه فراگیر اتباع', { id: 'studio.type.foreignerId' });
    case 'birthCertificate': return msg('شماره شناسنامه', { id: 'studio.type.birthCertificate' });
    case 'mobile': return msg('تلفن همراه', { id: 'studio.type.mobile' });
    case 'landline': return msg('تلفن ثابت', { id: 'studio.type.landline' });
    case 'email': return msg('ایمیل', { id: 'studio.type.email' });
    case 'postalCode': return msg('کدپستی', { id: 'studio.type.postalCode' });
    case 'address': return msg('نشانی', { id: 'studio.type.address' });
    case 'location': return msg('جا روی نقشه یا با نشانی', { id: 'studio.type.location' });
    case 'iban': return msg('شماره شبا', { id: 'studio.type.iban' });
    case 'card': return msg('شماره کارت بانکی', { id: 'studio.type.card' });
    case 'billId': return msg('شناسه قبض', { id: 'studio.type.billId' });
    case 'paymentId': return msg('شناسه پرداخت', { id: 'studio.type.paymentId' });
    case 'plate': return msg('پلاک خودرو', { id: 'studio.type.plate' });
    case 'file': return msg('فایل یا عکس', { id: 'studio.type.file' });
    case 'declaration': return msg('تأیید و تعهد', { id: 'studio.type.declaration' });
    case 'staticText': return msg('نوشته‌ای برای خواندن', { id: 'studio.type.staticText' });
    case 'group': return msg('گروه تکرارشونده', { id: 'studio.type.group' });
  }
}

/** Kinds of questions as they stand in the menu, the commonest first. */
export const typeGroups: readonly (readonly [name: () => string, types: readonly FieldType[]])[] = [
  [() => msg('نوشتن و برگزیدن', { id: 'studio.types.common' }), ['text', 'longText', 'choice', 'choices', 'yesNo', 'number', 'money', 'date', 'time', 'file']],
  [() => msg('شخص', { id: 'studio.types.person' }), ['nationalId', 'birthCertificate', 'foreignerId', 'legalId', 'mobile', 'landline', 'email']],
  [() => msg('جا', { id: 'studio.types.place' }), ['address', 'postalCode', 'location']],
  [() => msg('بانک، قبض و خودرو', { id: 'studio.types.money' }), ['iban', 'card', 'billId', 'paymentId', 'plate']],
  [() => msg('دیگر', { id: 'studio.types.other' }), ['staticText', 'declaration', 'group']],
];

export function kindName(kind: FormDefinition['kind']): string {
  switch (kind) {
    case 'application': return msg('درخواست خدمت', { id: 'studio.kind.application' });
    case 'complaint': return msg('شکایت', { id: 'studio.kind.complaint' });
    case 'enquiry': return msg('پرسش و استعلام', { id: 'studio.kind.enquiry' });
    case 'information': return msg('دسترسی آزاد به اطلاعات', { id: 'studio.kind.information' });
  }
}
export const kinds: readonly FormDefinition['kind'][] = ['application', 'complaint', 'enquiry', 'information'];

/** What browsers know of a person and fill in, by its name in HTML. */
export const autofills: readonly (readonly [value: string, name: () => string])[] = [
  ['name', () => msg('نام کامل', { id: 'studio.autofill.name' })],
  ['given-name', () => msg('نام کوچک', { id: 'studio.autofill.given' })],
  ['family-name', () => msg('نام خانوادگی', { id: 'studio.autofill.family' })],
  ['organization', () => msg('نام شرکت یا سازمان', { id: 'studio.autofill.organization' })],
  ['tel', () => msg('شماره تلفن', { id: 'studio.autofill.tel' })],
  ['email', () => msg('ایمیل', { id: 'studio.type.email' })],
  ['street-address', () => msg('نشانی', { id: 'studio.type.address' })],
  ['postal-code', () => msg('کدپستی', { id: 'studio.type.postalCode' })],
  ['bday', () => msg('تاریخ تولد', { id: 'studio.autofill.bday' })],
];
