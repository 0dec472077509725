import assert from 'node:assert/strict';
import { it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { compressed } from '../../../src/gateway/node/compress.ts';
import { generatedCatalogue } from '../../support/generated-catalogue.ts';

const forever = 'public, max-age=31536000, immutable';
const ask = (text: string, path = '/', cacheControl = forever) =>
  compressed(
    new Request(`http://gateway.test${path}`, { headers: { 'accept-encoding': 'gzip, br' } }),
    new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': cacheControl } }),
  );
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
const atBest = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
};

it('what never changes is compressed at its best, and once however it is asked for', async () => {
  const text = JSON.stringify(generatedCatalogue(3));
  const [one, other] = await Promise.all([ask(text, '/a'), ask(text, '/a?again=1')]);
  assert.deepEqual([one!.headers.get('content-encoding'), one!.headers.get('cache-control')], ['br', forever]);
  const [body, same] = [await bytesOf(one!), await bytesOf(other!)];
  assert.deepEqual(body, atBest(text));
  assert.deepEqual(same, body);
  assert.equal(brotliDecompressSync(body).toString('utf8'), text);
});

it('who asks first for something large gets a quick answer, which caches keep for a minute only', async () => {
  const text = JSON.stringify(generatedCatalogue(6000));
  const first = await ask(text);
  assert.equal(first.headers.get('cache-control'), 'public, max-age=60');
  assert.equal(brotliDecompressSync(await bytesOf(first)).toString('utf8'), text);
});

it('what may change keeps its own rule of caching', async () => {
  const answer = await ask(JSON.stringify(generatedCatalogue(30)), '/', 'no-store');
  assert.deepEqual([answer.headers.get('content-encoding'), answer.headers.get('cache-control')], ['br', 'no-store']);
});
