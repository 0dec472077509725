import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, DraftList, PublicationList } from '../../../src/contract/intake.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { officer, problemOf, tableOf } from './officer.ts';

/** What a second person does with what a first one drafted. */
describe('intake: the second person', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  let head: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['abfa', 'gaz'] });
    mine = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'officer' }));
    head = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'head' }));
    await head.good(head.post('/v1/staff/publications/setting', { agency: 'abfa', secondPerson: true }));
  });
  after(() => gateway.stop());

  const sendBack = (who: typeof mine, id: string, version: number, reason = 'مهلت را بسنجید.') => who.post(`/v1/staff/declarations/${id}/return`, { version, reason });
  const listed = async (who: typeof mine, id: string) => (await who.good<DraftList>(who.get('/v1/staff/declarations'))).items.find((item) => item.id === id)!;

  it('the head sees who prepared what and what it changes, and changes nothing in it', async () => {
    const { id, version, drafters } = await mine.handIn('abfa', tableOf('abfa'));
    const item = await listed(head, id);
    assert.deepEqual([item.secondPerson, item.drafters, item.returned], [true, drafters, null]);
    assert.equal((await head.difference(id)).counts.same, 11);
    assert.equal((await head.rows(id)).length, (await mine.rows(id)).length);
    for (const answer of [
      head.post(`/v1/staff/declarations/${id}/cells`, { version, row: 2, column: 'fee', value: 'رایگان' }), head.remove(`/v1/staff/declarations/${id}`),
      head.sendFile('abfa', new Uint8Array([1])), head.post(`/v1/staff/declarations/${id}/fixes/all`, { version, rule: 'link', column: 'link' }),
    ]) assert.deepEqual(await problemOf(answer), [403, 'staff.forbidden']);
    const other = officer(gateway, await gateway.signIn({ agency: 'gaz', role: 'head' }));
    assert.deepEqual(await problemOf(other.get(`/v1/staff/declarations/${id}`)), [404, 'declaration.notFound']);
    const expert = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'expert' }));
    assert.deepEqual(await problemOf(expert.get(`/v1/staff/declarations/${id}`)), [403, 'staff.forbidden']);
  });

  it('sends it back with a reason, which a change takes off', async () => {
    const { id, version } = await mine.handIn('abfa', tableOf('abfa'));
    assert.deepEqual(await problemOf(sendBack(mine, id, version)), [403, 'declaration.ownDraft']);
    assert.deepEqual(await problemOf(sendBack(head, id, version, ' ')), [422, 'input.invalid']);
    assert.deepEqual(await problemOf(sendBack(head, id, version + 1)), [409, 'declaration.changed']);
    const back = await head.good<Draft>(sendBack(head, id, version, ' مهلت را بسنجید. '));
    assert.deepEqual([back.version, back.returned!.reason, back.returned!.by.id !== back.drafters[0]!.id], [version + 1, 'مهلت را بسنجید.', true]);
    assert.deepEqual((await listed(mine, id)).returned, back.returned);
    await mine.good(mine.post(`/v1/staff/declarations/${id}/cells`, { version: version + 1, row: 2, column: 'fee', value: 'رایگان' }));
    assert.equal((await listed(mine, id)).returned, null);
  });

  it('publishes it, once and for all', async () => {
    const { id } = await mine.handIn('abfa', tableOf('abfa'));
    const { version, base } = await head.difference(id);
    assert.deepEqual(await problemOf(mine.post(`/v1/staff/declarations/${id}/publish`, { version, base })), [403, 'declaration.ownDraft']);
    const { items } = await head.good<PublicationList>(head.post(`/v1/staff/declarations/${id}/publish`, { version, base }));
    assert.equal(items[0]!.draft, id);
    assert.deepEqual(await problemOf(sendBack(head, id, version + 1)), [409, 'declaration.notReady']);
  });
});
