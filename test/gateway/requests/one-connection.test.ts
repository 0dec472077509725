import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import { PGlitePool } from '../../../stories/support/pglite-pool.ts';
import type { Filed, RequestRecord } from '../../../src/contract/request.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { migrate } from '../../../src/gateway/database/migrate.ts';
import type { Database } from '../../../src/gateway/database/schema.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { inboxSender } from '../../../src/gateway/messages/sender.ts';
import { memoryFiles } from '../../../src/gateway/memory-files.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';
import { makeSecrets } from '../../../src/gateway/node/make-secrets.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { otpIn } from '../../support/one-time-code.ts';
import { uploadFile } from '../../support/upload-file.ts';
import { collectOrphans } from '../../../src/gateway/uploads/orphans.ts';
import { testNow, testPassword } from '../../support/gateway.ts';
import { newMobile, pdf, publishTestDesk, testForm } from './desk.ts';

describe('the gateway of a page, on PGlite', () => {
  // A transaction that asked for a second connection would wait for itself here for ever.
  it('carries a request from upload to answer over its only connection', { timeout: 120_000 }, async () => {
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new PGlitePool() }) });
    const ports: Ports = {
      db, now: () => new Date(testNow), secrets: await makeSecrets(), files: memoryFiles(), log: quietLog,
      settings: { production: false, province: 'alborz', helpPhone: null, version: 'test', limitFactor: 1000 },
    };
    await migrate(db);
    await publishTestDesk(ports);
    await createStaff(ports, { username: 'expert', name: 'کارشناس', password: testPassword, role: 'expert', province: 'alborz', agency: 'abfa' });
    const gateway = createGateway(ports);
    const call = async <T>(path: string, init: RequestInit & { json?: unknown } = {}): Promise<T> => {
      const { json, ...rest } = init;
      const headers = new Headers(rest.headers);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const answer = await gateway.fetch(new Request(`http://gateway.test${path}`, {
        ...rest, headers, ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      }));
      const text = await answer.text();
      assert.ok(answer.ok, `${path}: ${text}`);
      return JSON.parse(text) as T;
    };

    const offering = (await db.selectFrom('offering_version').select(['offering', 'sheet']).execute())
      .find(({ sheet }) => sheet.form?.id === testForm.id)!.offering;
    const deed = (await (await uploadFile((path, init) => gateway.fetch(new Request(`http://gateway.test${path}`, init)), { offering, field: 'deed', name: 'a.pdf' }, pdf)).json()) as object;
    const mobile = newMobile();
    const filing = {
      json: { offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile, owner: true, deed: [deed] } },
      headers: { 'idempotency-key': 'one-connection-1' },
    };
    const [filed, again] = await Promise.all([call<Filed>('/v1/requests', filing), call<Filed>('/v1/requests', filing)]);
    assert.equal(filed.code, again.code);

    const signedIn = await gateway.fetch(new Request('http://gateway.test/v1/staff/session', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'expert', password: testPassword }),
    }));
    const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]!, 'sec-fetch-site': 'same-origin' };
    const { items } = await call<{ items: { id: string }[] }>('/v1/staff/requests', { headers });
    assert.equal(items.length, 1);
    const id = items[0]!.id;
    await call(`/v1/staff/requests/${id}`, { headers });
    await call(`/v1/staff/requests/${id}/take`, { headers, json: { version: 1 } });
    await call(`/v1/staff/requests/${id}/answer`, { headers, json: { version: 2, outcome: 'done', text: 'انجام شد' } });

    await call(`/v1/requests/${filed.code}/proof`, { method: 'POST' });
    const { messages } = await call<{ messages: { text: string }[] }>(`/dev/inbox?to=${mobile}`, { headers: { accept: 'application/json' } });
    const otp = otpIn(messages[0]!.text);
    const { token } = await call<{ token: string }>(`/v1/requests/${filed.code}/proof/confirm`, { json: { otp } });
    const record = await call<RequestRecord>(`/v1/requests/${filed.code}/record`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(record.messages[0]!.text, 'انجام شد');

    assert.equal(await deliverDue(ports, { sms: inboxSender }), 4);
    assert.equal(await collectOrphans(ports), 0);
    assert.deepEqual((await verifyLog(db, ports.secrets)).faults, []);
    await db.destroy();
  });
});
