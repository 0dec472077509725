import { bare, invalid, valid, type Check } from './check.ts';

/** Area codes of the provinces, for local numbers of eight digits. */
const areaCodes: Record<string, string> = {
  alborz: '026', ardabil: '045', bushehr: '077', 'chaharmahal-bakhtiari': '038', 'east-azerbaijan': '041', fars: '071',
  gilan: '013', golestan: '017', hamadan: '081', hormozgan: '076', ilam: '084', isfahan: '031', kerman: '034',
  kermanshah: '083', khuzestan: '061', 'kohgiluyeh-boyerahmad': '074', kurdistan: '087', lorestan: '066', markazi: '086',
  mazandaran: '011', 'north-khorasan': '058', qazvin: '028', qom: '025', 'razavi-khorasan': '051', semnan: '023',
  'sistan-baluchestan': '054', 'south-khorasan': '056', tehran: '021', 'west-azerbaijan': '044', yazd: '035', zanjan: '024',
};

/** Whether there is a province of this id. */
export const isProvince = (id: string): boolean => Object.hasOwn(areaCodes, id);

/** Fixed line with its area code, `02632000014`. Eight local digits need the province, or the area code itself. */
export function checkLandline(input: string, context: { province?: string; areaCode?: string } = {}): Check {
  const text = bare(input);
  if (!text) return invalid('empty');
  if (!/^\+?\d+$/.test(text)) return invalid('charset');
  const international = /^(?:\+|00)(.*)$/.exec(text)?.[1];
  if (international !== undefined && !international.startsWith('98')) return invalid('country-code');
  let digits = international === undefined ? text : `0${international.slice(2).replace(/^0/, '')}`;
  if (digits.length === 8 && international === undefined) {
    const area = context.areaCode ?? areaCodes[context.province ?? ''];
    if (!area) return invalid('area-code-missing');
    digits = area + digits;
  }
  if (/^9\d{9}$|^09\d{9}$/.test(digits)) return invalid('not-landline');
  if (/^[1-8]\d{9}$/.test(digits)) return invalid('length', `0${digits}`);
  if (digits.length !== 11) return invalid('length');
  if (!/^0[1-8]/.test(digits)) return invalid('not-landline');
  return digits[3] === '0' ? invalid('subscriber-starts-with-0') : valid(digits);
}
