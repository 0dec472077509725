import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { root } from '../../support/sources.ts';
import { csvOf, tableOf } from '../intake/officer.ts';

describe('npm run token', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway({ agencies: ['post'], now: new Date().toISOString() }); });
  after(() => gateway.stop());

  const run = (...args: string[]) => new Promise<{ code: number; out: string; last: Record<string, unknown>; errors: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: gateway.databaseUrl, NODE_ENV: 'test' };
    execFile(process.execPath, ['--import', 'tsx', 'src/gateway/commands/token.ts', ...args], { cwd: root, env }, (error, out, errors) =>
      resolve({ code: Number(error?.code ?? 0), out, errors, last: JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, unknown> }));
  });
  const put = (secret: string) => gateway.fetch('/v1/provinces/alborz/declarations/post?dry-run=true', {
    method: 'PUT', headers: { authorization: `Bearer ${secret}` }, body: csvOf(tableOf('post')) as Uint8Array<ArrayBuffer>,
  });

  it('makes one that declares, lists it without its secret, and revokes it', async () => {
    const made = await run('alborz', 'post', '--new', 'شبانه', '--days', '3');
    assert.equal(made.code, 0, made.errors);
    const secret = made.last['secret'] as string;
    assert.equal((await put(secret)).status, 200);
    const listed = await run('alborz', 'post');
    assert.match(listed.out, new RegExp(`^${made.last['id'] as string}  valid until .*: شبانه\n`));
    assert.ok(!listed.out.includes(secret));
    assert.match((await run('alborz', 'post', '--revoke', made.last['id'] as string)).out, /  revoked until/);
    assert.equal((await put(secret)).status, 401);
  });

  it('says what is wrong in one sentence', async () => {
    for (const [args, words] of [
      [[], /Name the province and the agency/], [['nowhere', 'post'], /no province “nowhere”/], [['alborz', 'nobody'], /alborz has no agency “nobody”\. It has: .*post/],
      [['alborz', 'post', '--new', 'شبانه', '--days', '900'], /1 to 730/], [['alborz', 'post', '--new', 'x'], /2 to 80 letters/], [['alborz', 'post', '--revoke', 'x'], /no token “x”/],
    ] as const) {
      const { code, errors } = await run(...args);
      assert.equal(code, 2);
      assert.match(errors, words);
      assert.doesNotMatch(errors, /\n\s+at /);
    }
  });
});
