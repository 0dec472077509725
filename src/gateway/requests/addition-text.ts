import type { Address, AnswerValue, Answers, Field, FormDefinition, Place, Upload } from '../../contract/form.ts';
import { jalaliMonths, toJalali } from '../../persian/jalali.ts';

/** What a second complaint says that the first did not, a line for each answer; in the language of the one who wrote it. */
export function additionText(form: FormDefinition, first: Answers, second: Answers, language: string): string {
  const english = language.startsWith('en');
  const said = (text: { fa: string; en?: string | undefined }) => (english && text.en) || text.fa;
  const valueText = (field: Field, value: AnswerValue): string => {
    const option = (one: string) => {
      const found = field.options?.find((each) => each.value === one);
      return found ? said(found.label) : one;
    };
    switch (field.type) {
      case 'yesNo': return said(value ? { fa: 'بله', en: 'Yes' } : { fa: 'خیر', en: 'No' });
      case 'choice': return option(String(value));
      case 'choices': return (value as string[]).map(option).join(said({ fa: '، ', en: ', ' }));
      case 'location': return (value as Place).text;
      case 'address': {
        const { province, county, city, rest, postalCode } = value as Address;
        return [province, county, city, rest, postalCode].filter(Boolean).join(said({ fa: '، ', en: ', ' }));
      }
      case 'money': return `${String(value)} ${said({ fa: 'ریال', en: 'rials' })}`;
      case 'file': return (value as Upload[]).map(({ name }) => name).join(said({ fa: '، ', en: ', ' }));
      case 'date': return english ? String(value) : persianDate(String(value));
      default: return typeof value === 'object' ? '' : String(value);
    }
  };
  const line = (field: Field, value: AnswerValue | undefined): string => {
    const text = value === undefined ? '' : valueText(field, value);
    return text && `${said(field.label)}: ${text}`;
  };
  const lines = form.steps.flatMap(({ items }) => items).flatMap((item): string[] => {
    const value = second[item.id];
    if (item.type === 'declaration' || item.id === form.contactField || JSON.stringify(value) === JSON.stringify(first[item.id])) return [];
    if (item.type !== 'group') return [line(item, value)];
    return ((value as Answers[] | undefined) ?? []).map((row) => item.fields.map((field) => line(field, row[field.id])).filter(Boolean).join(said({ fa: '؛ ', en: '; ' })));
  }).filter(Boolean);
  return lines.join('\n') || said({ fa: 'همان شکایت دوباره فرستاده شد.', en: 'The same complaint was sent again.' });
}

function persianDate(iso: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
  const { year, month, day } = toJalali(iso);
  const digits = (value: number) => value.toLocaleString('fa-IR', { useGrouping: false });
  return `${digits(day)} ${jalaliMonths[month - 1]} ${digits(year)}`;
}
