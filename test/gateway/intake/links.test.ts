import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CheckedDraftLinks, DraftKinds } from '../../../src/contract/intake.ts';
import { linkCheck } from '../../../src/gateway/node/link-check.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { serveLoopback } from '../../support/loopback.ts';
import { officer, problemOf } from './officer.ts';

const header = ['عنوان خدمت', 'شرح خدمت', 'مدارک لازم', 'مدت زمان ارائه', 'هزینه', 'تلفن پاسخگو', 'واحد مسئول', 'نشانی اینترنتی'];
const row = (title: string, link: string): string[] => [title, 'برای همه مردم شهر.', 'کدپستی', '۵ روز', 'رایگان', '۰۲۶-۳۲۰۰۰۰۱۱', 'واحد آزمون', link];

describe('intake: the links of a draft', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  let site: { url: string; close(): Promise<void> };
  const gone = new Set(['/gone']);
  let onCall: (() => Promise<unknown>) | undefined;
  before(async () => {
    site = await serveLoopback((request, answer) => {
      void (onCall?.() ?? Promise.resolve()).then(() => answer.writeHead(gone.has(request.url!) ? 404 : request.url === '/broken' ? 500 : 200).end());
    });
    const checkLink = linkCheck({ mayCall: (address) => address === '127.0.0.1', patienceMs: 40_000 });
    gateway = await startTestGateway({ agencies: ['abfa', 'gaz'], ports: { checkLink } });
    mine = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'officer' }));
  });
  after(async () => {
    await gateway.stop();
    await site.close();
  });

  const links = (draft: string, who = mine) => who.post(`/v1/staff/declarations/${draft}/links`, {});
  const table = () => [header, row('خدمت یک', `${site.url}/gone`), row('خدمت دو', `${site.url}/there`), row('خدمت سه', `${site.url}/broken`), row('خدمت چهار', `${site.url}/gone`), row('خدمت پنج', '')];
  const dead = async (draft: string) => (await mine.rows(draft, '&rule=link-dead')).map((each) => each.row);

  it('are asked, each once; what is dead is told like the rest, counts and all', async () => {
    const { id, counts, checksLinks } = await mine.handIn('abfa', table());
    assert.equal(checksLinks, true);
    const checked = await mine.good<CheckedDraftLinks>(links(id));
    assert.deepEqual(checked, { links: 3, dead: 1, unknown: 1 });
    assert.deepEqual(await dead(id), [2, 5]);
    const [finding] = (await mine.rows(id))[0]!.findings.filter(({ rule }) => rule === 'link-dead');
    assert.deepEqual([finding!.column, finding!.severity, finding!.message], ['link', 'warning', `نشانی ${site.url}/gone پاسخ نمی‌دهد.`]);
    const { items, rules } = await mine.good<DraftKinds>(mine.get(`/v1/staff/declarations/${id}/kinds`));
    assert.equal(items.find(({ rule }) => rule === 'link-dead')!.rows, 2);
    assert.ok(rules['link-dead']!.mend);
    const told = await mine.good<{ counts: { warned: number } }>(mine.get(`/v1/staff/declarations/${id}`));
    assert.equal(told.counts.warned, counts.warned + 2);
    assert.equal((await mine.difference(id)).counts.added, 5, 'nothing is kept from being published');
  });

  it('stay told when something else of their row is mended, and not when they are', async () => {
    const { id, version } = await mine.handIn('abfa', table());
    await mine.good(links(id));
    const cells = (json: object) => mine.post(`/v1/staff/declarations/${id}/cells`, json);
    const other = await mine.good<{ version: number }>(cells({ version, row: 2, column: 'time', value: '۳ روز' }));
    assert.deepEqual(await dead(id), [2, 5]);
    await mine.good(cells({ version: other.version, row: 2, column: 'link', value: `${site.url}/there` }));
    assert.deepEqual(await dead(id), [5]);
  });

  it('may be asked again: what answers by now is told no more', async () => {
    const { id } = await mine.handIn('abfa', table());
    await mine.good(links(id));
    assert.deepEqual(await dead(id), [2, 5]);
    gone.delete('/gone');
    try {
      assert.deepEqual(await mine.good(links(id)), { links: 3, dead: 0, unknown: 1 });
    } finally {
      gone.add('/gone');
    }
    assert.deepEqual(await dead(id), []);
  });

  it('are nobody’s to ask but those who keep the draft', async () => {
    const { id } = await mine.handIn('abfa', table());
    const other = officer(gateway, await gateway.signIn({ agency: 'gaz', role: 'officer' }));
    assert.deepEqual(await problemOf(links(id, other)), [404, 'declaration.notFound']);
    assert.equal((await mine.remove(`/v1/staff/declarations/${id}`)).status, 204);
    assert.deepEqual(await problemOf(links(id)), [409, 'declaration.notReady']);
  });

  it('may be asked while a colleague mends: nothing of that is lost, and nothing is said of a link that is another by now', async () => {
    const { id, version } = await mine.handIn('abfa', table());
    let mended: Promise<Response> | undefined;
    onCall = () => (mended ??= mine.post(`/v1/staff/declarations/${id}/cells`, { version, row: 2, column: 'link', value: `${site.url}/there` }));
    try {
      await mine.good(links(id));
    } finally {
      onCall = undefined;
    }
    assert.equal((await mended!).status, 200);
    assert.deepEqual(await dead(id), [5]);
    assert.equal((await mine.rows(id))[0]!.cells['link'], `${site.url}/there`);
  });

  it('are not asked by a gateway that may not call others, which says so', async () => {
    const closed = await startTestGateway({ agencies: ['abfa'] });
    try {
      const theirs = officer(closed, await closed.signIn({ agency: 'abfa', role: 'officer' }));
      const { id, checksLinks } = await theirs.handIn('abfa', table());
      assert.equal(checksLinks, false);
      assert.deepEqual(await problemOf(links(id, theirs)), [403, 'links.notAllowed']);
    } finally {
      await closed.stop();
    }
  });
});
