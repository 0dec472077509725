import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { fetchCatalogue } from '../../../src/gateway/node/fetch-catalogue.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';
import { serveLoopback } from '../../support/loopback.ts';

const run = promisify(execFile);
const declare = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'src/gateway/commands/declare.ts', ...args]);
const lastLine = (text: string): Record<string, unknown> => JSON.parse(text.trim().split('\n').at(-1)!) as Record<string, unknown>;

describe('the catalogue of another gateway', () => {
  let gateway: TestGateway;
  let published: string[];
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all', listen: true });
    const sheets = await gateway.db.selectFrom('offering as o')
      .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
      .select('v.sheet').where('o.province', '=', 'alborz').execute();
    published = sheets.map(({ sheet }) => `${sheet.title} ${sheet.code} ${sheet.editedOn}`).sort();
    assert.ok(published.length > 180);
  });
  after(() => gateway.stop());

  const titlesOf = async (file: Blob): Promise<string[]> => (await readDeclaration(file, 'x')).services.map(({ title, code, editedOn }) => `${title} ${code} ${editedOn}`).sort();

  for (const path of ['/v1/hsds/alborz', '/v1/hsds/alborz/', '/v1/hsds/alborz/services', '/v1/hsds/alborz/services?per_page=50']) {
    it(`comes whole, page by page, by ${path}`, async () => {
      const pages: string[] = [];
      const { file, services } = await fetchCatalogue(gateway.url + path, { onPage: (page, all) => pages.push(`${page}/${all}`) });
      assert.equal(services, published.length);
      assert.deepEqual(await titlesOf(file), published);
      assert.deepEqual(pages, path.includes('50') ? ['1/4', '2/4', '3/4', '4/4'] : ['1/2', '2/2']);
    });
  }

  it('comes as one document of CPSV-AP', async () => {
    const { file, services } = await fetchCatalogue(`${gateway.url}/v1/open-data/alborz/cpsv-ap.jsonld`);
    assert.equal(services, null);
    assert.deepEqual(await titlesOf(file), published);
  });

  it('comes by the command, which also keeps what it fetched; or only what changed since', async () => {
    const out = await mkdtemp(join(tmpdir(), 'declare-'));
    try {
      const save = join(out, 'fetched.json');
      const { stdout } = await declare('--from', `${gateway.url}/v1/hsds/alborz`, '--save', save);
      assert.deepEqual([lastLine(stdout)['files'], lastLine(stdout)['published']], [1, published.length]);
      assert.deepEqual(await titlesOf(new Blob([await readFile(save)])), published);
      await assert.rejects(declare('--from', `${gateway.url}/v1/hsds/alborz`, '--save', save), { code: 2 });
      const later = new Date(Date.parse(testNow) + 1000).toISOString();
      const none = await declare('--from', `${gateway.url}/v1/hsds/alborz`, '--modified-after', later);
      assert.deepEqual([lastLine(none.stdout)['files'], lastLine(none.stdout)['published']], [0, 0]);
      assert.match(none.stderr, /holds no service that changed since/);
      await assert.rejects(declare('--from', `${gateway.url}/v1/hsds/nowhere`), (error: { code: number; stderr: string }) => {
        assert.equal(error.code, 2);
        assert.match(error.stderr, /^Nothing is at http.*\(404\)/);
        return true;
      });
      for (const wrong of [['--save', save], ['a.csv', '--from', gateway.url]]) await assert.rejects(declare(...wrong), { code: 2 });
    } finally {
      await rm(out, { recursive: true });
    }
  });
});

describe('a catalogue that does not come', () => {
  const service = (id: number) => ({ id: String(id), name: `خدمت ${id}`, status: 'active' });
  const page = (value: object): RequestListener => (_, answer) => answer.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  const cases: Record<string, [RequestListener, RegExp]> = {
    'is not there': [(_, answer) => answer.writeHead(404).end(), /Nothing is at .*\(404\)/],
    'is not open': [(_, answer) => answer.writeHead(403).end(), /not open to everybody \(403\)/],
    'is away for a while': [(_, answer) => answer.writeHead(500).end('{}'), /cannot answer now \(500\)/],
    'is a page': [(_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html>'), /a page for people/],
    'is a page that calls itself JSON': [(_, answer) => answer.setHeader('content-type', 'application/json').end(' <html>'), /a page for people/],
    'is Turtle': [(_, answer) => answer.setHeader('content-type', 'text/turtle').end('@prefix a: <b> .'), /text\/turtle; name the address of its JSON-LD/],
    'is a text': [(_, answer) => answer.setHeader('content-type', 'text/plain').end('سلام'), /gives no JSON \(text\/plain\)/],
    'is half a JSON': [(_, answer) => answer.setHeader('content-type', 'application/json').end('{"contents":[{"id":'), /broken or was cut off/],
    'ends too early': [(_, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      answer.write('{"contents":[');
      setImmediate(() => answer.socket?.destroy());
    }, /was cut off/],
    'never ends': [(_, answer) => { answer.writeHead(200, { 'content-type': 'application/json' }).write('{'); }, /did not answer to the end in time/],
    'sends on to a file': [(_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(), /not http or https/],
    'sends on in a circle': [({ url }, answer) => answer.writeHead(302, { location: url }).end(), /in a circle/],
    'is too large': [page({ contents: [], filler: 'ب'.repeat(20_000) }), /more than 20000 bytes/],
    'gives one page for all': [page({ total_pages: 3, contents: [service(1)] }), /same page again.*page 2/],
    'changes meanwhile': [page({ total_pages: 1, total_items: 2, contents: [service(1)] }), /1 services came of 2/],
    'stops being a list': [({ url }, answer) => page(url?.includes('page=2') ? { error: 'none' } : { total_pages: 2, contents: [service(1)] })(undefined as never, answer as never), /is no page of HSDS services/],
  };
  for (const [what, [listener, sentence]] of Object.entries(cases)) {
    it(`says so: it ${what}`, async () => {
      const server = await serveLoopback(listener);
      try {
        await assert.rejects(fetchCatalogue(`${server.url}/services`, { mostBytes: 20_000, patienceMs: what === 'never ends' ? 300 : 60_000 }), sentence);
      } finally {
        await server.close();
      }
    });
  }

  it('says so: nothing listens, there is no such host, or it is no address of the web', async () => {
    const server = await serveLoopback((_, answer) => answer.end());
    await server.close();
    await assert.rejects(fetchCatalogue(server.url), /Nothing listens at/);
    await assert.rejects(fetchCatalogue('http://nothing.invalid/'), /was not found.*online/);
    for (const address of ['ftp://a.example/', 'services.json', 'file:///etc/passwd']) await assert.rejects(fetchCatalogue(address), /begins with http/);
    await assert.rejects(fetchCatalogue('https://name:word@a.example/'), /Leave name and password out/);
  });

  it('may send on to another address of the web', async () => {
    const server = await serveLoopback((request, answer) => (request.url === '/old' ? answer.writeHead(301, { location: '/services' }).end() : page({ total_pages: 1, contents: [service(1)] })(request, answer)));
    try {
      assert.equal((await fetchCatalogue(`${server.url}/old`)).services, 1);
    } finally {
      await server.close();
    }
  });
});
