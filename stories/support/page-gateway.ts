import { Kysely, PostgresDialect } from 'kysely';
import agencies from '../../demo/data/alborz/agencies.json';
import calendar from '../../demo/data/alborz/calendar.json';
import national from '../../demo/data/national/national.json';
import province from '../../demo/data/alborz/province.json';
import formIndex from '../../demo/data/forms/index.json';
import { nationalInput } from '../../src/gateway/catalogue/national-files.ts';
import { provinceInput, type ProvinceFiles } from '../../src/gateway/catalogue/province-files.ts';
import { publishNational } from '../../src/gateway/catalogue/publish-national.ts';
import { publishProvince } from '../../src/gateway/catalogue/publish.ts';
import type { LexiconData } from '../../src/search/lexicon-data.ts';
import type { FormDefinition } from '../../src/contract/form.ts';
import type { GuideTree } from '../../src/contract/guide.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import { memoryFiles } from '../../src/gateway/memory-files.ts';
import { migrate } from '../../src/gateway/database/migrate.ts';
import type { Database } from '../../src/gateway/database/schema.ts';
import { deliverDue } from '../../src/gateway/messages/deliver.ts';
import { inboxSender } from '../../src/gateway/messages/sender.ts';
import { makeSecrets } from '../../src/gateway/node/make-secrets.ts';
import type { Ports } from '../../src/gateway/ports.ts';
import { PageEvents } from './page-events.ts';
import { PGlitePool } from './pglite-pool.ts';

/** Elements of a story reach the gateway of the page here; the other two show the pending and the failed state. */
export const origins = {
  gateway: 'https://desk.storybook.invalid',
  /** The same desk, where the mobile number has to be proven before a request is filed. */
  proving: 'https://proving.storybook.invalid',
  /** The same desk, where receipts are put on paper. */
  paper: 'https://paper.storybook.invalid',
  /** Never answers. */
  silent: 'https://silent.storybook.invalid',
  /** Cannot be reached. */
  down: 'https://down.storybook.invalid',
} as const;

/** Agencies in the page: enough for every state, few enough to open quickly. */
const published = ['sabt-ahval', 'abfa', 'ostandari', 'ict', 'shahrdari-karaj'];

const declarations = import.meta.glob<string>('../../demo/data/alborz/declarations/*.csv', { query: '?url', import: 'default', eager: true });
const nationals = import.meta.glob<string>('../../demo/data/national/declarations/*.csv', { query: '?url', import: 'default', eager: true });
const lexicon = import.meta.glob<LexiconData>('../../src/gateway/lexicon/*.json', { import: 'default', eager: true });
const definitions = import.meta.glob<FormDefinition>('../../demo/data/forms/*.form.json', { import: 'default', eager: true });
const trees = import.meta.glob<GuideTree>('../../src/gateway/guides/trees/*.json', { import: 'default', eager: true });

const bytesAt = async (address: string): Promise<Uint8Array> => new Uint8Array(await (await realFetch(address)).arrayBuffer());

async function nationalFiles(): Promise<Parameters<typeof nationalInput>[0]> {
  const bytes: Record<string, Uint8Array> = {};
  for (const [path, address] of Object.entries(nationals)) bytes[`declarations/${path.split('/').at(-1)!}`] = await bytesAt(address);
  return { national, declarations: bytes };
}

async function files(): Promise<ProvinceFiles> {
  const bytes: ProvinceFiles['declarations'] = {};
  for (const id of published) {
    bytes[`declarations/${id}.csv`] = await bytesAt(declarations[`../../demo/data/alborz/declarations/${id}.csv`]!);
  }
  return {
    province,
    agencies,
    calendar,
    declarations: bytes,
    forms: formIndex.map(({ agency, service, file }) => ({ agency, title: service, file, definition: definitions[`../../demo/data/forms/${file}`]! })),
    lexicon: Object.values(lexicon),
    guides: Object.values(trees),
  };
}

export interface PageGateway {
  ports: Ports;
  fetch(request: Request): Promise<Response>;
  setNow(instant: string | null): void;
  /** The session cookie that goes with calls of staff routes; null for nobody. */
  setCookie(cookie: string | null): void;
}

/** A page may not put a cookie on a request: the gateway sees this one as if it stood there. */
const withCookie = (request: Request, cookie: string): Request => {
  const headers = new Headers([...request.headers, ['cookie', cookie]]);
  return new Proxy(request, {
    get(target, key) {
      if (key === 'headers') return headers;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

/** An empty sheet: what lays Persian out on paper runs in Node alone. */
const emptySheet = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const realFetch = globalThis.fetch.bind(globalThis);
let made: Promise<PageGateway> | undefined;

/** The reference gateway with its own migrations on a PostgreSQL inside this page; started once. */
export const pageGateway = (): Promise<PageGateway> => (made ??= start());

async function start(): Promise<PageGateway> {
  let now: Date | null = null;
  let cookie: string | null = null;
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new PGlitePool() }) });
  await migrate(db);
  const ports: Ports = {
    db,
    now: () => now ?? new Date(),
    secrets: await makeSecrets(),
    files: memoryFiles(),
    log: { info: () => undefined, error: (event, fields) => console.error(event, fields) },
    settings: { production: false, province: 'alborz', helpPhone: '111', version: 'storybook', limitFactor: 1000, email: true },
  };
  await publishNational(ports, nationalInput(await nationalFiles(), 'storybook'));
  await publishProvince(ports, provinceInput(await files(), 'storybook', published));
  const gateway = createGateway(ports);
  const proving = createGateway({ ...ports, settings: { ...ports.settings, mobileProof: 'required' } });
  const paper = createGateway({ ...ports, receiptPdf: () => Promise.resolve(new TextEncoder().encode(emptySheet)) });
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    switch (new URL(request.url).origin) {
      case origins.gateway: {
        const answer = await gateway.fetch(cookie ? withCookie(request, cookie) : request, { address: '127.0.0.1' });
        await deliverDue(ports, { sms: inboxSender, email: inboxSender });
        return answer;
      }
      case origins.proving:
        return proving.fetch(request, { address: '127.0.0.1' });
      case origins.paper:
        return paper.fetch(request, { address: '127.0.0.1' });
      case origins.silent:
        return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
      case origins.down:
        throw new TypeError('Failed to fetch');
      default:
        return realFetch(input, init);
    }
  };
  globalThis.EventSource = PageEvents as unknown as typeof EventSource;
  return { ports, fetch: (request) => gateway.fetch(request), setNow: (instant) => (now = instant ? new Date(instant) : null), setCookie: (value) => (cookie = value) };
}
