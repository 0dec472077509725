import type { Address, Field } from '../contract/form.ts';
import { repairText } from '../persian/fold.ts';
import { isProvince } from '../persian/identity/landline.ts';
import { checkPostalCode } from '../persian/identity/postal-code.ts';
import { asWritten, error, fromCheck, type Reading } from './form-reading.ts';

/** The parts of an address, in the order in which they are asked for. */
export const addressParts = ['province', 'county', 'city', 'rest', 'postalCode'] as const;

/** Letters that no part of an address is longer than. */
const longest = 300;

/** An address in canonical form; each fault stands at its part. */
export function readAddress(field: Field, given: Address): Reading {
  const value: Address = {};
  const faults: Reading['faults'] = [];
  const say = (at: string, code: string, params?: Record<string, number>) => faults.push({ ...error(code, params), at });
  for (const part of addressParts) {
    const written = (part === 'province' && field.province) || (given[part] ?? '');
    const repaired = repairText(written);
    // What is chosen from a list is found however it is spelled; the rest stays as it was written.
    const text = part === 'province' || field.counties?.includes(repaired) ? repaired : asWritten(written);
    const length = Array.from(text).length;
    if (!repaired) {
      if (part !== 'postalCode' || field.needsPostalCode) say(part, 'required');
      continue;
    }
    value[part] = text;
    if (length > longest) say(part, 'tooLong', { max: longest, length });
    else if (part === 'province' ? !isProvince(text) : part === 'county' && field.counties && !field.counties.includes(text)) say(part, 'notInOptions');
    else if (part === 'postalCode') {
      const read = fromCheck('postalCode', text, checkPostalCode(text));
      value[part] = read.value as string;
      faults.push(...read.faults.map((fault) => ({ ...fault, at: part })));
    }
  }
  return { value, faults };
}
