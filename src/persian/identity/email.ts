import { toAsciiDigits } from '../digits.ts';
import { invalid, valid, type Check } from './check.ts';

/** E-mail address: one @, a host with a dot, ASCII. Whether it exists only a message can tell. */
export function checkEmail(input: string): Check {
  const text = toAsciiDigits(input.normalize('NFKC'))
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .trim();
  if (!text) return invalid('empty');
  if (/[^\x21-\x7e]/.test(text)) return invalid('charset');
  const [, local = '', host = ''] = /^([^@]+)@([^@]+)$/.exec(text) ?? [];
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  if (
    !host ||
    /[\s"(),:;<>[\\\]]|^\.|\.$|\.\./.test(local) ||
    !new RegExp(`^(?:${label}\\.)+[a-z][a-z0-9-]*[a-z0-9]$`, 'i').test(host)
  ) {
    return invalid('format');
  }
  if (local.length > 64 || text.length > 254) return invalid('length');
  return valid(`${local}@${host.toLowerCase()}`);
}
