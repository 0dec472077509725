import { scriptLetters } from '../../persian/fold.ts';

/** Compound words of the service sheets whose half-space is often lost. Left out: pairs that also stand as two words. */
const compounds = `
آتش‌نشانی آسیب‌دیده آماده‌سازی آنتن‌دهی آیین‌نامه اجاره‌نامه اجازه‌نامه ارائه‌دهنده ارزش‌یابی اسباب‌کشی اطلاع‌رسانی 
اعلام‌کننده امکان‌پذیری اندازه‌گیری ایمن‌سازی بوم‌گردی بهره‌برداری بیمه‌شده بیمه‌شدگان بیمه‌پردازی بیمه‌گر بیمه‌گری
بین‌المللی بین‌شهری تصدی‌گری تصویب‌نامه تعهد‌نامه تفاهم‌نامه تک‌برگ تک‌برگی توان‌بخشی توان‌خواه ثبت‌نام
جابه‌جایی جست‌وجوی جمع‌آوری خدمات‌رسان خسارت‌دیدگان خویش‌فرما دانش‌آموز دانش‌آموزان دانش‌آموختگان درخواست‌کننده
دست‌فروش دست‌فروشی دستور‌العمل راه‌اندازی رقابت‌پذیر زباله‌سوزی زیست‌سنجی زیست‌محیطی ساخت‌وساز سرمایه‌گذار سرمایه‌گذاران
سرمایه‌گذاری سیم‌کارت شبانه‌روزی شرکت‌نامه شیوه‌نامه صعب‌العلاج صورت‌جلسه صورت‌مجلس صورت‌وضعیت طبیعت‌گردی علاقه‌مندان فعال‌سازی
فیلم‌برداری قالی‌باف قالی‌بافان قالی‌بافی قرعه‌کشی کسب‌وکار کسب‌وکارها کمک‌هزینه کم‌توان کم‌درآمد گاز‌رسانی گران‌فروشی
گفت‌وگو گنج‌یابی گواهی‌نامه لازم‌الاجرا لکه‌گیری لوله‌کشی مابه‌التفاوت محیط‌بان محیط‌زیستی مردم‌نهاد مستمری‌بگیر معادل‌سازی
معرفی‌نامه مغازه‌دار مبایعه‌نامه مهارت‌آموزی موافقت‌نامه نام‌نویسی نقشه‌بردار نقشه‌برداری نمونه‌برداری نوبت‌دهی پایان‌نامه
پایین‌تر پیش‌ثبت‌نام پیش‌دبستان پیش‌دبستانی پیش‌نویس پیش‌پرداخت وصیت‌نامه وکالت‌نامه 
`
  .split(/\s+/)
  .filter((word) => word.includes('\u200c'));

// Joined forms of these stand in dictionaries too and stay as they are written.
const joinedIsRight = new Set(['گواهی‌نامه', 'تعهد‌نامه', 'دستور‌العمل', 'گاز‌رسانی', 'توان‌بخشی', 'دانش‌آموختگان']);
// «پایان کار» may end a job of work; the certificate is meant only where it says so, or where it is glued.
const split = new Map([...compounds, 'گواهی پایان‌کار'].map((word) => [word.replaceAll('\u200c', ' '), word]));
const splitPattern = new RegExp(
  `(?<![${scriptLetters}\\u200c])(?:${[...split.keys()].sort((a, b) => b.length - a.length).join('|')})(?![${scriptLetters}])`,
  'g',
);
const joined = new Map(
  [...compounds, 'پایان‌کار']
    .filter((word) => !joinedIsRight.has(word))
    .map((word) => [word.replaceAll('\u200c', ''), word]),
);

const longWord = new RegExp(`[${scriptLetters}]{7,}`, 'g');

/** Puts back half-spaces that became spaces or got lost. Changes nothing else. */
export function repairHalfSpaces(text: string): string {
  return text
    .replace(splitPattern, (words) => split.get(words)!)
    .replace(longWord, (word) => joined.get(word) ?? word)
    .replace(/(?<![\p{L}\u200c])(ن?می) (?=\p{L}{2,})/gu, '$1\u200c')
    .replace(/ (?=(?:ها|های|هایی|هایش|هایشان)(?![\p{L}\u200c]))(?<=\p{L} )/gu, '\u200c')
    .replace(/(?<=ه) (?=ای(?![\p{L}\u200c]))/gu, '\u200c');
}

const openings = 'صدور|تمدید|تعویض|دریافت|پرداخت|تغییر|درخواست|اعلام|بررسی|واگذاری|ثبت';
const objects = 'پروانه|مجوز|گواهی|گواهینامه|کارت|سند|قبض|المثنی|شناسنامه|جواز|انشعاب|استعلام|عوارض|شکایت';
const glued = new RegExp(`(?<!\\p{L})(${openings})(?=(?:${objects})(?!\\p{L}))`, 'gu');

/** «صدورپروانه» to «صدور پروانه»: the first two words of a title, glued. */
export const repairGlued = (title: string): string => title.replace(glued, '$1 ');
