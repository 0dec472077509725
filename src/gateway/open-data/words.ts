import type { Fee, LifeEvent, Offering } from '../../contract/offering.ts';

type Channel = Offering['channels']['inform'][number];

/** Words that stand for the closed lists of a sheet in Persian, as declarations write them. */
export const channelWords: Record<Channel, string> = {
  internet: 'اینترنتی', mobileApp: 'تلفن همراه', sms: 'پیامک', voice: 'تلفنی', counterOffice: 'دفاتر پیشخوان', inPerson: 'حضوری',
  post: 'پستی', electronic: 'الکترونیکی', nonElectronic: 'غیرالکترونیکی', other: 'سایر',
};
export const lifeEventWords: Record<LifeEvent, string> = {
  birth: 'تولد', education: 'آموزش', health: 'سلامت', tax: 'مالیات', business: 'کسب‌وکار', socialSecurity: 'تأمین اجتماعی',
  property: 'ثبت مالکیت', utilities: 'تأسیسات شهری', insurance: 'بیمه', marriage: 'ازدواج', retirement: 'بازنشستگی',
  documents: 'مدارک و گواهی‌نامه‌ها', death: 'وفات', other: 'سایر',
};
export const levelWords: Record<Offering['levels'][number], string> = {
  national: 'ملی', regional: 'منطقه‌ای', provincial: 'استانی', urban: 'شهری', rural: 'روستایی',
};
export const natureWords: Record<NonNullable<Offering['nature']>, string> = { sovereign: 'حاکمیتی', operational: 'تصدی‌گری' };
export const relationWords: Record<Offering['relations'][number], string> = {
  G2C: 'خدمت به مردم', G2B: 'خدمت به کسب‌وکارها', G2G: 'خدمت به دستگاه‌های دولتی',
};
export const documentWords: Record<Offering['documents'][number]['form'], string> = {
  originalSeen: 'اصل مدرک دیده می‌شود', upload: 'فایل مدرک فرستاده می‌شود', inquiry: 'دستگاه خودش استعلام می‌کند', copy: 'رونوشت مدرک',
};
export const stageWords: Record<keyof Offering['channels'], string> = {
  inform: 'اطلاع‌رسانی', request: 'درخواست', produce: 'تولید', deliver: 'ارائه',
};

/** What a fee says in words, whatever of it is known. */
export const feeText = ({ kind, text }: Fee): string => text || (kind === 'free' ? 'رایگان' : '');
