import { FormDefinition, type Field } from '../../src/contract/form.ts';
import { keepForms, keepSheets } from '../../src/gateway/catalogue/versions.ts';
import type { Ports } from '../../src/gateway/ports.ts';

/** The service that the test gateway files by a form with the rarer types of fields. */
export const everyFieldService = 'صدور مجوز اقامتگاه بوم‌گردی';

const counties = [
  'اردستان', 'اصفهان', 'خمینی‌شهر', 'خوانسار', 'سمیرم', 'فریدن', 'فریدونشهر', 'فلاورجان', 'شهرضا', 'کاشان', 'گلپایگان', 'لنجان', 'نایین', 'نجف‌آباد',
  'نطنز', 'شاهین‌شهر و میمه', 'مبارکه', 'آران و بیدگل', 'تیران و کرون',
];
const field = (id: string, type: Field['type'], fa: string, more: Partial<Field> = {}): Field => ({ id, type, label: { fa }, required: false, ...more });

export const everyField: FormDefinition = FormDefinition.parse({
  id: 'every-field',
  version: 1,
  kind: 'application',
  title: { fa: 'فرم همه نوع‌ها' },
  contactField: 'mobile',
  steps: [
    {
      id: 'person', title: { fa: 'درخواست‌کننده' },
      items: [
        field('mobile', 'mobile', 'تلفن همراه', { required: true }),
        field('birthDate', 'date', 'تاریخ تولد', { notAfter: 'today-18y', notBefore: 'today-100y' }),
        field('visitDate', 'date', 'روز بازدید', { notBefore: 'today', notAfter: 'today+30d' }),
        field('birthCertificate', 'birthCertificate', 'شماره شناسنامه'),
        field('county', 'choice', 'شهرستان محل اقامتگاه', { options: counties.map((fa, at) => ({ value: `county-${at}`, label: { fa } })) }),
        field('home', 'address', 'نشانی محل سکونت', { counties: ['کرج', 'فردیس', 'نظرآباد'] }),
      ],
    },
    {
      id: 'money', title: { fa: 'پرداخت' },
      items: [
        field('note', 'staticText', 'هزینه در این گام نمونه است.', { hint: { fa: 'چیزی پرداخت نمی‌شود.' } }),
        field('amount', 'money', 'مبلغ پرداختی', { max: 50_000_000 }),
        field('iban', 'iban', 'شماره شبا'),
        field('card', 'card', 'شماره کارت'),
        field('billId', 'billId', 'شناسه قبض'),
        field('paymentId', 'paymentId', 'شناسه پرداخت', { bill: 'billId' }),
        field('plate', 'plate', 'پلاک خودرو'),
        field('place', 'location', 'محل اقامتگاه'),
      ],
    },
  ],
} satisfies FormDefinition);

/** Puts a form, {@link everyField} when none is given, in the place of the one that {@link everyFieldService} has. Gives the offering. */
export async function publishEveryField({ db, now }: Pick<Ports, 'db' | 'now'>, form = everyField): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const sheet = await trx.selectFrom('offering as o')
      .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
      .select('v.sheet').where('o.province', '=', 'alborz').where('o.agency', '=', 'miras-farhangi').execute()
      .then((rows) => rows.find((row) => row.sheet.title === everyFieldService)!.sheet);
    const kept = (await keepForms(trx, [form], now())).get(form.id) ?? null;
    await keepSheets(trx, [{ ...sheet, form: kept }], new Map([[sheet.id, { sheet }]]), now());
    return sheet.id;
  });
}
