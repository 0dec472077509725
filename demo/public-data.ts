import type { Catalogue } from '../src/contract/catalogue.ts';
import type { AgencyDeclaration, DeclarationOverview } from '../src/contract/declaration-overview.ts';
import { formatDate, formatNumber } from '../src/i18n/formats.ts';
import type { Locale } from '../src/i18n/locale.ts';

/**
 * What the portal tells of all agencies: who has declared what, and the files of the whole catalogue. Served as plain HTML, not
 * drawn by an element: it is read once, quoted, printed and sent on, so it has to be there without a script.
 */

export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

interface OpenData { version: string; modified: string; offerings: number; files: { name: string; path: string }[] }

/** Milliseconds that a page waits for the gateway. */
const patience = 20_000;
const ask = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return answer.json() as Promise<T>;
};

const words = {
  fa: {
    none: 'این عددها اکنون در دسترس نیست؛ چند دقیقه دیگر دوباره باز کنید.',
    asOf: (day: string) => `وضع ${day}`,
    declared: (some: string, all: string) => `${some} از ${all}`, declaredWhat: 'دستگاه خدماتش را اعلام کرده است', servicesWhat: 'خدمت منتشر شده است',
    clean: (some: string) => `${some}٪`, cleanWhat: 'خدمت‌ها کم و کسری ندارد: زمان، هزینه، مرحله‌ها و تلفن گفته شده است', freshWhat: 'خدمت‌ها در یک سال گذشته بازبینی شده است',
    missing: 'هنوز چیزی اعلام نکرده‌اند:', most: 'بیشترین کار مانده:', left: (count: string) => `${count} خدمت کم و کسر دارد`, allClean: 'هیچ خدمتی کم و کسر ندارد.',
    caption: 'دستگاه‌ها یک به یک', sorted: 'به ترتیب', need: 'آنکه بیشتر کار دارد، نخست',
    agency: 'دستگاه', last: 'آخرین اعلام', services: 'خدمت‌ها', complete: 'بی کم و کسر', validity: 'درستی', plain: 'زبان ساده', freshness: 'تازگی', never: 'هرگز', no: 'ندارد',
    size: (bytes: number) => (bytes < 1_000_000 ? `${formatNumber('fa', Math.ceil(bytes / 1000))} کیلوبایت` : `${formatNumber('fa', bytes / 1_000_000, { maximumFractionDigits: 1 })} مگابایت`),
    changed: (day: string, services: string) => `${services} خدمت، تازه‌شده در ${day}`, file: 'فایل', what: 'برای چه کاری', volume: 'اندازه',
    files: {
      'services.xlsx': 'برای دیدن در اکسل؛ ستون‌هایش همان الگوی اعلام خدمات است', 'services.csv': 'همان جدول، برای هر برنامه جدول و آمار',
      'services.json': 'برگه کامل هر خدمت، برای برنامه‌نویس', 'cpsv-ap.jsonld': 'الگوی اروپایی CPSV-AP 3.2، برای پیوند با فهرست‌های دولت‌های دیگر', 'cpsv-ap.ttl': 'همان الگو به شکل Turtle',
      'schema-org.jsonld': 'برای موتورهای جست‌وجو (schema.org)',
    } as Record<string, string>,
  },
  en: {
    none: 'These figures are not available now; open the page again in a few minutes.',
    asOf: (day: string) => `As of ${day}`,
    declared: (some: string, all: string) => `${some} of ${all}`, declaredWhat: 'agencies have declared their services', servicesWhat: 'services are published',
    clean: (some: string) => `${some}%`, cleanWhat: 'of services lack nothing: time, fee, steps and phone are told', freshWhat: 'of services were looked through in the past year',
    missing: 'Have declared nothing yet:', most: 'Most left to do:', left: (count: string) => `services that lack something: ${count}`, allClean: 'No service lacks anything.',
    caption: 'Agency by agency', sorted: 'sorted by', need: 'whoever has most to do, first',
    agency: 'Agency', last: 'Last declared', services: 'Services', complete: 'Lack nothing', validity: 'Validity', plain: 'Plain language', freshness: 'Freshness', never: 'Never', no: 'None',
    size: (bytes: number) => (bytes < 1_000_000 ? `${formatNumber('en', Math.ceil(bytes / 1000))} kB` : `${formatNumber('en', bytes / 1_000_000, { maximumFractionDigits: 1 })} MB`),
    changed: (day: string, services: string) => `${services} services, updated ${day}`, file: 'File', what: 'For', volume: 'Size',
    files: {
      'services.xlsx': 'Reading in Excel; its columns are those of the declaration template', 'services.csv': 'The same table, for any program for tables or statistics',
      'services.json': 'The whole sheet of every service, for developers', 'cpsv-ap.jsonld': 'The European profile CPSV-AP 3.2, to link with the catalogues of other governments', 'cpsv-ap.ttl': 'The same profile as Turtle',
      'schema-org.jsonld': 'For search engines (schema.org)',
    } as Record<string, string>,
  },
};

