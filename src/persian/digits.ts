/** Persian (۰-۹) and Arabic-Indic (٠-٩) digits to 0-9; all else stays. */
export const toAsciiDigits = (text: string): string =>
  // The last four bits of both ranges are the digit itself.
  text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** 0-9 and Arabic-Indic digits to ۰-۹; all else stays. */
export const toPersianDigits = (text: string | number): string =>
  String(text).replace(/[0-9٠-٩]/g, (digit) => String.fromCharCode(0x06f0 + (digit.charCodeAt(0) & 15)));
