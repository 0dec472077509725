import { expect } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import { MalformedAnswerError, ProblemError, UnreachableError } from '../../src/client/errors.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';

/** What a promise was rejected with. */
async function failure<T extends Error>(promise: Promise<unknown>, kind: abstract new (...parts: never[]) => T): Promise<T> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).to.be.instanceOf(kind);
  return error as T;
}

describe('GatewayClient', () => {
  const client = GatewayClient.for(gatewayUrl);
  const offering = 'no-such-offering';

  it('is one for a gateway', () => {
    expect(GatewayClient.for(gatewayUrl)).to.equal(client);
  });

  it('reads the catalogue and its index from another origin, without cookies', async () => {
    const catalogue = await client.call('catalogue');
    const index = await client.call('catalogueIndex', { params: { version: catalogue.version } });
    expect(index.ids).to.have.length(catalogue.offerings);
  });

  it('gives the code of a refusal', async () => {
    const error = await failure(client.call('offering', { params: { id: offering } }), ProblemError);
    expect([error.code, error.status]).to.deep.equal(['offering.notFound', 404]);
  });

  it('writes addresses by the route table', () => {
    expect(new GatewayClient('https://a.example').url('search', {}, { q: 'کارت ملی & ۱', agency: undefined })).to.equal(
      'https://a.example/v1/search?q=%DA%A9%D8%A7%D8%B1%D8%AA+%D9%85%D9%84%DB%8C+%26+%DB%B1',
    );
    expect(client.url('offering', { id: 'a/b' })).to.equal(`${gatewayUrl}/v1/offerings/a%2Fb`);
  });

  describe('when the line is bad', () => {
    it('tries again and gets through', async () => {
      const asked = watchFetch();
      faultyFetch(/\/v1\/catalogue$/, 'offline', 1);
      faultyFetch(/\/v1\/catalogue$/, '503', 1);
      expect((await client.call('catalogue')).offerings).to.be.greaterThan(0);
      expect(asked()).to.have.length(3);
    });

    it('gives up as unreachable, and works when the line is back', async () => {
      faultyFetch(/./, 'offline');
      const error = await failure(client.call('catalogue', {}, { retries: 1 }), UnreachableError);
      expect(error.timedOut).to.equal(false);
      restoreFetch();
      await client.call('catalogue');
    });

    it('waits for its time and no longer, and does not ask again by itself', async () => {
      const asked = watchFetch();
      faultyFetch(/./, 'hang');
      const error = await failure(client.call('catalogue', {}, { timeout: 50 }), UnreachableError);
      expect(error.timedOut).to.equal(true);
      expect(asked()).to.have.length(1);
    });

    for (const fault of ['malformed', 'cut'] as const) {
      it(`knows an answer that is none of the contract (${fault})`, async () => {
        faultyFetch(/./, fault);
        expect((await failure(client.call('catalogue'), MalformedAnswerError)).status).to.equal(200);
      });
    }

    it('knows a balancer without a gateway behind it', async () => {
      faultyFetch(/./, '503');
      expect((await failure(client.call('catalogue', {}, { retries: 0 }), MalformedAnswerError)).status).to.equal(503);
    });
  });

  describe('aborted', () => {
    it('ends with the reason, before, during and between attempts', async () => {
      const reason = new Error('gone');
      const ended = async (abortAt: 'before' | 'during' | 'between') => {
        const controller = new AbortController();
        if (abortAt === 'before') controller.abort(reason);
        faultyFetch(/./, abortAt === 'during' ? 'hang' : 'offline');
        const call = client.call('catalogue', {}, { signal: controller.signal });
        if (abortAt !== 'before') queueMicrotask(() => setTimeout(() => controller.abort(reason)));
        const error = await call.then(() => undefined, (given: unknown) => given);
        restoreFetch();
        return error;
      };
      expect(await ended('before')).to.equal(reason);
      expect(await ended('during')).to.equal(reason);
      expect(await ended('between')).to.equal(reason);
    });
  });

  describe('writes', () => {
    it('carry one idempotency key over all attempts, also where crypto.randomUUID is missing', async () => {
      const asked = watchFetch();
      faultyFetch(/proof$/, 'answerLost', 1);
      await client.call('askProof', { params: { code: '1234567890123456' } }).catch(() => undefined);
      const keys = asked(/proof$/).map(({ headers }) => headers.get('idempotency-key'));
      expect(keys).to.have.length(2);
      expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
      expect(keys[1]).to.equal(keys[0]);
      await client.call('askProof', { params: { code: '1234567890123456' } }, { idempotencyKey: 'my-own-key-0001' }).catch(() => undefined);
      expect(asked(/proof$/).at(-1)!.headers.get('idempotency-key')).to.equal('my-own-key-0001');
    });
  });
});
