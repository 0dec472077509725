import type { LifeEvent, Offering } from '../../../contract/offering.ts';
import { foldKey } from '../../../persian/fold.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { repairWords } from '../repair.ts';
import { splitValues } from './list.ts';

const key = (text: string): string => foldKey(text).replace(/[\s()]/g, '');
const table = <T extends string>(entries: Record<string, T>): Map<string, T> =>
  new Map(Object.entries(entries).map(([name, value]) => [key(name), value]));
const unique = <T>(items: T[]): T[] => [...new Set(items)];

/** «نوع خدمت»: G2C, G2B, G2G, or in words. */
export function readRelations(raw: string): Cell<Offering['relations']> {
  const { value: text, findings } = repairWords(raw);
  const { value: parts, findings: more } = splitValues(text, /\s*[/،,]\s*/);
  const value = parts.flatMap((part): Offering['relations'] => {
    const code = /G2[CBG]/i.exec(part)?.[0].toUpperCase() as Offering['relations'][number] | undefined;
    if (code) return [code];
    if (/شهروند|مردم/.test(part)) return ['G2C'];
    if (/کسب/.test(part)) return ['G2B'];
    if (/دستگاه|دولت/.test(part)) return ['G2G'];
    more.push(warning('relation', `نوع خدمت «${part}» شناخته نشد.`));
    return [];
  });
  if (parts.some((part) => /[()]/.test(part) && /G2/i.test(part)))
    more.push(repaired('relation-words', 'نوع خدمت با نماد آن ثبت شد.'));
  return { value: unique(value), findings: [...findings, ...more] };
}

/** «ماهیت». */
export function readNature(raw: string): Cell<Offering['nature']> {
  const { value: text, findings } = repairWords(raw);
  if (/حاکمیت/.test(text)) return { value: 'sovereign', findings };
  if (/تصدی/.test(text)) return { value: 'operational', findings };
  if (text) findings.push(warning('nature', `ماهیت «${text}» شناخته نشد.`));
  return { value: null, findings };
}

const levels = table<Offering['levels'][number]>({
  ملی: 'national',
  کشوری: 'national',
  منطقه‌ای: 'regional',
  استانی: 'provincial',
  شهری: 'urban',
  شهرستانی: 'urban',
  روستایی: 'rural',
});
const almostLevels = table<Offering['levels'][number]>({
  کشور: 'national',
  منطقه: 'regional',
  استان: 'provincial',
  شهر: 'urban',
  شهرستان: 'urban',
  روستا: 'rural',
});

/** «سطح»: one or more. */
export function readLevels(raw: string): Cell<Offering['levels']> {
  const { value: text, findings } = repairWords(raw);
  const normal = text.replace(/\s*[/،,]\s*/g, '؛ ');
  if (normal !== text) findings.push(repaired('separator', 'سطح‌ها با «؛» جدا شد.'));
  const value = splitValues(normal).value.flatMap((part) => {
    const exact = levels.get(key(part));
    const almost = exact ?? almostLevels.get(key(part));
    if (!exact && almost) findings.push(repaired('level', `سطح «${part}» درست شد.`));
    if (!almost) findings.push(warning('level', `سطح «${part}» شناخته نشد.`));
    return almost ? [almost] : [];
  });
  return { value: unique(value), findings };
}

const lifeEvents = table<LifeEvent>({
  تولد: 'birth',
  آموزش: 'education',
  سلامت: 'health',
  مالیات: 'tax',
  کسب‌وکار: 'business',
  'تأمین اجتماعی': 'socialSecurity',
  'ثبت مالکیت': 'property',
  'تأسیسات شهری': 'utilities',
  بیمه: 'insurance',
  ازدواج: 'marriage',
  بازنشستگی: 'retirement',
  'مدارک و گواهینامه‌ها': 'documents',
  'مدارک و گواهی‌نامه‌ها': 'documents',
  وفات: 'death',
  سایر: 'other',
});

/** «رویداد زندگی»: one of the closed list of 14; another becomes «سایر» and is told. */
export function readLifeEvents(raw: string): Cell<LifeEvent[]> {
  const { value: text, findings } = repairWords(raw);
  const value = splitValues(text).value.map((part): LifeEvent => {
    const event = lifeEvents.get(key(part));
    if (!event) findings.push(warning('life-event', `رویداد «${part}» در فهرست ۱۴ رویداد نیست و «سایر» ثبت شد.`));
    return event ?? 'other';
  });
  return { value: unique(value), findings };
}
