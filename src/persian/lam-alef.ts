import { scriptLetters } from './fold.ts';

/**
 * Text copied from a PDF often has each «لا» turned round: «استعالم» for «استعلام». Only a word list can mend it, for
 * «مالک»، «سال»، «شمال» really hold «ال».
 */
const words = `
آلاینده آلات ابتلا ابلاغ ابلاغیه اجلاس اختلاس اختلاف اختلال اخلاق استعلاجی استعلام استقلال اسلامی اسلام اصطلاح
اصلاح اصلاحیه اطلاع اطلاعات اطلاعیه اعتلا اعلام اعلان اقلام املاک انحلال انقلاب انقلابی بالا بالاتر بالاترین
بالادست بالادستی برخلاف بلافاصله بلامانع بلایا پالایش پالایشگاه پلاستیک پلاک پلاکارد تحصیلات تسهیلات تشکیلات
تعطیلات تمایلات خلاف خلافی خلاقیت دلایل دلالت سالانه سلاح سلامت سلامتی سیلاب شلاق صلاحیت طلاق طولانی عضلات علاج
علاقه علائم علامت علاوه غلات فاضلاب کالا کالابرگ کاملا کلاس کلانتری کلانشهر کلاه کلاهبرداری گیلاس لازم لایحه لاستیک
مبتلا متلاشی مجلات محصولات محلات مشکلات معاملات معاملاتی معمولا مقالات ملاحظات ملاحظه ملاقات هلال ولادت سوالات
سؤالات احتمالات اتصالات انتقالات کلاسیک اصلا مسئولان مشمولان شاغلان بزرگسالان فعالان معلولان ائتلاف اختلافات
اصلاحات اطلاعاتی اعلامیه بلااشکال تحولات تعاملات مراسلات مداخلات معادلات استدلال حلال ولایت ولایات بلاتکلیف بلاعوض
بلاعزل کلاهبردار طلا اولاد صلاحدید اسلامشهر گیلان لاهیجان لارستان فلاورجان ایلام کلاردشت کلاله العلاج الاجرا
آنلاین آلایندگی املایی استملاک الارث آمبولانس بالاخره بداخلاق بلاک پلاتین تالار تالاسمی زیورآلات حالا دلال الاجل طلافروش
طلافروشی طلاسازی فضولات فولاد کربلا گلایه لاشه لاغر لاغری لازمه لایروبی مالاریا مفقودالاثر میلاد ناعادلانه وکلا ویلا ییلاق
`.split(/\s+/).filter(Boolean);

const damage = (word: string): string => word.replaceAll('لا', 'ال');
// A word whose damaged form is itself a word («سلام» → «سالم», «قبلا» → «قبال») is not in the list above.
const byDamaged = new Map(words.map((word) => [damage(word), word] as const).filter(([damaged, word]) => damaged !== word));
const endings = ['', 'ی', 'یی', 'های', 'ها', 'هایی', 'ات', 'ً', 'اً', 'م', 'ش'];

const repairWord = (word: string): string | undefined => {
  for (const ending of endings) {
    const stem = ending && word.endsWith(ending) ? word.slice(0, -ending.length) : ending ? '' : word;
    const whole = stem && byDamaged.get(stem);
    if (whole) return whole + ending;
  }
  return undefined;
};

const withLamAlef = new RegExp(`(?<![${scriptLetters}])[${scriptLetters}]*ال[${scriptLetters}]*`, 'g');

/** `repaired`: words that were mended, as they are now; `doubtful`: words that look damaged but are not known. */
export function repairLamAlef(text: string): { text: string; repaired: string[]; doubtful: string[] } {
  const repaired: string[] = [];
  const doubtful: string[] = [];
  const mended = text.replace(withLamAlef, (word) => {
    const whole = repairWord(word);
    if (whole) repaired.push(whole);
    // Two alefs in a row do not stand in any Persian word.
    else if (word.includes('اال')) doubtful.push(word);
    return whole ?? word;
  });
  return { text: mended, repaired, doubtful };
}
