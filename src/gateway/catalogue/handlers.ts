import type { CatalogueDelta } from '../../contract/catalogue-delta.ts';
import type { CatalogueIndex } from '../../contract/catalogue.ts';
import type { FormDefinition } from '../../contract/form.ts';
import { buildIndex } from '../../search/build.ts';
import { compileLexicon } from '../../search/compile-lexicon.ts';
import { deltaBetween } from '../../search/delta.ts';
import type { CallerContext, Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { immutable, matches, shortLived } from '../http/respond.ts';
import { KeepLast } from '../keep-last.ts';
import { representationOf } from '../open-data/representations.ts';
import type { Ports } from '../ports.ts';
import { CatalogueSearch } from '../search/catalogue-search.ts';
import { answersSchema } from './form-schema.ts';
import { shardText } from './shard-store.ts';
import { agencies, asPublished, formVersion, indexPair, indexText, lexiconText, offering, province, publishedSheet, workingCalendar } from './store.ts';

type Names = 'catalogue' | 'catalogueIndex' | 'catalogueDelta' | 'catalogueLexicon' | 'catalogueShard' | 'search' | 'calendar' | 'offering' | 'offeringForm' | 'formSchema';

/** For who does not know the catalogue yet: the index of the one that is in force, whichever that is. No version is named so. */
const inForce = 'now';
/** A delta that is a larger part of the whole index saves nobody anything worth its work. */
const mostOfIndex = 0.6;
const deltasKept = 32;

const searchLimit = { usual: 20, most: 100 };

/** What was kept as JSON goes out as it is. */
const jsonText = (text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });

const cache = (caller: CallerContext, value: string): void => caller.headers.set('cache-control', value);

/** `?v=3`, or undefined; anything else names no version. */
function versionOf(v: string | undefined): number | undefined {
  if (v === undefined || v === '') return undefined;
  if (!/^[1-9]\d{0,8}$/.test(v)) throw new ProblemException('notFound');
  return Number(v);
}

export function catalogueHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db, settings } = ports;
  const searches = new CatalogueSearch(ports);
  // Versions never change, nor does what lies between two.
  const deltas = new KeepLast<CatalogueDelta | undefined>(deltasKept);

  /** Undefined when the whole index is the better way. */
  async function makeDelta(version: string, older: string): Promise<CatalogueDelta | undefined> {
    const [whole, old] = version === older ? [] : await indexPair(db, version, older);
    if (!whole || !old) throw new ProblemException('notFound');
    const delta = deltaBetween(JSON.parse(old) as CatalogueIndex, JSON.parse(whole) as CatalogueIndex);
    return delta && JSON.stringify(delta).length <= whole.length * mostOfIndex ? delta : undefined;
  }

  /** The form of an offering, as it is now or was once. */
  async function formOf(id: string, version: number | undefined): Promise<FormDefinition> {
    const { form } = await offering(db, id);
    if (!form) throw new ProblemException('form.notFound');
    return formVersion(db, form.id, version ?? form.version);
  }

  return {
    async catalogue({ query }, caller) {
      const place = await province(db, query.province ?? settings.province);
      const all = await agencies(db, place.id);
      const version = place.catalogueVersion ?? 'empty';
      cache(caller, shortLived);
      return {
        province: { id: place.id, name: place.name },
        version,
        index: place.inOneFile ? `/v1/catalogue/index/${version}` : null,
        shards: place.inOneFile ? null : `/v1/catalogue/shards/${version}`,
        lexicon: `/v1/catalogue/lexicon/${place.lexiconVersion ?? 'empty'}`,
        offerings: all.reduce((sum, { offerings }) => sum + offerings, 0),
        agencies: place.inOneFile || query.agencies === 'all' ? all : [],
        helpPhone: settings.helpPhone,
      };
    },

    async catalogueIndex({ params, query }, caller) {
      const now = params.version === inForce;
      const place = now ? await province(db, query.province ?? settings.province) : undefined;
      const version = place ? (place.catalogueVersion ?? 'empty') : params.version;
      if (version === 'empty') return buildIndex({ version, offerings: [], lexicon: compileLexicon([], 'empty') });
      cache(caller, now ? shortLived : immutable);
      // Who asks before knowing the catalogue is told nothing wrong: there is an index, in shards.
      if (place && !place.inOneFile) return new Response(null, { status: 204 });
      const tag = `"${version}"`;
      if (now && matches(caller.request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: { etag: tag } });
      const text = await indexText(db, version);
      if (!text) throw new ProblemException('notFound');
      return jsonText(text, now ? { etag: tag, 'content-location': `/v1/catalogue/index/${version}` } : {});
    },

    async catalogueDelta({ params }, caller) {
      const { version, older } = params;
      const delta = await deltas.get(`${version} ${older}`, () => makeDelta(version, older));
      if (!delta) throw new ProblemException('notFound');
      cache(caller, immutable);
      return delta;
    },

    async catalogueShard({ params }, caller) {
      const text = await shardText(db, params.version, `${params.folder}/${params.file}`);
      if (!text) throw new ProblemException('notFound');
      cache(caller, immutable);
      return jsonText(text);
    },

    async catalogueLexicon({ params }, caller) {
      if (params.version === 'empty') return compileLexicon([], 'empty').published;
      const text = await lexiconText(db, params.version);
      if (!text) throw new ProblemException('notFound');
      cache(caller, immutable);
      return jsonText(text);
    },

    async search({ query }, caller) {
      const place = await province(db, query.province ?? settings.province);
      const q = query.q ?? '';
      const version = place.catalogueVersion ?? 'empty';
      const limit = Math.min(Number.parseInt(query.limit ?? '', 10) || searchLimit.usual, searchLimit.most);
      cache(caller, shortLived);
      if (version === 'empty' || limit < 1) return { query: q, version, total: 0, items: [], situations: [] };
      const { total, hits, readAs, situations } = await searches.search(version, q, { agency: query.agency || undefined, limit });
      return { query: q, version, total, items: hits, ...(readAs && { readAs }), situations };
    },

    async calendar({ query }, caller) {
      cache(caller, shortLived);
      return workingCalendar(db, query.province ?? settings.province);
    },

    async offering({ params, query }, caller) {
      const version = versionOf(query.v);
      const published = await publishedSheet(db, params.id, version);
      caller.headers.set('vary', 'accept');
      const other = await representationOf(ports, caller.request, published, version !== undefined);
      if (other) return other;
      cache(caller, version === undefined ? shortLived : immutable);
      return asPublished(published);
    },

    async offeringForm({ params, query }, caller) {
      const version = versionOf(query.v);
      const definition = await formOf(params.id, version);
      cache(caller, version === undefined ? shortLived : immutable);
      return definition;
    },

    async formSchema({ params, query }, caller) {
      const version = versionOf(query.v);
      const definition = await formOf(params.id, version);
      cache(caller, version === undefined ? shortLived : immutable);
      return answersSchema(definition);
    },
  };
}
