import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigError, readConfig, variables } from '../../../src/gateway/config.ts';
import { keepSecrets, newSecrets } from '../../../src/gateway/node/keep-secrets.ts';

describe('settings', () => {
  let folder: string;
  before(() => { folder = mkdtempSync(join(tmpdir(), 'mizban-config-')); });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const wrong = (env: Record<string, string>): string[] => {
    try {
      readConfig({ DATA_DIR: folder, ...env });
    } catch (error) {
      assert.ok(error instanceof ConfigError);
      return error.problems;
    }
    return [];
  };

  it('have defaults for everything outside production', () => {
    const config = readConfig({ NODE_ENV: 'development', DATA_DIR: folder });
    assert.deepEqual([config.host, config.port, config.province, config.databaseUrl], ['127.0.0.1', 8080, 'alborz', undefined]);
  });

  it('are wrong all at once, in one message that names each and its mend', () => {
    const problems = wrong({
      NODE_ENV: 'prod', PORT: '99999', DATABASE_URL: 'mysql://user:hidden@host/db', PROVINCE: 'البرز', HELP_PHONE: '026-32', TRUSTED_PROXIES: '-1',
      LIMIT_FACTOR: 'much', CHECK_LINKS: 'perhaps', MIZBAN_SECRET_LOOKUP: 'short', MIZBAN_RECEIPT_KEY_FILE: join(folder, 'nothing.json'), DATA_DIR: '/dev/null/data',
    });
    for (const name of ['NODE_ENV', 'PORT', 'DATABASE_URL', 'PROVINCE', 'HELP_PHONE', 'TRUSTED_PROXIES', 'LIMIT_FACTOR', 'CHECK_LINKS', 'MIZBAN_SECRET_LOOKUP', 'MIZBAN_RECEIPT_KEY_FILE', 'DATA_DIR']) {
      assert.equal(problems.filter((problem) => problem.startsWith(`${name} `)).length, 1, name);
    }
    assert.ok(!problems.join().includes('hidden'), 'a password is not repeated');
  });

  it('need all secrets in production, and say how to make them', () => {
    const problems = wrong({ NODE_ENV: 'production' });
    assert.deepEqual(problems.map((problem) => problem.split(' ')[0]), ['MIZBAN_SECRET_LOOKUP', 'MIZBAN_SECRET_DATA', 'MIZBAN_RECEIPT_KEY_FILE']);
    assert.ok(problems.every((problem) => problem.includes('--new-secrets')));
    assert.deepEqual(wrong({}), problems, 'production is meant when nothing is said');
  });

  it('have mobile numbers proven where messages are delivered, and only there', () => {
    assert.equal(readConfig({ NODE_ENV: 'development', DATA_DIR: folder }).mobileProof, 'required');
    assert.equal(readConfig({ NODE_ENV: 'development', DATA_DIR: folder, MOBILE_PROOF: 'off' }).mobileProof, 'off');
    const told = (env: Record<string, string>) => wrong({ NODE_ENV: 'production', ...env }).filter((problem) => problem.startsWith('MOBILE_PROOF'));
    assert.deepEqual(told({}), []);
    assert.deepEqual(told({ MOBILE_PROOF: 'required', SMS_WEBHOOK_URL: 'https://sms.example.ir' }), []);
    assert.match(told({ MOBILE_PROOF: 'required' }).join(), /SMS_WEBHOOK_URL/);
    assert.equal(told({ MOBILE_PROOF: 'yes' }).length, 1);
  });

  it('name an SMS service by its address, and say what is wrong with it without repeating its key', () => {
    const config = readConfig({
      NODE_ENV: 'development', DATA_DIR: folder, SMS_URL_TEMPLATE: 'https://sms.example.ir/send?key=k&to={to}&text={text}', SMS_METHOD: 'POST', SMS_HEADER: 'apikey: k', SMS_SUCCESS: '"status":200',
      SMTP_URL: 'smtps://desk:word@mail.example.ir', MAIL_FROM: 'میز خدمت <desk@example.ir>',
    });
    assert.deepEqual(config.sms, { template: { url: 'https://sms.example.ir/send?key=k&to={to}&text={text}', method: 'POST', header: { name: 'apikey', value: 'k' }, success: '"status":200' } });
    assert.deepEqual(config.mail, { url: 'smtps://desk:word@mail.example.ir', from: 'میز خدمت <desk@example.ir>' });
    const told = (env: Record<string, string>) => wrong({ NODE_ENV: 'development', ...env });
    for (const template of ['https://sms.example.ir/send?key=hidden', 'https://{to}.example.ir/?text={text}', 'https://sms.example.ir/{to}/{text}/{hidden2}', 'ftp://sms.example.ir/{to}{text}']) {
      const problems = told({ SMS_URL_TEMPLATE: template });
      assert.ok(problems.length === 1 && problems[0]!.startsWith('SMS_URL_TEMPLATE ') && !problems[0]!.includes('hidden?'), problems.join());
      assert.ok(!problems.join().includes('key=hidden'));
    }
    assert.match(told({ SMS_URL_TEMPLATE: 'https://a.example.ir/?{to}{text}', SMS_WEBHOOK_URL: 'https://sms.example.ir' }).join(), /keep one of them/);
    assert.match(told({ SMS_SUCCESS: 'ok' }).join(), /^SMS_SUCCESS is given without SMS_URL_TEMPLATE/);
    assert.match(told({ SMS_URL_TEMPLATE: 'https://a.example.ir/?{to}{text}', SMS_METHOD: 'PUT', SMS_HEADER: 'a\nb' }).join(), /SMS_METHOD is “PUT”.*SMS_HEADER/);
    assert.match(told({ SMTP_URL: 'smtp://mail.example.ir' }).join(), /^MAIL_FROM/);
    assert.match(told({ MAIL_FROM: 'desk@example.ir' }).join(), /^MAIL_FROM is given without SMTP_URL/);
    assert.equal(readConfig({ DATA_DIR: folder, NODE_ENV: 'development', SMS_URL_TEMPLATE: 'https://a.example.ir/?{to}{text}' }).mobileProof, 'required');
  });

  it('keep news quiet at night unless they say otherwise', () => {
    const of = (QUIET_HOURS?: string) => readConfig({ NODE_ENV: 'development', DATA_DIR: folder, ...(QUIET_HOURS ? { QUIET_HOURS } : {}) }).quietHours;
    assert.deepEqual(of(), { from: 1260, to: 450 });
    assert.deepEqual(of('13:00-14:05'), { from: 780, to: 845 });
    assert.equal(of('off'), undefined);
    for (const text of ['night', '21:00', '25:00-07:00', '07:00-07:00']) assert.match(wrong({ NODE_ENV: 'development', QUIET_HOURS: text }).join(), /^QUIET_HOURS is/);
  });

  it('made by --new-secrets are right, and never overwritten', async () => {
    const place = join(folder, 'made');
    const file = await newSecrets(place);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const env = Object.fromEntries(readFileSync(file, 'utf8').trim().split('\n').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }));
    const config = readConfig({ DATA_DIR: folder, ...env });
    assert.equal(config.production, true);
    assert.equal(config.mobileProof, 'off', 'no code would ever come');
    assert.deepEqual([config.secrets.lookup!.length, config.secrets.data!.length], [32, 32]);
    assert.notDeepEqual(config.secrets.lookup, config.secrets.data);
    await assert.rejects(newSecrets(place), /exists already/);
  });

  it('of development keep the secrets that they made', async () => {
    const config = readConfig({ NODE_ENV: 'development', DATA_DIR: folder });
    const [first, second] = await Promise.all([keepSecrets(config), keepSecrets(config)]);
    assert.deepEqual(first, second);
    assert.deepEqual(await keepSecrets(config), first);
    assert.equal(statSync(join(folder, 'secrets', 'data')).mode & 0o777, 0o600);
    assert.equal(first.receipt.crv, 'Ed25519');
  });

  it('are all told by --help', () => {
    const source = readFileSync(new URL('../../../src/gateway/config.ts', import.meta.url), 'utf8');
    const read = new Set([...source.matchAll(/(?:text|number|address)\('([A-Z0-9_]+)'/g)].map(([, name]) => name!));
    assert.ok(read.size > 10);
    assert.deepEqual([...read].sort(), variables.map(([name]) => name).sort());
  });
});
