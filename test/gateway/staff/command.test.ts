import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { root } from '../../support/sources.ts';

describe('npm run staff', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway({ agencies: ['abfa'] }); });
  after(() => gateway.stop());

  const run = (...args: string[]) => new Promise<{ code: number; out: string; last: Record<string, unknown>; errors: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: gateway.databaseUrl, NODE_ENV: 'test' };
    execFile(process.execPath, ['--import', 'tsx', 'src/gateway/commands/staff.ts', ...args], { cwd: root, env }, (error, out, errors) =>
      resolve({ code: Number(error?.code ?? 0), out, errors, last: JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, unknown> }));
  });
  const signIn = (username: string, password: unknown) => gateway.fetch('/v1/staff/session', { json: { username, password } });
  const unitOf = async () => (await gateway.db.selectFrom('unit').select('id').where('agency', '=', 'abfa').orderBy('id').limit(1).executeTakeFirstOrThrow()).id;

  it('makes the head of a unit, who signs in with the password that is told once; another password and the end of the account shut the old one', async () => {
    const unit = await unitOf();
    const made = await run('alborz', 'ABFA-head', '--add', 'head', '--agency', 'abfa', '--unit', unit, '--name', 'رئیس واحد');
    assert.equal(made.code, 0, made.errors);
    const { username, password } = made.last;
    assert.equal(username, 'abfa-head');
    const answer = await signIn('abfa-head', password);
    assert.equal(answer.status, 200);
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    const { staff } = (await answer.json()) as { staff: { role: string; agency: { id: string }; unit: { id: string }; name: string } };
    assert.deepEqual([staff.role, staff.agency.id, staff.unit.id, staff.name], ['head', 'abfa', unit, 'رئیس واحد']);
    const listed = await run('alborz');
    assert.ok(listed.out.includes(`abfa-head  head of abfa / ${unit}: رئیس واحد\n`));
    assert.ok(!listed.out.includes(String(password)));

    const renewed = await run('alborz', 'abfa-head', '--new-password');
    assert.equal((await signIn('abfa-head', password)).status, 401);
    assert.equal((await gateway.fetch('/v1/staff/session', { headers: { cookie } })).status, 401, 'open sessions end');
    assert.equal((await signIn('abfa-head', renewed.last['password'])).status, 200);
    assert.match((await run('alborz', 'abfa-head', '--close')).out, /abfa-head {2}head of abfa \/ \S+, closed: /);
    assert.equal((await signIn('abfa-head', renewed.last['password'])).status, 401);
  });

  it('makes a supervisor, who belongs to no agency', async () => {
    const made = await run('alborz', 'nazer', '--add', 'supervisor', '--name', 'ناظر استان');
    const { staff } = (await (await signIn('nazer', made.last['password'])).json()) as { staff: { role: string; agency: unknown } };
    assert.deepEqual([staff.role, staff.agency], ['supervisor', null]);
  });

  it('says what is wrong in one sentence', async () => {
    await run('alborz', 'there', '--add', 'expert', '--agency', 'abfa', '--name', 'کارشناس');
    const head = ['alborz', 'new', '--add', 'head', '--name', 'رئیس'];
    for (const [args, words] of [
      [[], /Name the province/], [['nowhere'], /no province “nowhere”/], [['alborz', 'new'], /What is to be done/], [['alborz', '--close'], /Name the account/],
      [['alborz', 'new', '--add', 'king', '--name', 'x'], /no role “king”.* expert, head/], [head, /--agency says whose head/], [[...head, '--agency', 'nobody'], /no agency “nobody”.*abfa/],
      [[...head, '--agency', 'abfa', '--unit', 'nowhere'], /abfa has no unit “nowhere”/], [['alborz', 'new', '--add', 'admin', '--name', 'x', '--agency', 'abfa'], /leave --agency out/],
      [['alborz', 'new', '--add', 'admin'], /--name says/], [['alborz', 'there', '--add', 'admin', '--name', 'x'], /“there” already/], [['alborz', 'new', '--close'], /no account “new”/],
      [['alborz', 'there', '--close', '--new-password'], /one at once/],
    ] as const) {
      const { code, errors } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(errors, words);
      assert.doesNotMatch(errors, /\n\s+at /);
    }
  });
});
