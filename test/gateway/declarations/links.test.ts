import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { linkCheck } from '../../../src/gateway/node/link-check.ts';
import { isPublicAddress } from '../../../src/gateway/node/public-address.ts';
import { serveLoopback } from '../../support/loopback.ts';

/** Only the loopback address of the test's own servers; all of 127/8 is loopback, too. */
const check = linkCheck({ mayCall: (address) => address === '127.0.0.1', patienceMs: 120_000 });

/** A server and what it was asked, as `METHOD /path`. */
async function serving<T>(listener: RequestListener, use: (url: string, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server = await serveLoopback((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, answer);
  });
  try {
    return await use(server.url, asked);
  } finally {
    await server.close();
  }
}
const always = (status: number, head: Record<string, string> = {}): RequestListener => (_, answer) => answer.writeHead(status, head).end('متن');

describe('a link', () => {
  const cases: [what: string, listener: RequestListener, answers: boolean | undefined, asked: string[]][] = [
    ['that answers', always(200), true, ['HEAD /a']],
    ['to a page for those who signed in', always(403), true, ['HEAD /a', 'GET /a']],
    ['where nothing is', always(404), false, ['HEAD /a', 'GET /a']],
    ['where nothing is any more', always(410), false, ['HEAD /a', 'GET /a']],
    ['that is out of order', always(503), undefined, ['HEAD /a', 'GET /a']],
    ['whose server knows no HEAD', ({ method }, answer) => answer.writeHead(method === 'HEAD' ? 405 : 200).end(), true, ['HEAD /a', 'GET /a']],
    ['whose server says nothing is there to HEAD alone', ({ method }, answer) => answer.writeHead(method === 'HEAD' ? 404 : 200).end(), true, ['HEAD /a', 'GET /a']],
    ['that moved', ({ url }, answer) => (url === '/a' ? always(301, { location: '/b' }) : always(200))(undefined as never, answer as never), true, ['HEAD /a', 'HEAD /b']],
    ['that moved to nothing', ({ url }, answer) => (url === '/a' ? always(302, { location: '/b' }) : always(404))(undefined as never, answer as never), false, ['HEAD /a', 'HEAD /b', 'GET /a', 'GET /b']],
    ['that moves in a circle', always(302, { location: '/a' }), undefined, Array.from({ length: 6 }, () => 'HEAD /a')],
    ['that moves to no address of the web', always(302, { location: 'file:///etc/passwd' }), undefined, ['HEAD /a']],
    ['that moves to no address', always(302, { location: 'http://[' }), undefined, ['HEAD /a']],
  ];
  for (const [what, listener, answers, calls] of cases) {
    it(`${what} is ${answers === undefined ? 'unknown' : answers ? 'alive' : 'dead'}`, () =>
      serving(listener, async (url, asked) => {
        assert.equal(await check(`${url}/a`), answers);
        assert.deepEqual(asked, calls);
      }));
  }

  it('is not waited for without end, and its body is not read', async () => {
    await serving((_, answer) => void answer.flushHeaders(), async (url) => assert.equal(await check(`${url}/a`), true));
    const impatient = linkCheck({ mayCall: () => true, patienceMs: 200 });
    await serving(() => undefined, async (url) => assert.equal(await impatient(`${url}/a`), undefined));
  });

  it('whose host takes no connection is dead; one that is none is unknown', async () => {
    const gone = await serving(always(200), async (url) => url);
    assert.equal(await check(gone), false);
    for (const none of ['ftp://127.0.0.1/', 'javascript:alert(1)', 'سلام', '']) assert.equal(await check(none), undefined, none);
    // Without a network nobody can tell whether a host exists.
    assert.notEqual(await check('http://nothing.invalid/'), true);
  });
});

describe('a link to where nobody is to be called', () => {
  it('is not called: by name, by any way to write an address', async () => {
    const publicOnly = linkCheck({ patienceMs: 120_000 });
    await serving(always(200), async (url, asked) => {
      const { port } = new URL(url);
      for (const host of ['127.0.0.1', 'localhost', '0x7f000001', '2130706433', '127.1', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '[::]'])
        assert.equal(await publicOnly(`http://${host}:${port}/`), undefined, host);
      assert.deepEqual(asked, []);
    });
  });

  it('is not called after a redirect either, nor when its name leads there', async () => {
    const inner: string[] = [];
    const closed = createServer(({ url }, answer) => {
      inner.push(url!);
      answer.end();
    });
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.2', resolve));
    const { port } = closed.address() as AddressInfo;
    try {
      await serving(always(302, { location: `http://127.0.0.2:${port}/secret` }), async (url) => assert.equal(await check(url), undefined));
      assert.deepEqual(inner, []);
      const elsewhere = linkCheck({ mayCall: (address) => address === '127.0.0.2', patienceMs: 120_000 });
      assert.equal(await elsewhere(`http://127.0.0.2:${port}/`), true, 'it would answer');
      await serving(always(200), async (url, asked) => {
        assert.equal(await elsewhere(url.replace('127.0.0.1', 'localhost')), undefined);
        assert.deepEqual(asked, []);
      });
    } finally {
      await new Promise((resolve) => closed.close(resolve));
    }
  });

  it('is told by its address', () => {
    const closed = [
      '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
      '::', '::1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2001:db8::1', '2002:a00:1::', '2001::1', '', 'localhost', '8.8.8.8.8',
    ];
    assert.deepEqual(closed.filter(isPublicAddress), []);
    const open = ['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.255.255', '5.160.0.1', '2a01:4f8::1', '2606:4700::1111', '2001:4860:4860::8888'];
    assert.deepEqual(open.filter((address) => !isPublicAddress(address)), []);
  });
});
