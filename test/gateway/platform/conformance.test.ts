import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { checkGateway } from '../../conformance/checks.ts';
import { startTestGateway } from '../../support/gateway.ts';

describe('the conformance command', () => {
  it('finds nothing wrong with the reference gateway', async () => {
    const gateway = await startTestGateway({ agencies: ['sabt-ahval'], listen: true });
    const checks = await checkGateway(gateway.url);
    await gateway.stop();
    assert.deepEqual(checks.filter(({ ok }) => !ok), []);
    assert.ok(checks.length >= 25);
  });

  it('finds everything wrong with something else that speaks HTTP', async () => {
    const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const checks = await checkGateway(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    assert.deepEqual(checks.filter(({ ok }) => ok), []);
    assert.ok(checks.every(({ why }) => why));
  });
});
