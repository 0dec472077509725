import { foldKey } from '../../persian/fold.ts';
import { sha256 } from '../crypto.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first letters of a digest in base32: short, lower-case, safe in a path. */
async function digestLetters(text: string, length: number): Promise<string> {
  const bits = BigInt(`0x${await sha256(text)}`);
  let letters = '';
  for (let at = 0; at < length; at++) letters += alphabet[Number((bits >> BigInt(251 - at * 5)) & 31n)];
  return letters;
}

/** The same title, however its letters and half-spaces are typed, keeps its offering over all declarations. */
export const offeringId = async (province: string, agency: string, title: string): Promise<string> =>
  `${province}.${agency}.${await digestLetters(foldKey(title), 8)}`;

/** A service is the same for two agencies when code and title are: published codes alone are not unique. */
export const serviceId = async (code: string | null, title: string): Promise<string> =>
  `s-${await digestLetters(`${code ?? ''}|${foldKey(title)}`, 12)}`;

/** For a unit that only a declaration names. */
export const unitId = async (agency: string, name: string): Promise<string> => `${agency}-${await digestLetters(foldKey(name), 8)}`;

/** A national sheet is its organisation's, so that two of one title are not one. */
export const nationalId = async (organisation: string, title: string): Promise<string> => `national.${organisation}.${await digestLetters(foldKey(title), 8)}`;
