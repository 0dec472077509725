import assert from 'node:assert/strict';
import { beginUpload, removeUpload } from '../../support/upload-file.ts';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problem.ts';
import { Problem as ProblemSchema } from '../../../src/contract/problem.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { newMobile, startDesk, type TestDesk } from '../requests/desk.ts';

const lines: { level: string; event: string; fields: Record<string, unknown> }[] = [];
const log = {
  info: (event: string, fields: Record<string, unknown> = {}) => void lines.push({ level: 'info', event, fields }),
  error: (event: string, fields: Record<string, unknown> = {}) => void lines.push({ level: 'error', event, fields }),
};

let desk: TestDesk;
before(async () => { desk = await startDesk({ log }); });
beforeEach(() => void lines.splice(0));
after(() => desk.stop());

/** Status and code, after checking that it is a problem document that nobody caches. */
async function problem(answer: Response): Promise<Problem> {
  assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const body = ProblemSchema.parse(await answer.json());
  assert.equal(body.status, answer.status);
  return body;
}
const post = (body: BodyInit, type = 'application/json') => desk.fetch('/v1/requests', { method: 'POST', body, headers: { 'content-type': type } });

describe('problems', () => {
  it('name what is not there, and methods that are not', async () => {
    assert.equal((await problem(await desk.fetch('/v1/nothing'))).code, 'notFound');
    assert.equal((await problem(await desk.fetch('/v1/catalogue?province=nowhere'))).code, 'province.notFound');
    assert.equal((await problem(await desk.fetch(`/v1/offerings/${'x'.repeat(200)}`))).code, 'notFound');
    const answer = await desk.fetch('/v1/staff/session', { method: 'PUT' });
    assert.deepEqual(answer.headers.get('allow')!.split(', ').sort(), ['DELETE', 'GET', 'POST']);
    assert.equal((await problem(answer)).code, 'method.notAllowed');
  });

  it('tell bodies apart that are no JSON, another media type, too large, or not of the contract', async () => {
    assert.equal((await problem(await post('{"offering"'))).code, 'input.malformed');
    assert.equal((await problem(await post(new Uint8Array([0x22, 0xff, 0x22])))).code, 'input.malformed');
    assert.equal((await problem(await post('offering=1', 'application/x-www-form-urlencoded'))).code, 'input.mediaType');
    assert.equal((await problem(await post(JSON.stringify('x'.repeat(1_100_000))))).code, 'input.tooLarge');
    const invalid = await problem(await post(JSON.stringify({ offering: 'UPPER', form: { id: 'a', version: 'x' } })));
    assert.equal(invalid.code, 'input.invalid');
    const paths = invalid.errors!.map(({ path }) => path);
    for (const path of ['offering', 'form.version', 'answers']) assert.ok(paths.includes(path), `${path} in ${paths.join()}`);
    assert.equal((await problem(await desk.fetch(`/v1/search?q=${'x'.repeat(4097)}`))).errors![0]!.path, 'q');
  });

  it('name bodies that no schema, digest or database could bear', async () => {
    const filing = (answers: string) => post(`{"offering":"${desk.offering}","form":{"id":"desk-test","version":1},"answers":${answers}}`);
    for (const depth of [100, 3_000, 100_000]) {
      assert.equal((await problem(await filing(`{"a":${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}}`))).code, 'input.malformed', `depth ${depth}`);
    }
    assert.equal((await problem(await filing('{"name":"\\ud800","mobile":"09123000000"}'))).code, 'input.malformed');
    assert.equal((await problem(await filing('{"\\udc00":"x"}'))).code, 'input.malformed');
    assert.equal((await problem(await filing(`{"people":[${Array(100_000).fill('{}').join()}]}`))).code, 'input.tooLarge');
    assert.deepEqual(lines.filter(({ level }) => level === 'error'), []);
  });

  it('name a zero byte wherever a caller can put one', async () => {
    const cookie = await desk.signIn({ agency: 'abfa' });
    const asked = [
      '/v1/catalogue?province=%00', '/v1/calendar?province=a%00', '/v1/catalogue/index/%00', '/v1/offerings/%00', '/v1/offerings/%00/form', '/v1/staff/requests/%00',
    ];
    for (const path of asked) assert.equal((await problem(await desk.fetch(path, { headers: { cookie } }))).code, 'input.invalid', path);
    for (const wrong of ['offering', 'field', 'name']) {
      const metadata = { offering: desk.offering, field: 'deed', name: 'a.pdf', [wrong]: 'a\0' };
      assert.equal((await problem(await beginUpload(desk.fetch, metadata, 1))).code, 'input.invalid', wrong);
    }
    assert.equal((await problem(await removeUpload(desk.fetch, '/v1/uploads/%00'))).code, 'input.invalid');
    const signIn = await desk.fetch('/v1/staff/session', { json: { username: 'ab\0fa', password: 'x' }, headers: { 'sec-fetch-site': 'same-origin' } });
    assert.equal((await problem(signIn)).code, 'input.invalid');
    const file = await desk.send({
      name: 'آزمون', mobile: newMobile(), owner: true, deed: [{ id: '\0', name: 'a.pdf', bytes: 1, mediaType: 'application/pdf' }],
    });
    assert.equal((await problem(file)).code, 'input.invalid');
    assert.deepEqual(lines.filter(({ level }) => level === 'error'), []);
  });

  it('say that a group has too many rows, and never say everything at length', async () => {
    const mobile = newMobile();
    const rows = await problem(await desk.send({ name: 'آزمون', mobile, people: Array.from({ length: 5_000 }, () => ({})) }));
    assert.deepEqual(rows.errors, [{ path: 'people', code: 'groupTooMany', params: { max: 3, count: 5_000 } }]);
    const fields = await problem(await desk.send({ name: 'آزمون', mobile, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`a${at}`, 1])) }));
    assert.equal(fields.errors!.length, 100);
  });

  it('count an upload as it comes and refuse it when it is too large', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 30) controller.enqueue(megabyte);
        else controller.close();
      },
    });
    const begun = await beginUpload(desk.fetch, { offering: desk.offering, field: 'deed', name: 'big.pdf' }, 1024);
    const answer = await desk.fetch(begun.headers.get('location')!, {
      method: 'PATCH', body, duplex: 'half', headers: { 'content-length': '10', 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    } as RequestInit);
    assert.equal((await problem(answer)).code, 'upload.tooLarge');
  });

  it('say only that the gateway failed when nobody foresaw it, and log why', async () => {
    const broken = createGateway({ ...desk.ports, now: () => { throw new Error('clock of glass'); } });
    const answer = await broken.fetch(new Request('http://gateway.test/v1/search?q=a'));
    const text = await answer.clone().text();
    assert.equal((await problem(answer)).code, 'server.failed');
    assert.ok(!text.includes('glass'));
    assert.ok(lines.some(({ level, fields }) => level === 'error' && fields['message'] === 'clock of glass'));
  });

  it('say that the gateway is not ready when the database is away', async () => {
    const db = connect('postgres://nobody:nothing@127.0.0.1:1/none');
    const alone = createGateway({ ...desk.ports, db });
    const ask = (path: string) => alone.fetch(new Request(`http://gateway.test${path}`));
    const away = await problem(await ask('/v1/catalogue'));
    assert.equal(away.code, 'server.unavailable');
    assert.ok(away.retryAfter! > 0);
    assert.equal((await problem(await ask('/ready'))).code, 'server.unavailable');
    assert.equal((await ask('/health')).status, 200);
    await db.destroy();
  });

  it('limit how often one address may ask, without touching others', async () => {
    const strict = createGateway({ ...desk.ports, settings: { ...desk.ports.settings, limitFactor: 1 / 300 } });
    const ask = (address: string) => strict.fetch(new Request('http://gateway.test/v1/search?q=آب'), { address });
    assert.deepEqual([(await ask('198.51.100.1')).status, (await ask('198.51.100.1')).status], [200, 200]);
    const limited = await ask('198.51.100.1');
    const seconds = Number(limited.headers.get('retry-after'));
    assert.ok(seconds > 0 && seconds <= 60);
    assert.equal((await problem(limited)).code, 'rate.limited');
    assert.equal((await ask('198.51.100.2')).status, 200);
    const stored = JSON.stringify(await desk.db.selectFrom('rate_limit').selectAll().execute());
    assert.ok(!stored.includes('198.51.100'));
  });
});

