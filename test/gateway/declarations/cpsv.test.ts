import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDeclaration, type DeclarationReading } from '../../../src/gateway/declarations/read.ts';
import { durationWords } from '../../../src/gateway/declarations/sheets/cpsv.ts';
import { bytes } from './files.ts';

const read = (value: unknown) => readDeclaration(bytes(JSON.stringify(value)), 'services.jsonld');
const told = ({ findings }: DeclarationReading, rule: string) => findings.find((found) => found.rule === rule)?.message ?? '';

const prefixes = {
  cpsv: 'http://purl.org/vocab/cpsv#', cv: 'http://data.europa.eu/m8g/', dct: 'http://purl.org/dc/terms/', skos: 'http://www.w3.org/2004/02/skos/core#',
  dcat: 'http://www.w3.org/ns/dcat#', foaf: 'http://xmlns.com/foaf/0.1/', xsd: 'http://www.w3.org/2001/XMLSchema#', eli: 'http://data.europa.eu/eli/ontology#',
};
const fa = (value: string) => ({ '@value': value, '@language': 'fa' });
const en = (value: string) => ({ '@value': value, '@language': 'en' });
const id = (value: string) => ({ '@id': value });
const base = 'https://city.example/';

const service = {
  '@id': `${base}service/1`, '@type': 'cpsv:PublicService', 'dct:identifier': [`${base}service/1`, '13031670100'],
  'dct:title': [en('Certificate of residence'), fa('صدور گواهی سکونت')], 'dct:description': fa('گواهی برای کسی که در شهر زندگی می‌کند.'),
  'cv:hasCompetentAuthority': id(`${base}city`), 'cv:processingTime': { '@value': 'P10D', '@type': 'xsd:duration' },
  'cv:hasCost': [id(`${base}cost/1`)], 'cv:hasChannel': id(`${base}channel/web`), 'cv:hasInputType': [id(`${base}evidence/1`)],
  'cpsv:hasInput': { '@type': 'cv:Evidence', 'dct:identifier': 'e2', 'dct:title': fa('قبض آب؛ برق یا گاز') },
  'cv:hasLegalResource': { '@id': `${base}law/1`, '@type': 'eli:LegalResource', 'dct:title': fa('آیین‌نامه سکونت') },
  'cv:isGroupedBy': { '@type': 'cv:LifeEvent', 'dct:title': fa('ثبت مالکیت') }, 'dcat:keyword': [fa('محل زندگی'), fa('نشانی')],
  'dct:audience': { '@type': 'skos:Concept', 'skos:prefLabel': [fa('ساکنان شهر'), en('Residents')] },
  'cv:contactPoint': { '@type': 'cv:ContactPoint', 'cv:telephone': 'tel:026-32000011', 'cv:openingHours': 'شنبه تا چهارشنبه ۸ تا ۱۴' },
  'foaf:page': id('https://city.example/residence'), 'dct:modified': { '@value': '2026-05-22T08:00:00Z', '@type': 'xsd:dateTime' },
  'cpsv:produces': { '@type': 'cv:Output', 'dct:identifier': 'o', 'dct:title': fa('گواهی') },
};
/** They stand before, behind and inside the service. */
const others = [
  { '@id': `${base}city`, '@type': 'cv:PublicOrganisation', 'skos:prefLabel': fa('شهرداری') },
  { '@id': `${base}cost/1`, '@type': 'cv:Cost', 'dct:identifier': 'c', 'cv:hasValue': { '@value': '250000', '@type': 'xsd:double' }, 'cv:currency': id('http://publications.europa.eu/resource/authority/currency/IRR'), 'dct:description': fa('تعرفه') },
  { '@id': `${base}channel/web`, '@type': 'cv:Channel', 'dct:identifier': 'w', 'dct:type': { '@id': 'https://types.example/web', 'skos:prefLabel': fa('اینترنتی') } },
  { '@id': `${base}evidence/1`, '@type': 'cv:EvidenceType', 'dct:identifier': 'e1', 'dct:title': fa('شماره ملی') },
];

