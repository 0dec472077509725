import { foldKey } from '../../persian/fold.ts';
import type { Column } from './headers.ts';

/** Stands before the title of the template's example, so that nobody takes it for a service. */
const mark = 'نمونه (این سطر را پاک کنید): ';
const key = foldKey(mark);

/** The row that the template came with, left in by whoever filled it in. */
export const isExample = (title: string): boolean => foldKey(title).startsWith(key);

/** The template's example: invented, and marked as such. */
export const exampleRow: Partial<Record<Column, string>> = {
  title: `${mark}صدور گواهی نشانی`,
  description: 'گواهی نشانی ملک برای ارائه به بانک و مدرسه.',
  relations: 'G2C؛ G2B',
  audience: 'مالکان و ساکنان',
  nature: 'تصدی‌گری',
  levels: 'استانی',
  lifeEvents: 'ثبت مالکیت',
  trigger: 'تقاضای گیرنده',
  documents: 'شماره ملی؛ سند یا اجاره‌نامه',
  laws: 'نام قانون یا آیین‌نامه',
  time: '۲ روز کاری',
  frequency: 'با هر درخواست',
  visits: '۰',
  fee: '۴۰۰٬۰۰۰ ریال',
  channels: 'اطلاع‌رسانی: اینترنتی؛ درخواست: اینترنتی، دفاتر پیشخوان؛ تولید: الکترونیکی؛ ارائه: اینترنتی',
  link: 'https://agency.example/services/1',
  inquiries: 'ندارد',
  steps: 'ثبت درخواست|واحد نشانی|سامانه؛ صدور گواهی|واحد نشانی|متصدی',
  unitName: 'واحد نشانی',
  floor: '۱',
  room: '۱۰۲',
  phone: '۰۲۶-۳۲۰۰۰۲۸۲',
  hours: 'شنبه تا چهارشنبه ۰۷:۳۰ تا ۱۴:۳۰',
  keywords: 'گواهی آدرس؛ نشانی خانه',
  editedOn: '۱۴۰۵/۰۵/۱۶',
};
