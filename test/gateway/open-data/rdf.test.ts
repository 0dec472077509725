import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store, Writer, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { namespaces } from '../../../src/gateway/open-data/rdf/vocabulary.ts';
import { isoDuration } from '../../../src/rules/government-service.ts';
import { hostileTitle, openCatalogue, type OpenCatalogue } from './catalogue.ts';
import { shapes } from './cpsv-ap-shapes.ts';

const { namedNode, literal, quad } = DataFactory;
const name = (term: string) => {
  const [prefix, local] = term.split(':') as [keyof typeof namespaces, string];
  return namedNode(namespaces[prefix] + local);
};
const type = name('rdf:type');

async function findings(data: Quad[]): Promise<string[]> {
  const report = await new SHACLValidator(new Store(new Parser().parse(shapes)) as never).validate(new Store(data) as never) as unknown as
    { results: { focusNode: { value: string } | null; path: { value: string } | null }[] };
  return report.results.map(({ focusNode, path }) => `${focusNode?.value} ${path?.value}`);
}
const of = (data: Quad[], subject: string, property: string) => data.filter((one) => one.subject.value === subject && one.predicate.equals(name(property))).map(({ object }) => object);
const typed = (data: Quad[], what: string) => data.filter(({ predicate, object }) => predicate.equals(type) && object.equals(name(what))).map(({ subject }) => subject.value);

