import type { Agency } from '../../contract/agency.ts';
import type { AnswerValue, Field } from '../../contract/form.ts';
import { toAsciiDigits } from '../../persian/digits.ts';
import { foldKey } from '../../persian/fold.ts';
import { checkLandline } from '../../persian/identity/landline.ts';
import { checkMobile } from '../../persian/identity/mobile.ts';
import { agencyNamed, commonNameWords } from '../../rules/agency-name.ts';
import { findAgencies } from '../../rules/guide-match.ts';

/** Where a complaint is filed: what names of offices and local numbers mean there. */
export interface MatterPlace {
  province: { id: string; name: { fa: string } };
  agencies: readonly Pick<Agency, 'id' | 'name' | 'county'>[];
}

/**
 * One of the answers that say what a complaint is about, as it is compared: numbers without the ways to write them, an
 * office of the province by its id however it is called, other names by the words that tell them apart.
 */
export function matterKey(field: Pick<Field, 'type' | 'charset'>, value: AnswerValue | undefined, place: MatterPlace): unknown {
  if (typeof value !== 'string') return value ?? null;
  if (field.type !== 'text') return foldKey(value);
  return field.charset === 'digits' || field.charset === 'digitsAndDash' ? numberKey(value, place) : nameKey(value, place);
}

/** `026-34187105`, `+98 26 3418 7105`, and `34187105` in Alborz are one number. */
function numberKey(text: string, { province }: MatterPlace): string {
  for (const check of [checkMobile(text), checkLandline(text, { province: province.id })]) if (check.valid) return check.normalized;
  return toAsciiDigits(text).replace(/\D/g, '');
}

function nameKey(text: string, { province, agencies }: MatterPlace): string {
  // One that was chosen from the list is written as the list writes it.
  const chosen = agencyNamed(text, agencies);
  if (chosen) return `agency ${chosen.id}`;
  const all = foldKey(text).split(' ');
  const here = new Set(foldKey(province.name.fa).split(' '));
  const words = all.filter((word) => !commonNameWords.has(word) && !here.has(word));
  if (!words.length) return all.join(' ');
  const named = (of: readonly string[], among: MatterPlace['agencies']) =>
    (of.length ? findAgencies({ named: [of.join(' ')] }, among) : []).map(({ id }) => id);
  // «ثبت احوال کرج» is the province's own office where no other stands in Karaj.
  const counties = new Set(agencies.flatMap(({ county }) => (county ? foldKey(county).split(' ') : [])));
  const found = [
    named(words, agencies),
    named(words.filter((word) => !counties.has(word)), agencies.filter(({ county }) => !county || foldKey(county).split(' ').every((word) => words.includes(word)))),
  ].find(({ length }) => length === 1);
  return found ? `agency ${found[0]}` : words.join(' ');
}
