/** Words for a paper that is not the original. «عکس» is not among them: alone it is the photograph of a person. */
const copy = '(?<![\\p{L}\\u200c])(?:کپی|فتو[ \\u200c]?کپی|رونوشت|روگرفت|تصویر|تصاویر|اسکن|پرینت)(?:[ \\u200c]?های?)?(?![\\p{L}\\u200c])';
const photograph = '(?<![\\p{L}\\u200c])عکس(?:[ \\u200c]?های?)?(?![\\p{L}\\u200c])';
/** «شناسنامه ساختمان» and the like are no papers of a person. */
const identity =
  '(?:شناسنامه(?! ?(?:فنی|ساختمان|ملک|خودرو|دام|کالا|شغلی|واحد|چاه|بنا))|کارت(?:[ \\u200c]هوشمند)?[ \\u200c]ملی(?!\\p{L})|کارت[ \\u200c]شناسا[یئ]ی(?! ?(?:خودرو|وسیله))|(?:مدارک|مدرک|اسناد|سند|اوراق)[ \\u200c](?:هویتی|شناسا[یئ]ی|سجلی)(?!\\p{L}))';
/** What stands between a copy and what it is a copy of. */
const pages = '(?:\\s+(?:برابر(?: با)? اصل|از|تمام|تمامی|کلیه|همه|صفحات|صفحه|اول|دوم|سوم|آخر|توضیحات|پشت|روی?|رنگی|خوانا|و)(?!\\p{L}))*';
const sheets = '(?:(?:[\\d۰-۹٠-٩]+|یک|دو|سه|چهار)\\s+(?:برگ|نسخه|سری|عدد|قطعه|فقره)\\s+)?';

const anyCopy = new RegExp(copy, 'u');
const anyIdentity = new RegExp(identity, 'u');
const photographed = new RegExp(`${photograph}${pages}\\s+${identity}`, 'u');
const copyOf = new RegExp(`(?:اصل\\s+(?:و|به همراه|همراه)\\s+)?${sheets}(?:${copy}|${photograph})${pages}\\s+(?=${identity})`, 'gu');
const thenCopy = new RegExp(`(?:اصل\\s+)?(${identity}[^؛\\n()،:]{0,60}?)\\s*[(،:]\\s*${sheets}(?:${copy}|${photograph})${pages}\\s*\\)?(?=\\s*(?:[؛\\n]|$))`, 'gu');
const bothOf = new RegExp(`^اصل (?:و|به همراه|همراه) ${copy} (.+)$`, 'u');

/** Whether a document is one of a copy, and whether of a paper that tells who somebody is, whichever word comes first. */
export function copyIn(title: string): { copy: boolean; ofIdentity: boolean } {
  const ofPhotograph = photographed.test(title);
  const copied = anyCopy.test(title);
  return { copy: copied || ofPhotograph, ofIdentity: ofPhotograph || (copied && anyIdentity.test(title)) };
}

/** What «اصل و کپی …» is asked of; undefined when it is not asked so. */
export const originalAndCopyOf = (title: string): string | undefined => bothOf.exec(title)?.[1];

/** Documents with the original, to be seen and not kept, in the place of a copy of an identity paper. */
export const originalsFor = (documents: string): string => documents.replace(copyOf, 'اصل ').replace(thenCopy, 'اصل $1');
