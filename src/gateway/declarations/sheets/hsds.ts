import { lifeEvents, sheetFields } from '../../hsds/taxonomies.ts';
import type { DecodedText } from '../encoding.ts';
import { repaired, warning } from '../finding.ts';
import { templateColumns, type Column } from '../headers.ts';
import { sheetOfItems, type Item } from './items.ts';
import { isList, objects } from './json.ts';
import type { Sheet } from './sheet.ts';

type Json = Record<string, unknown>;

const states = ['active', 'inactive', 'defunct', 'temporarily closed'];
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter((one): one is Json => one !== null && typeof one === 'object') : []);
const part = (value: unknown): Json => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {});
/** A value among several must not fall apart where the template parts them. */
const single = (value: string): string => value.replace(/\s*[؛\n]+\s*/g, '، ');
const join = (values: string[]): string => [...new Set(values.filter(Boolean).map(single))].join('؛ ');

const days: Record<string, string> = { SA: 'شنبه', SU: 'یکشنبه', MO: 'دوشنبه', TU: 'سه‌شنبه', WE: 'چهارشنبه', TH: 'پنجشنبه', FR: 'جمعه' };
function hours(schedule: Json): string {
  if (text(schedule['description'])) return text(schedule['description']);
  const at = [schedule['opens_at'], schedule['closes_at']].map((time) => /^\d\d:\d\d/.exec(text(time))?.[0]);
  const on = text(schedule['byday']).split(',').map((day) => days[day.trim().slice(-2)]).filter(Boolean).join('، ');
  return [on, at[0] && at[1] && `${at[0]} تا ${at[1]}`].filter(Boolean).join(' ');
}

function cost({ amount, currency, option, amount_description: more }: Json): string {
  if (amount === undefined || amount === null) return '';
  const unit = /^irr$/i.test(text(currency)) ? 'ریال' : text(currency).toUpperCase();
  if (Number(amount) === 0) return [text(option), 'رایگان'].filter(Boolean).join(' ');
  return [text(option) && `${text(option)}:`, `${text(amount)} ${unit}`.trim(), text(more)].filter(Boolean).join(' ');
}

/** Fields that are read, or say nothing of the service itself. */
const done = new Set([
  'id', 'organization_id', 'program_id', 'name', 'status', 'alternate_name', 'description', 'url', 'application_process', 'fees_description', 'fees', 'cost_options',
  'wait_time', 'eligibility_description', 'assured_date', 'last_modified', 'phones', 'schedules', 'service_at_locations', 'required_documents', 'attributes', 'metadata',
]);

/** A service of HSDS as columns of the template; what has no column keeps its own name, so that it is told. */
function toItem(service: Json): Item {
  const notes: NonNullable<Item['notes']> = [];
  const values: Json = {};
  const say = (column: Column, ...choices: string[]) => {
    const value = choices.find(Boolean);
    if (value) values[column] = value;
  };
  const places = list(service['service_at_locations']);
  const location = part(places[0]?.['location']);
  const phones = [service, places[0] ?? {}, location].flatMap((owner) => list(owner['phones'])).map(({ number }) => text(number)).filter(Boolean);

  say('title', text(service['name']));
  say('description', text(service['description']));
  say('link', text(service['url']));
  say('audience', text(service['eligibility_description']));
  say('fee', text(service['fees_description']), join(list(service['cost_options']).map(cost)), text(service['fees']));
  say('time', text(service['wait_time']));
  say('steps', text(service['application_process']));
  say('documents', join(list(service['required_documents']).map(({ document }) => text(document))));
  say('hours', [...new Set([...list(service['schedules']), ...list(places[0]?.['schedules']), ...list(location['schedules'])].map(hours).filter(Boolean))].join('؛ '));
  say('unitName', text(location['name']));
  say('phone', phones[0] ?? '');
  say('keywords', text(service['alternate_name']));
  say('editedOn', text(service['assured_date']));

  const unknown: string[] = [];
  const events: string[] = [];
  for (const attribute of list(service['attributes'])) {
    const term = part(attribute['taxonomy_term']);
    const column = templateColumns.find((name) => name === term['code']);
    if (term['taxonomy'] === sheetFields && column) values[column] = text(attribute['value']);
    else if (term['taxonomy'] === lifeEvents) events.push(text(term['name']));
    else unknown.push([text(term['name']), text(attribute['value'])].filter(Boolean).join(': '));
  }
  say('lifeEvents', join(events));
  if (unknown.some(Boolean)) values['attributes'] = join(unknown);

  if (service['status'] !== 'active')
    notes.push({ name: 'title', finding: warning('service-inactive', `این خدمت در فایل «${text(service['status'])}» است و نه active؛ اگر دیگر ارائه نمی‌شود آن را بردارید.`) });
  if (places.length > 1) notes.push({ name: 'unitName', finding: warning('more-places', 'این خدمت در فایل چند محل دارد و تنها نخستین آن‌ها خوانده شد.') });
  if (new Set(phones).size > 1) notes.push({ name: 'phone', finding: warning('more-phones', `از شماره‌های ${[...new Set(phones)].join('، ')} تنها نخستین خوانده شد.`) });
  for (const [name, value] of Object.entries(service)) if (!done.has(name) && value !== null && value !== '') values[name] = value;
  return { values, notes };
}

const isService = (value: Json): boolean => typeof value['name'] === 'string' && states.includes(text(value['status']));

/** Whether a JSON looks like services of HSDS: they all have a state of four. */
export const looksLikeHsds = ({ head }: DecodedText): boolean => /"status"\s*:\s*"(?:active|inactive|defunct|temporarily closed)"/.test(head) && /"name"\s*:/.test(head);

/**
 * Services of HSDS 3: a page of the API (`contents`), `services` of a package or an organization, a list, or a single one. Of our
 * own API all comes back; of another what has no column is told as an unknown one.
 */
export function readHsds(text: DecodedText): Sheet[] {
  const inObject = /"(contents|services)"\s*:\s*\[/.exec(text.head);
  const paths = isList(text) ? ['$.*'] : inObject ? [`$.${inObject[1]!}.*`] : ['$'];
  return [
    sheetOfItems(repaired('hsds', 'فایل داده HSDS است: هر خدمت یک سطر شمرده شد و نخستین خدمت سطر ۲ است.'), async function* (onPart) {
      for await (const found of objects(text, paths, onPart)) {
        if (found === 'cut off') yield found;
        else if (isService(found)) yield toItem(found);
      }
    }),
  ];
}
