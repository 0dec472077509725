import type { Agency } from '../../../contract/agency.ts';
import type { LocalText } from '../../../contract/common.ts';
import { channelWords, documentWords, levelWords, lifeEventWords, natureWords, relationWords } from '../words.ts';
import { fa, local, plain, resource, to, type Resource } from './model.ts';
import { concept, persian, provinceAddress, rial } from './vocabulary.ts';

export const placeOf = (origin: string, province: string): string => `${provinceAddress(origin, province)}#area`;
export const agencyOf = (origin: string, province: string, agency: string): string => `${provinceAddress(origin, province)}#agency-${agency}`;

const listed = (list: Parameters<typeof concept>[0], words: Record<string, string>): Resource[] =>
  Object.entries(words).map(([name, word]) => resource(concept(list, name), 'skos:Concept', { 'skos:prefLabel': fa(word), 'skos:notation': plain(name) }));

/** What the sheets of all provinces point at: the closed lists, the language, the currency. */
const everywhere: Resource[] = [
  resource(persian, 'dct:LinguisticSystem', { 'dct:title': [fa('فارسی')!, { text: 'Persian', lang: 'en' }] }),
  resource(rial, 'skos:Concept', { 'skos:prefLabel': [fa('ریال ایران')!, { text: 'Iranian rial', lang: 'en' }], 'skos:notation': plain('IRR') }),
  ...listed('status', { active: 'در حال ارائه', sample: 'نمونه است و سند رسمی نیست.' }),
  ...listed('channel', channelWords),
  ...listed('document', documentWords),
  ...listed('level', levelWords),
  ...listed('nature', natureWords),
  ...listed('relation', relationWords),
  ...Object.entries(lifeEventWords).map(([name, word]) =>
    // Concept and event at once: the closed list is all that is known of a life event.
    resource(concept('life-event', name), ['cv:Event', 'cv:LifeEvent', 'skos:Concept'], {
      'dct:identifier': plain(name), 'dct:title': fa(word), 'skos:prefLabel': fa(word), 'dct:type': to(concept('life-event', name)),
    })),
];

/** What the sheets of a province point at and do not describe themselves. */
export const sharedResources = (origin: string, province: { id: string; name: LocalText }, agencies: Pick<Agency, 'id' | 'name'>[]): Resource[] => [
  ...everywhere,
  resource(placeOf(origin, province.id), ['dct:Location', 'atu:atu-type'], { 'dct:title': local(province.name), 'skos:prefLabel': local(province.name) }),
  ...agencies.map(({ id, name }) => resource(agencyOf(origin, province.id, id), ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'], {
    'dct:identifier': plain(`${province.id}:${id}`), 'dct:title': local(name), 'skos:prefLabel': local(name), 'dct:spatial': to(placeOf(origin, province.id)),
  })),
];
