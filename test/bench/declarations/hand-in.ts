import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { connect } from '../../../src/gateway/database/connect.ts';
import { receiveFile } from '../../../src/gateway/http/body.ts';
import { handIn } from '../../../src/gateway/intake/hand-in.ts';
import { arrivingOnDisk } from '../../../src/gateway/node/arriving.ts';
import { diskFiles } from '../../../src/gateway/node/disk-files.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';
import { makeSecrets } from '../../../src/gateway/node/make-secrets.ts';

/** Takes a file as the gateway takes it from a socket, to a draft of an agency, and tells how it went: run as a process of its own, whose memory is only this. */
const [databaseUrl = '', agency = '', path = ''] = process.argv.slice(2);
const db = connect(databaseUrl, { connections: 2 });
const folder = await mkdtemp(join(tmpdir(), 'mizban-bench-files-'));
const start = performance.now();
const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
const { file, release } = await receiveFile(new Request('http://gateway.test', { method: 'POST', body, duplex: 'half' } as RequestInit), 100_000_000, arrivingOnDisk);
const draft = await handIn({
  db, now: () => new Date('2026-11-24T10:00:00+03:30'), secrets: await makeSecrets(), files: diskFiles(folder), log: quietLog,
  settings: { production: false, province: 'alborz', helpPhone: null, version: 'bench' },
}, { province: 'alborz', agency, fileName: 'long.csv', file, staff: null, token: null });
await release();
const ms = performance.now() - start;
await rm(folder, { recursive: true });
await db.destroy();
process.stdout.write(JSON.stringify({ rows: draft.row_count, state: draft.state, ms, peak: process.resourceUsage().maxRSS * 1024 }));
