/**
 * The process behind browser tests: the real gateway with all demo agencies on a socket, its clock set to `testNow` and
 * walking from there. Its first line is JSON; it ends when its input ends. See gateway-plugin.mjs.
 */
import { demoFiles } from '../../demo/files.ts';
import { publishDemoProvince } from '../../demo/province.ts';
import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { startTestGateway, testNow, testPassword } from './gateway.ts';

const started = Date.now();
const now = () => new Date(Date.parse(testNow) + Date.now() - started);
const gateway = await startTestGateway({ agencies: 'all', listen: true, ports: { now } });

/** A second province with one agency: what the keepers of guides change there stands in nobody's way. */
const files = await demoFiles();
const registry = files.agencies.agencies.find(({ id }) => id === 'sabt-ahval')!;
const elsewhere = { ...registry, id: 'sabt-ahval-isfahan', province: 'isfahan', county: null };
await publishDemoProvince(gateway.ports, { ...files, agencies: { ...files.agencies, agencies: [elsewhere] } }, 'isfahan');

/** One expert an agency, who sees all its units; a colleague and a head in the one whose desk is tested; two who keep the guides of the second province. */
const accounts = [
  ...['sabt-ahval', 'abfa', 'ostandari'].map((agency) => ({ username: agency, agency, role: 'expert', name: 'کارشناس آزمون' }) as const),
  { username: 'ostandari-2', agency: 'ostandari', role: 'expert', name: 'همکار آزمون' },
  { username: 'officer', role: 'officer', province: 'isfahan', name: 'کارشناس راهنماها' },
  { username: 'officer-2', role: 'officer', province: 'isfahan', name: 'همکار راهنماها' },
  { username: 'ostandari-head', agency: 'ostandari', role: 'head', name: 'رئیس آزمون' },
] as const;
for (const account of accounts) await createStaff(gateway.ports, { province: 'alborz', ...account, password: testPassword });

console.log(JSON.stringify({ url: gateway.url, now: now().toISOString(), staff: Object.fromEntries(accounts.map(({ username }) => [username, testPassword])) }));

process.stdin.resume();
process.stdin.once('end', () => void gateway.stop().finally(() => process.exit(0)));
