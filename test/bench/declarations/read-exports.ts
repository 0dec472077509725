import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { memoryFiles } from '../../../src/gateway/memory-files.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';
import { makeSecrets } from '../../../src/gateway/node/make-secrets.ts';
import { formats } from '../../../src/gateway/open-data/formats.ts';

/** Reads every export of the database that is named, and a full page of HSDS, and tells how it went: run as a process of its own, whose memory is only this. */
const db = connect(process.argv[2]!, { connections: 2 });
const gateway = createGateway({
  db, now: () => new Date('2026-11-24T10:00:00+03:30'), secrets: await makeSecrets(), files: memoryFiles(), log: quietLog,
  settings: { production: false, province: 'alborz', helpPhone: '02632000000', version: 'bench', limitFactor: 1000 },
});
let bytes = 0;
async function read(path: string): Promise<void> {
  const answer = await gateway.fetch(new Request(`http://gateway.test${path}`), { address: '127.0.0.1' });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
}
for (const { name } of formats) await read(`/v1/open-data/alborz/${name}`);
await read('/v1/hsds/alborz/services?per_page=500');
await db.destroy();
process.stdout.write(JSON.stringify({ bytes, peak: process.resourceUsage().maxRSS * 1024 }));