describe('the catalogue as CPSV-AP and schema.org', () => {
  let open: OpenCatalogue;
  let turtle: Quad[];
  let service: string;
  const get = (file: string, init: RequestInit = {}, province = 'alborz') => open.gateway.fetch(`/v1/open-data/${province}/${file}`, init);
  const read = async (file: string, province = 'alborz') => new Parser().parse(await (await get(file, {}, province)).text());
  before(async () => {
    open = await openCatalogue();
    turtle = await read('cpsv-ap.ttl');
    service = typed(turtle, 'cpsv:PublicService').find((iri) => of(turtle, iri, 'dct:title')[0]?.value === hostileTitle)!;
  });
  after(() => open.gateway.stop());

  it('conforms to the shapes of CPSV-AP 3.2.0, every sheet of both provinces', async () => {
    for (const province of ['alborz', 'isfahan']) {
      const data = province === 'alborz' ? turtle : await read('cpsv-ap.ttl', province);
      assert.equal(typed(data, 'cpsv:PublicService').length, (await open.sheets(province)).length);
      assert.deepEqual(await findings(data), [], province);
    }
  });

  it('can be declared again by another gateway and means the same, as far as the vocabulary has words for it', async () => {
    const { services } = await readDeclaration(new Uint8Array(await (await get('cpsv-ap.jsonld')).arrayBuffer()), 'cpsv-ap.jsonld');
    const sheets = new Map((await open.sheets('alborz')).map((sheet) => [`${sheet.title} ${sheet.description}`, sheet]));
    assert.equal(services.length, sheets.size);
    let met = 0;
    for (const one of services) {
      const sheet = sheets.get(`${one.title} ${one.description}`);
      if (!sheet) continue;
      met++;
      // A duration has no working days and no "3 to 7", and a fee in several lines is as many costs.
      const whole = sheet.fee.lines.length < 2;
      const facts = ({ code, editedOn, lifeEvents, channels, steps, documents, keywords, audience, laws, link, fee }: typeof sheet | typeof one) =>
        ({ code, editedOn, lifeEvents, channels: Object.fromEntries(Object.entries(channels).map(([stage, ways]) => [stage, [...ways].sort()])), steps, documents, keywords, audience, laws, link: link && new URL(link).href, fee: whole && fee.lines });
      assert.deepEqual(facts(one), facts(sheet), sheet.title);
      if (one.time) assert.deepEqual([one.time.max, one.time.unit], [sheet.time?.max, sheet.time?.unit], sheet.title);
      assert.equal(one.time !== null, isoDuration(sheet.time) !== undefined, sheet.title);
    }
    // All but the hostile one, whose line breaks and signs are cleaned.
    assert.equal(met, services.length - 1);
  });

  it('is found out where it does not', async () => {
    const one = turtle.filter(({ subject: { value } }) => value === service || value.startsWith(`${service}#`) || !value.includes('/v1/offerings/'));
    assert.deepEqual(await findings(one), []);
    const broken: [string, (all: Quad[]) => Quad[]][] = [
      ['dct:title', (all) => all.filter((one) => !(one.subject.value === service && one.predicate.equals(name('dct:title'))))],
      ['dct:identifier', (all) => [...all, quad(namedNode(service), name('dct:identifier'), literal('another'))]],
      ['dcat:keyword', (all) => [...all, quad(namedNode(service), name('dcat:keyword'), literal('no language'))]],
      ['cv:isGroupedBy', (all) => [...all, quad(namedNode(service), name('cv:isGroupedBy'), namedNode('urn:mizban:nothing'))]],
      ['cv:processingTime', (all) => [...all, quad(namedNode(service), name('cv:processingTime'), literal('soon', name('xsd:duration')))]],
    ];
    for (const [property, change] of broken) assert.deepEqual([...new Set(await findings(change(one)))], [`${service} ${name(property).value}`], property);
  });

  it('says as JSON-LD what it says as Turtle, with no context to fetch', async () => {
    const document = (await (await get('cpsv-ap.jsonld')).json()) as jsonld.JsonLdDocument;
    const documentLoader = (url: string) => Promise.reject(new Error(`asked for ${url}`));
    // A page that two services name is said twice, and is one statement.
    const lines = (quads: Quad[]) => [...new Set(new Writer({ format: 'application/n-quads' }).quadsToString(quads).split('\n'))].sort();
    const nquads = (await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads' })) as unknown as string;
    const told = lines(new Parser().parse(nquads));
    assert.ok(told.length > 5_000);
    assert.deepEqual(told, lines(turtle));
  });

  it('keeps every sign of a sheet, and names a service by an address that answers', async () => {
    const [sheet] = await open.sheets('alborz');
    const [title] = of(turtle, service, 'dct:title');
    assert.deepEqual([title!.value, (title as unknown as { language: string }).language], [hostileTitle, 'fa']);
    assert.equal(of(turtle, service, 'dct:description')[0]!.value, sheet!.description);
    assert.deepEqual(of(turtle, `${service}#law-1`, 'dct:title').map(({ value }) => value), sheet!.laws);
    assert.equal(((await (await open.gateway.fetch(new URL(service).pathname)).json()) as { id: string }).id, sheet!.id);
  });

  it('types every resource that it points at, and labels every concept', () => {
    const described = new Set(turtle.filter(({ predicate }) => predicate.equals(type)).map(({ subject }) => subject.value));
    const pointed = turtle.filter(({ predicate, object }) => object.termType === 'NamedNode' && !predicate.equals(type)).map(({ object }) => object.value);
    assert.deepEqual([...new Set(pointed)].filter((iri) => !described.has(iri)), []);
    for (const iri of typed(turtle, 'skos:Concept')) assert.ok(of(turtle, iri, 'skos:prefLabel').length, iri);
  });

  it('has all that the sheets say of fees, channels, papers and steps', async () => {
    const sheets = await open.sheets('alborz');
    const count = (of: (sheet: (typeof sheets)[number]) => number) => sheets.reduce((sum, sheet) => sum + of(sheet), 0);
    assert.equal(typed(turtle, 'cv:Evidence').length, count(({ documents }) => documents.length));
    assert.equal(typed(turtle, 'cv:Channel').length, count(({ channels }) => new Set(Object.values(channels).flat()).size));
    assert.equal(typed(turtle, 'cpsv:Rule').length, count(({ steps }) => (steps.length ? 1 : 0)));
    assert.ok(typed(turtle, 'cv:Cost').length > 20 && typed(turtle, 'cv:ContactPoint').length > 20);
    const samples = turtle.filter(({ object }) => object.value === 'urn:mizban:status:sample' && object.termType === 'NamedNode').length;
    assert.equal(samples, count(({ illustrative }) => Number(illustrative)));
  });

  it('gives all services as schema.org, one context for all', async () => {
    const { '@context': context, '@graph': nodes } = (await (await get('schema-org.jsonld')).json()) as { '@context': string; '@graph': Record<string, unknown>[] };
    assert.equal(context, 'https://schema.org');
    assert.deepEqual(nodes.map(({ name: words }) => (words as { '@value': string })['@value']), (await open.sheets('alborz')).map(({ title }) => title));
    assert.ok(nodes.every((node) => node['@type'] === 'GovernmentService' && !('@context' in node)));
  });

  it('is not sent again to who has it', async () => {
    for (const file of ['cpsv-ap.ttl', 'cpsv-ap.jsonld', 'schema-org.jsonld']) {
      const tag = (await get(file, { method: 'HEAD' })).headers.get('etag')!;
      assert.equal((await get(file, { headers: { 'if-none-match': tag } })).status, 304, file);
    }
  });
});