const nameOf = (lang: Locale, { agency: { name } }: AgencyDeclaration): string => escape((lang === 'en' && name.en) || name.fa);
const sum = (items: AgencyDeclaration[], of: (item: AgencyDeclaration) => number): number => items.reduce((all, item) => all + of(item), 0);

/** What somebody asks first: how many have, how much, how good, how fresh; and whom to call. */
function figures(lang: Locale, { items, asOf }: DeclarationOverview): string {
  const say = words[lang];
  const number = (value: number) => formatNumber(lang, value);
  const services = sum(items, (item) => item.services);
  const share = (part: number) => (services ? say.clean(number(Math.floor((100 * part) / services))) : '–');
  const missing = items.filter((item) => !item.services);
  const most = items.filter((item) => item.services > item.clean).sort((a, b) => b.services - b.clean - (a.services - a.clean)).slice(0, 3);
  const tile = (value: string, what: string) => `<li><strong>${value}</strong> ${what}</li>`;
  const call = missing.length
    ? `<p><strong>${say.missing}</strong> ${missing.map((item) => nameOf(lang, item)).join(lang === 'fa' ? '، ' : ', ')}</p>`
    : '';
  return `<ul class="figures">${tile(say.declared(number(items.length - missing.length), number(items.length)), say.declaredWhat)}${tile(number(services), say.servicesWhat)}${
    tile(share(sum(items, ({ clean }) => clean)), say.cleanWhat)}${tile(share(services - sum(items, ({ staleEdits }) => staleEdits)), say.freshWhat)}</ul>
${call}<p>${most.length ? `<strong>${say.most}</strong> ${most.map((item) => `${nameOf(lang, item)} (${say.left(number(item.services - item.clean))})`).join(lang === 'fa' ? '؛ ' : '; ')}` : say.allClean}</p>
<p class="count">${say.asOf(`<time datetime="${asOf}">${formatDate(lang, asOf)}</time>`)}</p>`;
}

type Key = 'agency' | 'last' | 'services' | 'complete' | 'validity' | 'plain' | 'freshness';
const keys: Key[] = ['agency', 'last', 'services', 'complete', 'validity', 'plain', 'freshness'];
/** Whoever has none comes first, as where scores are worst. */
const cleanShare = ({ clean, services }: AgencyDeclaration): number => (services ? clean / services : -1);
const orders: Record<Key, (a: AgencyDeclaration, b: AgencyDeclaration) => number> = {
  agency: (a, b) => a.agency.name.fa.localeCompare(b.agency.name.fa, 'fa'),
  last: (a, b) => (a.lastDeclared ?? '').localeCompare(b.lastDeclared ?? ''),
  services: (a, b) => b.services - a.services,
  complete: (a, b) => cleanShare(a) - cleanShare(b),
  validity: (a, b) => (a.validity ?? -1) - (b.validity ?? -1),
  plain: (a, b) => (a.plain ?? -1) - (b.plain ?? -1),
  freshness: (a, b) => (a.freshness ?? -1) - (b.freshness ?? -1),
};

