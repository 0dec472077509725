import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { problemOf, startDesk, type TestDesk } from './desk.ts';

describe('the code once more by text message', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { limitFactor: 1 } }); });
  after(() => desk.stop());
  const ask = (code: string) => desk.fetch(`/v1/requests/${code}/text`, { json: {} });

  it('goes to the filed number, three times in an hour', async () => {
    const { code, mobile } = await desk.file();
    assert.equal((await ask(code)).status, 202);
    const [newest, first] = await desk.inbox(mobile);
    assert.equal(newest!.text, first!.text);
    assert.equal((await ask(code)).status, 202);
    assert.equal((await ask(code)).status, 202);
    const refused = await ask(code);
    assert.equal(refused.status, 429);
    const { code: problem, retryAfter } = await problemOf(refused);
    assert.equal(problem, 'rate.limited');
    assert.ok(retryAfter! > 0 && retryAfter! <= 3600);
    assert.equal((await desk.inbox(mobile)).length, 4);
  });

  it('is not there for a code that nobody has', async () => {
    assert.equal((await problemOf(await ask('1234567890123452'))).code, 'request.notFound');
  });
});
