/** Namespaces of CPSV-AP 3.2 and of what it borrows, by the prefixes that its documents use. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  /** Of the one class that the shapes of CPSV-AP ask of an organisation's area by this name. */
  atu: 'http://data.europa.eu/88u/dataset/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The profile that the exports follow, for `conformsTo` and for the `profile` of a media type. */
export const cpsvAp = 'https://semiceu.github.io/CPSV-AP/releases/3.2.0/';
export const schemaOrg = 'https://schema.org';

/** A term as Turtle and our JSON-LD write it: `cv:hasCost`. */
export type Name = `${keyof typeof namespaces}:${string}`;

/** Concepts that mean the same on every gateway: `urn:mizban:life-event:birth`. */
export const concept = (list: 'life-event' | 'channel' | 'document' | 'level' | 'nature' | 'relation' | 'status', name: string): string => `urn:mizban:${list}:${name}`;

/** Of the authority tables of the Publications Office of the European Union. */
export const persian = 'http://publications.europa.eu/resource/authority/language/FAS';
export const rial = 'http://publications.europa.eu/resource/authority/currency/IRR';

/** Where a service is described, in every export and by itself. */
export const serviceAddress = (origin: string, id: string): string => `${origin}/v1/offerings/${id}`;
/** Where a province's files are listed; its agencies and its area are named by fragments of it. */
export const provinceAddress = (origin: string, id: string): string => `${origin}/v1/open-data/${id}`;
