/** What the keys of one board write in Latin, on the national layout (ISIRI 9147) and on the older one of Windows. */
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\`";
const national = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوپپ';
const older = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئوپپ';

const turn = (text: string, from: string, to: string): string => [...text].map((key) => to[from.indexOf(key)] ?? key).join('');

/** What the same keys write on the other layouts: «fdli» is «بیمه», «شیسم» is “adsl”. Without what is the same. */
export function otherLayouts(text: string): string[] {
  // With the capitals lock on no letter was meant to be another one.
  const typed = (/[a-z]/.test(text) ? text.replaceAll('H', 'آ').replaceAll('C', 'ژ') : text).toLowerCase();
  const turned = !/[\u0600-\u06ff]/.test(text)
    ? [turn(typed, latin, national), turn(typed, latin, older)]
    : [turn(typed, national, latin), turn(typed, older, latin)];
  return [...new Set(turned)].filter((other) => other !== text);
}
