import { toPersianDigits } from '../../../persian/digits.ts';
import { stageWords } from '../../open-data/words.ts';
import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import type { Column } from '../headers.ts';
import { FileProblem } from '../limits.ts';
import { sheetOfItems, type Item } from './items.ts';
import { readGraph, valuesOf, wordsOf, type Graph, type Node } from './linked-data.ts';
import type { Sheet } from './sheet.ts';

const cpsv = 'http://purl.org/vocab/cpsv#';
const cv = 'http://data.europa.eu/m8g/';
const dct = 'http://purl.org/dc/terms/';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const schema = ['http://schema.org/', 'https://schema.org/'];
const names = [`${dct}title`, `${skos}prefLabel`, 'http://www.w3.org/2000/01/rdf-schema#label', 'http://xmlns.com/foaf/0.1/name', `${dct}description`];

/** A value among several must not fall apart where the template parts them. */
const single = (value: string): string => value.replace(/\s*[؛\n]+\s*/g, '، ');
const join = (values: (string | undefined)[]): string => [...new Set(values.filter((value) => value !== undefined && value !== '').map((value) => single(value!)))].join('؛ ');
const stages = new Set(Object.values(stageWords));
/** «بازدید (دفتر فنی (شهرستان)، ارزیاب)»: unit and post at the end. */
const inBrackets = /\s*\(((?:[^()]|\([^()]*\))+?)(?:، ([^()،]+))?\)$/;
const numbered = /^\s*[\d۰-۹]+[.)-]\s*/;
/** What a name ends with behind its last `/`, `#` or `:`. */
const ending = (name: string): string => name.replace(/[/#:]+$/, '').split(/[/#:]/).at(-1) ?? name;

/** A part of an address in letters; one that is badly escaped stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

const units: [part: string, word: string][] = [['Y', 'سال'], ['M', 'ماه'], ['W', 'هفته'], ['D', 'روز'], ['h', 'ساعت'], ['m', 'دقیقه']];
/** `P10D` as people write it; of a duration in several units its own sign stays, and reading it tells. */
export function durationWords(iso: string): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0+(?:\.0+)?S)?)?$/.exec(iso)?.slice(1);
  const said = units.flatMap(([, word], at) => (Number(parts?.[at] ?? 0) ? [`${toPersianDigits(Number(parts![at]))} ${word}`] : []));
  if (parts && !said.length && /\d/.test(iso)) return 'همان روز';
  return said.length === 1 ? said[0]! : iso;
}

/** Of one public service: what its properties come to as columns. */
class Reader {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** What a value is called: a text, the name of the node, or else what its address ends with. */
  label = (value: unknown): string => {
    const [literal] = wordsOf([value]);
    if (literal) return literal;
    const node = this.#graph.of(value);
    if (!node) return '';
    for (const name of names) {
      const [word] = wordsOf(valuesOf(node, name));
      if (word) return word;
    }
    const id = String(node['@id'] ?? '');
    return id.startsWith('_:') ? '' : decoded(ending(id));
  };

  #nodes = (node: Node, ...of: string[]): Node[] => valuesOf(node, ...of).map(this.#graph.of).filter((found) => found !== undefined);
  #address = (values: unknown[]): string =>
    [...wordsOf(values), ...values.map((value) => String(this.#graph.of(value)?.['@id'] ?? ''))].find((text) => /^https?:/.test(text)) ?? '';

  #cost = (cost: Node): string => {
    const [value] = wordsOf(valuesOf(cost, `${cv}hasValue`, `${cv}value`));
    const [about] = wordsOf(valuesOf(cost, `${dct}description`, `${dct}title`));
    if (value === undefined) return about ?? '';
    if (Number(value) === 0) return [about === 'رایگان' ? '' : about, 'رایگان'].filter(Boolean).join(' ');
    const currency = this.label(valuesOf(cost, `${cv}currency`)[0]);
    // `2.5E5` is how an `xsd:double` is written.
    const amount = `${Number.isSafeInteger(Number(value)) ? Number(value) : value} ${/^irr$|ریال/i.test(currency) ? 'ریال' : currency}`.trim();
    // What the words already count is not counted twice.
    return about && /[\d۰-۹٠-٩]/.test(about) ? about : [about && `${about}:`, amount].filter(Boolean).join(' ');
  };

  #documents = (service: Node): string[] => {
    const requirements = this.#nodes(service, `${cv}holdsRequirement`);
    return [
      ...valuesOf(service, `${cv}hasInputType`), ...valuesOf(service, `${cpsv}hasInput`),
      ...requirements.flatMap((requirement) => valuesOf(requirement, `${cv}hasSupportingEvidence`)),
    ].map(this.label);
  };

  /** Which way stands for what: where a channel says so in the words of declarations, else it is taken for the way to ask. */
  #channels = (channels: Node[]): string => {
    const ways = new Map<string, Set<string>>();
    for (const channel of channels) {
      const way = this.label(valuesOf(channel, `${dct}type`)[0] ?? channel);
      const said = wordsOf(valuesOf(channel, `${dct}description`)).flatMap((text) => text.split('،')).map((word) => word.trim());
      if (way) for (const stage of said.length && said.every((word) => stages.has(word)) ? said : [stageWords.request]) ways.set(stage, (ways.get(stage) ?? new Set()).add(way));
    }
    return [...ways].map(([stage, own]) => `${stage}: ${[...own].join('، ')}`).join('؛ ');
  };