/** Names in full and every value in a list, as JSON-LD expands it. */
function full(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(full);
  if (value === null || typeof value !== 'object') return value;
  const name = (key: string) => key.replace(/^(\w+):(?!\/\/)/, (whole, prefix: string) => (prefixes as Record<string, string>)[prefix] ?? whole);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (key === '@id' || key === '@value' || key === '@language') return [key, inner];
    if (key === '@type') return '@value' in value ? [key, name(inner as string)] : [key, [name(inner as string)]];
    const list = (Array.isArray(inner) ? inner : [inner]) as unknown[];
    return [name(key), list.map((one) => (typeof one === 'string' ? { '@value': one } : full(one)))];
  }));
}

const forms: [string, unknown][] = [
  ['as a graph with prefixes', { '@context': prefixes, '@graph': [others[0], others[1], service, ...others.slice(2)] }],
  ['expanded, without a context', full([service, ...others])],
  ['with names of its own', {
    '@context': { ...prefixes, id: '@id', type: '@type', services: { '@id': 'dct:hasPart', '@container': '@set' } },
    id: `${base}catalogue`, type: 'dcat:Dataset', services: [service], '@included': others,
  }],
];

describe('public services of CPSV-AP', () => {
  for (const [form, value] of forms) {
    it(`are read ${form}, by the same rules`, async () => {
      const reading = await read(value);
      assert.equal(reading.services.length, 1, JSON.stringify(reading.findings));
      const [one] = reading.services;
      assert.deepEqual(
        { title: one!.title, code: one!.code, time: one!.time, fee: one!.fee.lines, request: one!.channels.request, documents: one!.documents.map(({ title }) => title).sort() },
        {
          title: 'صدور گواهی سکونت', code: '13031670100', time: { min: 10, max: 10, unit: 'day' }, fee: [{ label: 'تعرفه', amountRial: 250000, maxRial: null }],
          request: ['internet'], documents: ['شماره ملی', 'قبض آب، برق یا گاز'],
        },
      );
      assert.deepEqual(
        { laws: one!.laws, events: one!.lifeEvents, keywords: one!.keywords, audience: one!.audience, phone: one!.phone, hours: one!.hoursText, link: one!.link, on: one!.editedOn },
        {
          laws: ['آیین‌نامه سکونت'], events: ['property'], keywords: ['محل زندگی', 'نشانی'], audience: ['ساکنان شهر'], phone: '02632000011',
          hours: 'شنبه تا چهارشنبه ۸ تا ۱۴', link: 'https://city.example/residence', on: '2026-05-22',
        },
      );
      assert.match(told(reading, 'unknown-columns'), /produces/);
      assert.ok(told(reading, 'cpsv'));
    });
  }

  const release = 'https://semiceu.github.io/CPSV-AP/releases';
  /** As the profile names things, «Class.property», with hours as each release has them. */
  const named = (context: unknown, hours: unknown) => ({
    '@context': context,
    '@graph': [
      {
        '@id': `${base}service/1`, '@type': 'PublicService', 'PublicService.identifier': '13031670100', 'PublicService.name': [en('Certificate of residence'), fa('صدور گواهی سکونت')],
        'PublicService.description': fa('گواهی برای کسی که در شهر زندگی می‌کند.'), 'PublicService.processingTime': 'P10D', 'PublicService.hasCost': `${base}cost/1`,
        'PublicService.hasInputType': [`${base}evidence/1`], 'PublicService.holdsRequirement': { '@type': 'Requirement', 'Requirement.hasSupportingEvidence': { '@type': 'Evidence', 'Evidence.name': fa('قبض آب') } },
        'PublicService.addressee': { 'skos:prefLabel': fa('ساکنان شهر'), '@type': 'Concept' }, 'PublicService.contactPoint': { '@type': 'ContactPoint', 'ContactPoint.hasTelephone': '026-32000011', 'ContactPoint.openingHours': hours },
      },
      { '@id': `${base}cost/1`, '@type': 'Cost', 'Cost.hasValue': 250000, 'Cost.currency': 'http://publications.europa.eu/resource/authority/currency/IRR', 'Cost.description': fa('تعرفه') },
      { '@id': `${base}evidence/1`, '@type': 'EvidenceType', 'dct:title': fa('شماره ملی') },
    ],
  });
  const hours = 'شنبه تا چهارشنبه ۸ تا ۱۴';
  for (const [address, asWords] of [
    [`${release}/3.0.0/context/cpsv-ap.jsonld`, true], [`${release}/3.0.0/context/cpsv-ap_en.jsonld`, true], [`${release}/3.1.1/context/cpsv-ap_en.jsonld`, false], [`${release}/3.2.0/context/cpsv-ap.jsonld`, false],
    ['http://semiceu.github.io/uri.semic.eu-generated/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld', false],
    ['https://raw.githubusercontent.com/SEMICeu/CPSV-AP/master/releases/3.2.0/context/cpsv-ap_en.jsonld', false],
  ] as const) {
    it(`are read with the names of the release, ${address}, without fetching it`, async () => {
      const reading = await read(named([address, prefixes], asWords ? fa(hours) : { '@type': 'TemporalEntity', 'TemporalEntity.description': fa(hours) }));
      const [one] = reading.services;
      assert.deepEqual(
        { title: one!.title, code: one!.code, time: one!.time, fee: one!.fee.lines, documents: one!.documents.map(({ title }) => title), audience: one!.audience, phone: one!.phone, hours: one!.hoursText },
        {
          title: 'صدور گواهی سکونت', code: '13031670100', time: { min: 10, max: 10, unit: 'day' }, fee: [{ label: 'تعرفه', amountRial: 250000, maxRial: null }],
          documents: ['شماره ملی', 'قبض آب'], audience: ['ساکنان شهر'], phone: '02632000011', hours,
        },
      );
      assert.ok(!told(reading, 'unknown-columns'), told(reading, 'unknown-columns'));
    });
  }

  it('take no other address for that of a release', async () => {
    for (const address of ['https://semiceu.github.io.evil.example/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld', `${release}/2.2.1/CPSV-AP_v2.2.1.jsonld`, `${release}/3.2.0/context/cpsv-ap.jsonld?x`])
      assert.ok(told(await read(named(address, hours)), 'json-ld-context'), address);
  });

  it('never make the gateway fetch anything', async () => {
    for (const context of ['https://vocabulary.example/cpsv.jsonld', [prefixes, 'http://127.0.0.1:9/context'], { '@version': 1.1, '@import': 'https://import.example/' }]) {
      const reading = await read({ '@context': context, '@graph': [service] });
      assert.deepEqual(reading.services, []);
      assert.match(told(reading, 'json-ld-context'), /(?:vocabulary\.example|127\.0\.0\.1:9|import\.example).*expanded/);
    }
  });

  it('are refused with a reason when the file is cut off, too deep, or holds none', async () => {
    const whole = JSON.stringify({ '@context': prefixes, '@graph': [service, ...others] });
    assert.ok(told(await readDeclaration(bytes(whole.slice(0, -30)), 'a'), 'file-broken'));
    assert.ok(told(await readDeclaration(bytes(`{"@id":"a:b","a:c":${'{"a:c":'.repeat(50_000)}1${'}'.repeat(50_000)}}`), 'a'), 'file-broken'));
    assert.match(told(await read({ '@context': prefixes, '@graph': others }), 'json-ld-empty'), /PublicService/);
  });

  it('say durations in words that declarations are read in', () => {
    const cases = { P10D: '۱۰ روز', PT4H: '۴ ساعت', PT30M: '۳۰ دقیقه', P1M: '۱ ماه', P2W: '۲ هفته', P1Y: '۱ سال', PT0S: 'همان روز', P1DT2H: 'P1DT2H', words: 'words', P: 'P' };
    for (const [iso, words] of Object.entries(cases)) assert.equal(durationWords(iso), words);
  });
});
