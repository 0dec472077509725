import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGateway } from '../../conformance/checks.ts';
import { startTestGateway } from '../../support/gateway.ts';
import { serveLoopback } from '../../support/loopback.ts';

describe('the conformance command', () => {
  it('finds nothing wrong with the reference gateway', async () => {
    const gateway = await startTestGateway({ agencies: ['sabt-ahval'], listen: true });
    const checks = await checkGateway(gateway.url);
    await gateway.stop();
    assert.deepEqual(checks.filter(({ ok }) => !ok), []);
    assert.ok(checks.length >= 25);
  });

  it('finds everything wrong with something else that speaks HTTP', async () => {
    const { url, close } = await serveLoopback((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
    const checks = await checkGateway(url);
    await close();
    assert.deepEqual(checks.filter(({ ok }) => ok), []);
    assert.ok(checks.every(({ why }) => why));
  });
});