/** The table, as the gateway orders it or by one column; a bar shows what the number beside it says. */
function table(lang: Locale, { items }: DeclarationOverview, sort: string | null): string {
  const say = words[lang];
  const by = keys.find((key) => key === sort);
  const rows = by ? [...items].sort(orders[by]) : items;
  const head = keys.map((key) => `<th scope="col" role="columnheader"${by === key ? ` aria-sort="${key === 'services' ? 'descending' : 'ascending'}"` : ''}><a href="?sort=${key}#table">${say[key]}</a></th>`).join('');
  const cell = (key: Key, content: string) => `<td role="cell" data-label="${say[key]}">${content}</td>`;
  const score = (key: Key, value: number | null) => cell(key, value === null
    ? say.no
    : `<span class="score"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="8"/><rect width="${value}" height="8"/></svg>${formatNumber(lang, value)}</span>`);
  const row = (item: AgencyDeclaration) => {
    const { agency, lastDeclared, services, clean, validity, plain, freshness } = item;
    const name = nameOf(lang, item);
    return `<tr role="row"><th scope="row" role="rowheader">${services ? `<a href="/agency.html?id=${encodeURIComponent(agency.id)}">${name}</a>` : name}</th>${
      cell('last', lastDeclared ? `<time datetime="${lastDeclared}">${formatDate(lang, lastDeclared)}</time>` : say.never)}${
      cell('services', services ? formatNumber(lang, services) : say.no)}${cell('complete', services ? say.declared(formatNumber(lang, clean), formatNumber(lang, services)) : say.no)}${
      score('validity', validity)}${score('plain', plain)}${score('freshness', freshness)}</tr>`;
  };
  return `<div class="wide" role="region" aria-labelledby="table" tabindex="0"><table class="declared" role="table"><caption id="table">${say.caption} <span class="count">${by ? `${say.sorted} ${say[by]}` : say.need}</span></caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows.map(row).join('')}</tbody></table></div>`;
}

/** Bytes of each file, measured once for each state of the catalogue: the gateway streams them and knows no length before. */
let measured: { version: string; bytes: Promise<number[]> } | undefined;
const bytesOf = (gateway: string, { version, files }: OpenData): Promise<number[]> => {
  if (measured?.version !== version) {
    const bytes = (async () => {
      const sizes: number[] = [];
      // One after another: the gateway makes only so many exports at a time.
      for (const { path } of files) {
        const answer = await fetch(gateway + path);
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
        sizes.push((await answer.blob()).size);
      }
      return sizes;
    })();
    measured = { version, bytes };
    bytes.catch(() => (measured = undefined));
  }
  return measured!.bytes;
};

async function files(lang: Locale, gateway: string, province: string): Promise<string> {
  const say = words[lang];
  const open = await ask<OpenData>(`${gateway}/v1/open-data/${province}`);
  const bytes = await bytesOf(gateway, open);
  const known = Object.keys(say.files);
  const shown = open.files.map((file, at) => ({ ...file, bytes: bytes[at]! })).sort((a, b) => known.indexOf(a.name) - known.indexOf(b.name));
  return `<p>${say.changed(`<time datetime="${open.modified}">${formatDate(lang, open.modified)}</time>`, formatNumber(lang, open.offerings))}</p>
<table class="files"><thead><tr><th scope="col">${say.file}</th><th scope="col">${say.what}</th><th scope="col">${say.volume}</th></tr></thead><tbody>${shown.map(({ name, path, bytes: size }) =>
    `<tr><th scope="row"><a href="${escape(gateway + path)}" download><bdi dir="ltr">${escape(name)}</bdi></a></th><td>${say.files[name] ?? ''}</td><td>${say.size(size)}</td></tr>`).join('')}</tbody></table>`;
}

/** What `{{name}}` of a page stands for; undefined for a name that is not ours. A gateway that does not answer is said in its place. */
export async function publicData(name: string, gateway: string, lang: Locale, sort: string | null): Promise<string | undefined> {
  if (!['declaredFigures', 'declaredTable', 'openFiles', 'provinceId'].includes(name)) return undefined;
  try {
    const { province } = await ask<Catalogue>(`${gateway}/v1/catalogue`);
    if (name === 'provinceId') return escape(province.id);
    if (name === 'openFiles') return await files(lang, gateway, province.id);
    const overview = await ask<DeclarationOverview>(`${gateway}/v1/provinces/${province.id}/declarations`);
    return name === 'declaredFigures' ? figures(lang, overview) : table(lang, overview, sort);
  } catch {
    return name === 'provinceId' ? '' : `<p role="status">${words[lang].none}</p>`;
  }
}
