import { serve } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Kysely } from 'kysely';
import { seedDemo } from '../../demo/seed.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import { connect, migrate } from '../../src/gateway/database/connect.ts';
import type { Database } from '../../src/gateway/database/schema.ts';
import { memoryFiles } from '../../src/gateway/memory-files.ts';
import { quietLog } from '../../src/gateway/node/log.ts';
import { makeSecrets } from '../../src/gateway/node/make-secrets.ts';
import type { GatewaySettings, Logger, Ports } from '../../src/gateway/ports.ts';
import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { databaseUrl, onServer, testServer } from './test-server.ts';

/** A Tuesday, in office hours of Alborz. */
export const testNow = '2026-11-24T10:00:00+03:30';
/** Of every account that {@link TestGateway.signIn} makes. */
export const testPassword = 'رمز-آزمون-۱۴۰۵';

export interface TestGatewayOptions {
  /** Agencies of the demo that are published: all, none (the default), or the named ones. */
  agencies?: 'all' | 'none' | readonly string[];
  now?: string;
  settings?: Partial<GatewaySettings>;
  log?: Logger;
  /** Also behind a socket on loopback; `url` is then set. */
  listen?: boolean;
  /** More of the ports, `pages` for one. */
  ports?: Partial<Ports>;
}

export interface TestGateway {
  ports: Ports;
  db: Kysely<Database>;
  /** Address of the gateway's socket; only with `listen`. */
  url: string;
  /** Address of its database. */
  databaseUrl: string;
  /** In process. A path is completed; an object as `json` becomes the body. */
  fetch(target: string | Request, init?: RequestInit & { json?: unknown; address?: string }): Promise<Response>;
  setNow(instant: string | Date): void;
  /** Signs in an account of an agency, made when it is not there. Gives the cookie. */
  signIn(input: { agency?: string; unit?: string; role?: 'expert' | 'head' | 'officer' | 'supervisor' | 'admin'; username?: string }): Promise<string>;
  stop(): Promise<void>;
}

const secrets = makeSecrets();
const templates = new Map<string, Promise<string>>();
const newName = (kind: string): string => `${kind}_${randomBytes(6).toString('hex')}`;

function portsOf(db: Kysely<Database>, options: TestGatewayOptions, madeSecrets: Ports['secrets'], now: () => Date): Ports {
  return {
    db,
    now,
    secrets: madeSecrets,
    files: memoryFiles(),
    log: options.log ?? quietLog,
    settings: { production: false, province: 'alborz', helpPhone: '02632000000', version: 'test', limitFactor: 1000, email: true, ...options.settings },
    ...options.ports,
  };
}

/** A migrated and published database that others are copied from: publishing once, copying in milliseconds. */
function template(agencies: NonNullable<TestGatewayOptions['agencies']>): Promise<string> {
  const key = typeof agencies === 'string' ? agencies : [...agencies].sort().join(',');
  let made = templates.get(key);
  if (!made) {
    made = (async () => {
      const name = newName('template');
      await onServer(`create database ${name}`);
      const db = connect(databaseUrl(await testServer(), name));
      try {
        await migrate(db);
        if (agencies !== 'none') {
          const ports = portsOf(db, {}, await secrets, () => new Date(testNow));
          await seedDemo(ports, { agencies: agencies === 'all' ? undefined : agencies, staff: false });
        }
      } finally {
        await db.destroy();
      }
      return name;
    })();
    templates.set(key, made);
  }
  return made;
}

/**
 * The real gateway on a real PostgreSQL, with a database of its own and a clock that stands still. One server serves all
 * gateways of a test process.
 */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const name = newName('test');
  await onServer(`create database ${name} template ${await template(options.agencies ?? 'none')}`);
  const address = databaseUrl(await testServer(), name);
  const db = connect(address, { allowExitOnIdle: true, wait: 60_000 });
  let now = new Date(options.now ?? testNow);
  const ports = portsOf(db, options, await secrets, () => new Date(now));
  const gateway = createGateway(ports);
  let url = '';
  let close = async (): Promise<void> => undefined;
  if (options.listen) {
    const server = serve({ fetch: (request: Request) => gateway.fetch(request, { address: '127.0.0.1' }), hostname: '127.0.0.1', port: 0 });
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  }

  const request: TestGateway['fetch'] = (target, init = {}) => {
    if (target instanceof Request) return gateway.fetch(target, { address: init.address ?? '192.0.2.1' });
    const { json, address: from, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (json !== undefined) {
      headers.set('content-type', 'application/json');
      rest.body = JSON.stringify(json);
      rest.method ??= 'POST';
    }
    return gateway.fetch(new Request(new URL(target, 'http://gateway.test'), { ...rest, headers }), { address: from ?? '192.0.2.1' });
  };

  return {
    ports, db, url, databaseUrl: address,
    fetch: request,
    setNow: (instant) => (now = new Date(instant)),
    async signIn({ agency, unit, role = 'expert', username = `${role}-${unit ?? agency ?? 'province'}` }) {
      const known = await db.selectFrom('staff').select('id').where('username', '=', username).executeTakeFirst();
      if (!known) {
        await createStaff(ports, { username, name: 'کارشناس آزمون', password: testPassword, role, province: 'alborz', agency, unit });
      }
      const answer = await request('/v1/staff/session', { json: { username, password: testPassword } });
      if (!answer.ok) throw new Error(`Signing in as ${username} failed: ${await answer.text()}`);
      return answer.headers.getSetCookie()[0]!.split(';')[0]!;
    },
    async stop() {
      await close();
      await db.destroy();
    },
  };
}