  /** A rule that is a numbered list tells the steps, with unit and post in brackets; other rules are prose about the law. */
  #steps = (service: Node): string => {
    const rules = this.#nodes(service, `${cpsv}follows`).flatMap((rule) => wordsOf(valuesOf(rule, `${dct}description`)).slice(0, 1));
    const lines = rules.map((text) => text.split('\n').filter((line) => line.trim())).find((own) => own.length && own.every((line) => numbered.test(line)));
    return join((lines ?? []).map((line) => line.replace(numbered, '').replace(inBrackets, (_, unit: string, post = '') => `|${unit}|${post}`)));
  };

  item(service: Node): Item {
    const values: Record<string, unknown> = {};
    const say = (column: Column, value: string | undefined) => {
      if (value) values[column] = value;
    };
    const first = (...of: string[]): string | undefined => wordsOf(valuesOf(service, ...of))[0];
    const labels = (name: string): string => join(valuesOf(service, name).map(this.label));
    const contacts = this.#nodes(service, `${cv}contactPoint`, `${cv}hasContactPoint`);
    const channels = this.#nodes(service, `${cv}hasChannel`);
    const ofContacts = (...of: string[]) => [...contacts, ...channels].flatMap((contact) => wordsOf(valuesOf(contact, ...of)));

    say('title', first(`${dct}title`));
    say('description', first(`${dct}description`));
    // Other identifiers are addresses of the other catalogue and say nothing here.
    say('code', wordsOf(valuesOf(service, `${skos}notation`, `${dct}identifier`)).find((text) => /^[\d۰-۹]{5,}$/.test(text)));
    const time = first(`${cv}processingTime`) ?? channels.flatMap((channel) => wordsOf(valuesOf(channel, `${cv}processingTime`)))[0];
    say('time', time && durationWords(time));
    const costs = this.#nodes(service, `${cv}hasCost`).map(this.#cost);
    // One alone may have parts of its own: it is free, and this costs nevertheless.
    say('fee', costs.length === 1 ? costs[0] : join(costs));
    say('channels', this.#channels(channels));
    say('steps', this.#steps(service));
    say('documents', join(this.#documents(service)));
    say('laws', labels(`${cv}hasLegalResource`));
    say('audience', labels(`${dct}audience`));
    say('lifeEvents', labels(`${cv}isGroupedBy`));
    say('keywords', join(wordsOf(valuesOf(service, 'http://www.w3.org/ns/dcat#keyword'))));
    say('link', this.#address(['http://xmlns.com/foaf/0.1/page', 'http://www.w3.org/ns/dcat#landingPage', ...schema.map((base) => `${base}url`)].flatMap((name) => valuesOf(service, name)))
      || this.#address(contacts.flatMap((contact) => valuesOf(contact, `${cv}contactPage`))));
    say('phone', ofContacts(`${cv}telephone`, ...schema.map((base) => `${base}telephone`))[0]?.replace(/^tel:/, ''));
    say('hours', join([...contacts, ...channels].flatMap((contact) => valuesOf(contact, `${cv}openingHours`, ...schema.map((base) => `${base}openingHours`)).map(this.label))));
    say('editedOn', first(`${dct}modified`)?.slice(0, 10));
    for (const name of Object.keys(service)) if (!name.startsWith('@') && !done.has(name)) values[ending(name)] = labels(name);
    return { values };
  }
}

/** Properties that are read, or say nothing of the service itself. */
const done = new Set([
  ...['title', 'description', 'identifier', 'audience', 'modified', 'isPartOf', 'spatial', 'language'].map((name) => dct + name),
  ...['processingTime', 'hasCost', 'hasChannel', 'hasInputType', 'holdsRequirement', 'hasLegalResource', 'isGroupedBy', 'contactPoint', 'hasContactPoint', 'hasCompetentAuthority'].map((name) => cv + name),
  `${cpsv}hasInput`, `${cpsv}follows`, `${skos}notation`, 'http://www.w3.org/ns/dcat#keyword', 'http://www.w3.org/ns/dcat#landingPage', 'http://xmlns.com/foaf/0.1/page', ...schema.map((base) => `${base}url`),
]);

/** Whether a JSON is JSON-LD. */
export const looksLikeLinkedData = ({ head }: DecodedText): boolean => /"@(?:context|graph|id|type)"\s*:/.test(head);

/** Public services of CPSV-AP 3 in JSON-LD, in any form and with any names of its own. Throws `FileProblem`. */
export async function readCpsv(text: DecodedText): Promise<Sheet[]> {
  const graph = await readGraph(text);
  const services = graph.nodes.filter((node) => Array.isArray(node['@type']) && node['@type'].includes(`${cpsv}PublicService`));
  if (!services.length) throw new FileProblem('json-ld-empty', 'در این فایل JSON-LD خدمتی از نوع cpsv:PublicService نیست.');
  const reader = new Reader(graph);
  return [
    sheetOfItems(repaired('cpsv', 'فایل داده CPSV-AP است: هر خدمت یک سطر شمرده شد و نخستین خدمت سطر ۲ است.'), async function* () {
      for (const service of services) yield reader.item(service);
    }),
  ];
}
