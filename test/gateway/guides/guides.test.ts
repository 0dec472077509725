import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Guide, GuideList, GuideTree, ResolvedAnswer, StaffGuide } from '../../../src/contract/guide.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { keepGuides } from '../../../src/gateway/guides/store.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';

describe('guides', () => {
  let gateway: TestGateway;
  let officer: string;
  let supervisor: string;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['sabt-ahval', 'ostandari'] });
    officer = await gateway.signIn({ agency: 'sabt-ahval', role: 'officer' });
    supervisor = await gateway.signIn({ role: 'supervisor' });
  });
  after(() => gateway.stop());

  const json = async <T>(answer: Response): Promise<T> => {
    assert.ok(answer.ok, await answer.clone().text());
    return (await answer.json()) as T;
  };
  const read = <T>(path: string, cookie?: string) => gateway.fetch(path, { headers: cookie ? { cookie } : {} }).then((answer) => json<T>(answer));
  const send = (path: string, body: unknown, cookie = officer) => gateway.fetch(path, { json: body, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  const save = (tree: GuideTree, version: number, cookie = officer) => send(`/v1/staff/guides/${tree.id}`, { version, tree, note: 'آزمون' }, cookie);
  const answerIn = (guide: Guide, id: string) => guide.nodes.find((node) => node.id === id) as ResolvedAnswer;
  const treeOf = (id: string): GuideTree => ({
    id, lifeEvent: null, title: { fa: 'آزمون' }, order: 500, start: 'q',
    nodes: [
      { id: 'q', kind: 'question', text: { fa: 'کدام؟' }, options: [{ label: { fa: 'یک' }, to: 'a' }, { label: { fa: 'دو' }, to: 'b' }] },
      { id: 'a', kind: 'answer', title: { fa: 'یک' }, services: [{ need: ['تعویض شناسنامه'] }, { need: ['انشعاب آب'] }] },
      { id: 'b', kind: 'answer', title: { fa: 'دو' }, contacts: [{ name: { fa: 'سامد' }, phone: '111', illustrative: false }, { name: { fa: 'جای دیگر' }, phone: '1522', illustrative: false, provinces: ['isfahan'] }] },
    ],
  });

  it('stand in a list, dangers first, with people to turn to', async () => {
    const { items, help } = await read<GuideList>('/v1/guides');
    assert.deepEqual([items[0]!.id, items[0]!.urgent], ['urgent', true]);
    assert.deepEqual(items.slice(-2).map(({ id, urgent }) => [id, urgent]), [['complaint', undefined], ['other', undefined]]);
    assert.equal(items.length, 16);
    assert.ok(items.every(({ version }) => version === 1));
    assert.equal(help.phone, '02632000000');
    assert.deepEqual(help.offices.map(({ agency, unit }) => [agency.id, unit?.name.fa]), [['ostandari', 'دفتر ارتباطات مردمی (سامد)']]);
  });

  it('lead to what the province has published, and leave out what it has not', async () => {
    const guide = await read<Guide>('/v1/guides/documents');
    const renewal = answerIn(guide, 'birth-renew');
    assert.deepEqual(renewal.services.map(({ title, agency }) => [title, agency.id]), [['تعویض شناسنامه', 'sabt-ahval']]);
    assert.deepEqual(renewal.services[0]!.time, { min: null, max: 15, unit: 'workDay' });
    assert.equal(renewal.offices[0]!.unit!.name.fa, 'واحد ولادت و شناسنامه');
    assert.deepEqual([answerIn(guide, 'passport-first').services, answerIn(guide, 'passport-first').offices], [[], []]);
    const complaint = await read<Guide>('/v1/guides/complaint');
    assert.ok(!answerIn(complaint, 'water-out').contacts.some(({ phone }) => phone === '1522'), 'a number of another province');
  });

  it('are cached shortly, tagged, and a missing one is told', async () => {
    const answer = await gateway.fetch('/v1/guides/death');
    assert.match(answer.headers.get('cache-control')!, /max-age=60/);
    const again = await gateway.fetch('/v1/guides/death', { headers: { 'if-none-match': answer.headers.get('etag')! } });
    assert.equal(again.status, 304);
    for (const [path, code] of [['/v1/guides/no-such', 'guide.notFound'], ['/v1/guides/death?province=nowhere', 'province.notFound'], ['/v1/guides?province=nowhere', 'province.notFound']] as const) {
      const missing = await gateway.fetch(path);
      assert.equal(missing.status, 404);
      assert.equal(((await missing.json()) as Problem).code, code);
    }
  });

  it('are kept by those who answer for the catalogue or the province, and by nobody else', async () => {
    const expert = await gateway.signIn({ agency: 'sabt-ahval', role: 'expert' });
    const head = await gateway.signIn({ agency: 'sabt-ahval', role: 'head' });
    for (const cookie of [expert, head]) {
      assert.equal((await gateway.fetch('/v1/staff/guides', { headers: { cookie } })).status, 403);
      assert.equal((await gateway.fetch('/v1/staff/guides/death', { headers: { cookie } })).status, 403);
      assert.equal((await save(treeOf('forbidden'), 0, cookie)).status, 403);
      assert.equal((await send('/v1/staff/guides/x/check', { tree: treeOf('x') }, cookie)).status, 403);
    }
    assert.equal((await save(treeOf('forbidden'), 0, '')).status, 401);
    assert.equal((await gateway.fetch('/v1/guides/forbidden')).status, 404);
    const { items } = await read<{ items: { id: string; by: unknown; errors: number; warnings: number }[] }>('/v1/staff/guides', supervisor);
    const death = items.find(({ id }) => id === 'death')!;
    assert.equal(death.by, null, 'it came with the publication');
    assert.ok(death.warnings > 0 && death.errors > 0, 'this province has published little');
  });

  it('are saved version by version, with who and when, and shown at once', async () => {
    gateway.setNow('2026-11-24T11:00:00+03:30');
    const first = await json<StaffGuide>(await save(treeOf('saved'), 0));
    assert.deepEqual([first.version, first.by?.name, first.savedAt, first.note], [1, 'کارشناس آزمون', '2026-11-24T07:30:00.000Z', 'آزمون']);
    assert.deepEqual(first.findings.map(({ path, code, severity }) => [path, code, severity]), [['nodes.a.services.1.need', 'service.notOffered', 'warning']]);
    const changed = { ...treeOf('saved'), title: { fa: 'آزمون دوم' } };
    const second = await json<StaffGuide>(await save(changed, 1, supervisor));
    assert.deepEqual(second.history.map(({ version }) => version), [2, 1]);
    const guide = await read<Guide>('/v1/guides/saved');
    assert.deepEqual([guide.version, guide.title.fa], [2, 'آزمون دوم']);
    assert.deepEqual(answerIn(guide, 'b').contacts.map(({ phone }) => phone), ['111']);
    assert.equal((await read<StaffGuide>('/v1/staff/guides/saved?v=1', officer)).tree.title.fa, 'آزمون');
    assert.equal((await gateway.fetch('/v1/staff/guides/saved?v=9', { headers: { cookie: officer } })).status, 404);
    const audit = await gateway.db.selectFrom('audit').select('action').where('action', '=', 'guideSaved').execute();
    assert.equal(audit.length, 2);
    gateway.setNow(testNow);
  });

  it('are not overwritten by somebody who has not seen the newest version, also at the same moment', async () => {
    await json(await save(treeOf('raced'), 0));
    assert.equal(((await (await save(treeOf('raced'), 0)).json()) as Problem).code, 'guide.changed');
    const answers = await Promise.all(Array.from({ length: 5 }, () => save(treeOf('raced'), 1)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
    assert.equal((await save(treeOf('raced'), 7)).status, 409);
  });

  it('with an error are refused, place by place, and nothing is kept', async () => {
    const broken = treeOf('broken');
    broken.nodes[0] = { id: 'q', kind: 'question', text: { fa: 'کدام؟' }, options: [{ label: { fa: 'یک' }, to: 'a' }, { label: { fa: 'دو' }, to: 'q' }, { label: { fa: 'سه' }, to: 'lost' }] };
    const answer = await save(broken, 0);
    assert.equal(answer.status, 422);
    const problem = (await answer.json()) as Problem;
    assert.equal(problem.code, 'guide.invalid');
    assert.deepEqual(problem.errors!.map(({ path, code }) => `${path} ${code}`), ['nodes.q.options.2.to target.unknown', 'nodes.q.options.1.to loop', 'nodes.b node.unreachable']);
    assert.equal((await gateway.fetch('/v1/guides/broken')).status, 404);
    const { findings } = await json<{ findings: { code: string }[] }>(await send('/v1/staff/guides/broken/check', { tree: broken }));
    assert.deepEqual(findings.map(({ code }) => code), ['target.unknown', 'service.notOffered', 'loop', 'node.unreachable']);
    assert.equal((await send('/v1/staff/guides/other', { version: 0, tree: treeOf('broken') })).status, 422, 'another name than the address');
    assert.equal((await send('/v1/staff/guides/broken', { version: 0, tree: { ...treeOf('broken'), nodes: 'x' } })).status, 422);
  });

  it('published again stay as an officer left them; what nobody touched is renewed', async () => {
    const [mine, theirs] = [treeOf('kept'), treeOf('renewed')];
    const publish = (...trees: GuideTree[]) => gateway.db.transaction().execute((trx) => keepGuides(trx, 'alborz', trees, gateway.ports.now(), 'test'));
    await publish(mine, theirs);
    await json(await save({ ...mine, title: { fa: 'نوشته مسئول' } }, 1));
    const newer = (tree: GuideTree) => ({ ...tree, title: { fa: 'نسخه تازه' } });
    await publish(newer(mine), newer(theirs));
    await publish(newer(mine), newer(theirs));
    assert.deepEqual((await read<Guide>('/v1/guides/kept')).title, { fa: 'نوشته مسئول' });
    const renewed = await read<Guide>('/v1/guides/renewed');
    assert.deepEqual([renewed.title.fa, renewed.version], ['نسخه تازه', 2]);
    await assert.rejects(publish({ ...treeOf('bad'), start: 'lost' }), /“bad” does not hold together: start target\.unknown/);
  });
});
