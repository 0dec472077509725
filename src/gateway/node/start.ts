import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GatewayConfig } from '../config.ts';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { connect, migrate } from '../database/connect.ts';
import { startEmbedded, type Embedded } from '../database/embedded.ts';
import { isDatabaseAway } from '../http/failure.ts';
import { ProblemException } from '../http/problem.ts';
import { startChores } from '../messages/chores.ts';
import { inboxSender, type Senders } from '../messages/sender.ts';
import { templateSender, webhookSender } from '../messages/sms-services.ts';
import type { Logger, Ports } from '../ports.ts';
import { arrivingOnDisk } from './arriving.ts';
import { clamav } from './clamav.ts';
import { browserFiles } from './browser-files.ts';
import { diskFiles } from './disk-files.ts';
import { makeDataFolder } from './folders.ts';
import { keepSecrets } from './keep-secrets.ts';
import { linkCheck } from './link-check.ts';
import { listen, type Listening } from './listen.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { s3Files } from './s3-files.ts';
import { smtpSender } from './smtp.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface RunningGateway {
  url: string;
  ports: Ports;
  /** Lets the calls that run end, then stops jobs, connections and the embedded database, in this order. */
  stop(): Promise<void>;
}

/**
 * The gateway as a process: socket, database, files, jobs. The socket is taken first, so that a taken port is told at
 * once; until the database is there, and `prepare` is through, every call is answered with `server.unavailable`, and nothing
 * is done that time brings about. `listening` is for whatever else may find its place taken: until it is through, nothing is made.
 */
export async function startGateway(
  config: GatewayConfig, log: Logger, { listening, prepare }: { listening?: (url: string) => Promise<void>; prepare?: (ports: Ports) => Promise<void> } = {},
): Promise<RunningGateway> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const open: { socket?: Listening; chores?: () => Promise<void>; db?: Ports['db']; embedded?: Embedded } = {};
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    const steps = [() => open.socket?.close(), () => open.chores?.(), () => open.db?.destroy(), () => open.embedded?.stop()];
    for (const step of steps) {
      await Promise.resolve(step()).catch((error: unknown) => log.error('stop.failed', { message: String(error) }));
    }
  };
  try {
    const serving: { gateway?: Gateway } = {};
    const socket = (open.socket = await listen(
      async (request, info) => (serving.gateway?.fetch(request, info) ?? new ProblemException('server.unavailable', { retryAfter: 2 }).toResponse()),
      config,
    ));
    await listening?.(socket.url);
    // Others may enter: the embedded database runs as a user of its own. What is secret below has modes of its own.
    makeDataFolder(config.dataDir);
    if (!config.databaseUrl) open.embedded = await startEmbedded({ dataDir: config.dataDir, log });
    const db = (open.db = connect(config.databaseUrl ?? open.embedded!.url, {
      connections: config.databaseConnections,
      onError: (error) => log.error('database.connection', { message: error.message }),
    }));
    const { applied } = await migrate(db).catch((error: unknown) => { throw config.databaseUrl ? databaseError(error) : error; });
    if (applied.length) log.info('database.migrated', { applied });
    const senders = sendersOf(config);
    const ports: Ports = {
      db,
      now: () => new Date(),
      machineTime: true,
      stopping: stopping.signal,
      secrets: await keepSecrets(config),
      files: config.s3 ? s3Files(config.s3) : diskFiles(join(config.dataDir, 'files')),
      arriving: arrivingOnDisk,
      scan: config.clamav && clamav(config.clamav.host, config.clamav.port),
      ...(config.checkLinks && { checkLink: linkCheck() }),
      receiptPdf,
      log,
      settings: {
        production: config.production, province: config.province, publicUrl: config.publicUrl, helpPhone: config.helpPhone, version, limitFactor: config.limitFactor,
        mobileProof: config.mobileProof, quietHours: config.quietHours, email: senders.email !== undefined,
      },
      pages: browserFiles(join(root, 'dist', 'browser')),
    };
    if (!senders.sms) log.error('messages.waiting', { reason: 'neither SMS_WEBHOOK_URL nor SMS_URL_TEMPLATE is set' });
    await prepare?.(ports);
    open.chores = startChores(ports, senders);
    serving.gateway = createGateway(ports);
    log.info('started', { url: socket.url, version, production: config.production, database: config.databaseUrl ? 'server' : 'embedded' });
    return { url: socket.url, ports, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a server says that is away or refuses us, with what to do. Its address may hold a password and is not repeated. */
function databaseError(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (isDatabaseAway(error)) return new Error(`The database of DATABASE_URL cannot be reached (${code ?? message}): start it, or mend the address.`);
  // Classes 28 and 3D: refused or no such database; 42501: may not make tables.
  if (/^(28|3D)|^42501$/.test(code ?? '')) return new Error(`The database of DATABASE_URL refuses (${message}): mend user, password or name in the address, or give the user the right to make tables.`);
  return error;
}

/** In production messages of a channel without a service wait: one that nobody gets is worse than a late one. */
function sendersOf({ production, sms, mail }: GatewayConfig): Senders {
  const otherwise = production ? {} : { sms: inboxSender, email: inboxSender };
  return {
    ...otherwise,
    ...(sms && { sms: 'template' in sms ? templateSender(sms.template) : webhookSender(sms.url, sms.token) }),
    ...(mail && { email: smtpSender(mail) }),
  };
}
