import { bare, invalid, valid, type Check } from './check.ts';

/** Mobile number in any of the ways it is written, to `09…`. Operators are not looked at: numbers are portable. */
export function checkMobile(input: string): Check {
  const text = bare(input);
  if (!text) return invalid('empty');
  if (!/^\+?\d+$/.test(text)) return invalid('charset');
  const international = /^(?:\+|00)(.*)$/.exec(text)?.[1];
  if (international !== undefined && !international.startsWith('98')) return invalid('country-code');
  const national = international?.slice(2) ?? (/^98\d{10,11}$/.test(text) ? text.slice(2) : text);
  const number = national.replace(/^0/, '');
  if (number.length !== 10) return invalid('length');
  return number.startsWith('9') ? valid(`0${number}`) : invalid('not-mobile');
}