describe('origins', () => {
  const from = { origin: 'https://water.example.ir' };

  it('are all welcome to read, with the headers that a page needs', async () => {
    const answer = await desk.fetch('/v1/catalogue', { headers: from });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    for (const name of ['etag', 'retry-after']) assert.ok(answer.headers.get('access-control-expose-headers')!.includes(name));
    const refused = await desk.fetch('/v1/requests/0000', { headers: from });
    assert.equal(refused.headers.get('access-control-allow-origin'), '*', 'a page reads problems too');
  });

  it('ask once a day before they write', async () => {
    const answer = await desk.fetch('/v1/requests', { method: 'OPTIONS', headers: { ...from, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,idempotency-key' } });
    assert.equal(answer.status, 204);
    for (const header of ['content-type', 'idempotency-key', 'authorization']) assert.ok(answer.headers.get('access-control-allow-headers')!.includes(header));
    assert.equal(answer.headers.get('access-control-max-age'), '86400');
  });

  it('other than the gateway’s own neither read nor change anything of the staff', async () => {
    const cookie = await desk.signIn({ agency: 'abfa' });
    const read = await desk.fetch('/v1/staff/session', { headers: { ...from, cookie } });
    assert.equal(read.headers.get('access-control-allow-origin'), null);
    assert.equal((await desk.fetch('/v1/staff/session', { method: 'OPTIONS', headers: from })).status, 403);
    // The router decodes what it reads; the headers must go by the same reading.
    const disguised = await desk.fetch('/v1/%73taff/session', { headers: { ...from, cookie } });
    assert.equal(disguised.headers.get('access-control-allow-origin'), null);
    assert.equal(disguised.headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.equal((await desk.fetch('/v1/%73taff/session', { method: 'OPTIONS', headers: from })).status, 403);
    const attempts: Record<string, string>[] = [
      { ...from, cookie, host: 'desk.example.ir' },
      { origin: 'null', cookie, host: 'desk.example.ir' },
      { 'sec-fetch-site': 'same-site', cookie },
      { 'sec-fetch-site': 'cross-site', cookie },
    ];
    for (const headers of attempts) {
      const answer = await desk.fetch('/v1/staff/session', { method: 'DELETE', headers });
      assert.equal((await problem(answer)).code, 'staff.forbidden', JSON.stringify(headers));
    }
    assert.equal((await desk.fetch('/v1/staff/session', { headers: { cookie } })).status, 200, 'still signed in');
    const own = await desk.fetch('/v1/staff/session', { method: 'DELETE', headers: { origin: 'https://desk.example.ir', host: 'desk.example.ir', cookie } });
    assert.equal(own.status, 204);
  });
});

describe('answers', () => {
  it('are cached as long as they may be, and not sent twice', async () => {
    const { index } = (await (await desk.fetch('/v1/catalogue')).json()) as { index: string };
    const caching = async (path: string) => (await desk.fetch(path)).headers.get('cache-control')!;
    assert.match(await caching(index), /immutable/);
    assert.match(await caching(`/v1/offerings/${desk.offering}?v=1`), /immutable/);
    assert.match(await caching(`/v1/offerings/${desk.offering}`), /max-age=60/);
    const filed = await desk.file();
    assert.equal(await caching(`/v1/requests/${filed.code}`), 'no-store');

    const first = await desk.fetch(`/v1/offerings/${desk.offering}`);
    const tag = first.headers.get('etag')!;
    const again = await desk.fetch(`/v1/offerings/${desk.offering}`, { headers: { 'if-none-match': `W/${tag}` } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
    assert.equal((await desk.fetch(`/v1/offerings/${desk.offering}`, { headers: { 'if-none-match': '"other"' } })).status, 200);
  });

  it('carry what keeps browsers from guessing and framing', async () => {
    for (const path of ['/v1/catalogue', '/nothing', '/desk', '/desk/guides', '/desk/declare', '/docs']) {
      const { headers } = await desk.fetch(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(headers.get('content-security-policy')!, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(headers.get('content-security-policy')!, /unsafe/, path);
    }
    const page = await (await desk.fetch('/desk')).text();
    assert.match(page, /<html lang="fa" dir="rtl">[\s\S]*<script type="module" src="\/desk\.js"[\s\S]*<desk-console>/);
    assert.match(await (await desk.fetch('/desk/guides')).text(), /<html lang="fa" dir="rtl">[\s\S]*<guide-editor>/);
    assert.match(await (await desk.fetch('/desk/forms')).text(), /<html lang="fa" dir="rtl">[\s\S]*<form-studio>/);
    assert.match(await (await desk.fetch('/desk/declare')).text(), /<html lang="fa" dir="rtl">[\s\S]*<catalog-intake>/);
  });

  it('leave a line in the log that names route and status, and nothing of the person', async () => {
    const mobile = newMobile();
    const filed = await desk.file({ mobile, name: 'نام‌نهان' });
    await desk.fetch(`/v1/requests/${filed.code}`);
    await desk.fetch(`/v1/search?q=${encodeURIComponent('واژه‌نهان')}`);
    const said = lines.filter(({ event }) => event === 'request').map(({ fields }) => [fields['route'], fields['status']]);
    assert.deepEqual(said, [['fileRequest', 201], ['requestStatus', 200], ['search', 200]]);
    const all = JSON.stringify(lines);
    for (const secret of [filed.code, mobile, 'نهان', '192.0.2.1']) assert.ok(!all.includes(secret), secret);
  });

  it('are counted by route and status', async () => {
    await desk.fetch('/v1/calendar');
    const text = await (await desk.fetch('/metrics')).text();
    assert.match(text, /^mizban_requests_total\{route="calendar",status="200"\} \d+$/m);
    assert.match(text, /^mizban_request_seconds_count\{route="calendar"\} \d+$/m);
  });

  it('tell whether traffic may come', async () => {
    assert.deepEqual(await (await desk.fetch('/ready')).json(), { status: 'ready', version: 'test' });
    assert.deepEqual(await (await desk.fetch('/health')).json(), { status: 'ok', version: 'test' });
  });
});
