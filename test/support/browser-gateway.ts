/**
 * The process behind browser tests: the real gateway with all demo agencies on a socket, its clock set to `testNow` and
 * walking from there. Its first line is JSON; it ends when its input ends. See gateway-plugin.mjs.
 */
import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { startTestGateway, testNow, testPassword } from './gateway.ts';

const started = Date.now();
const now = () => new Date(Date.parse(testNow) + Date.now() - started);
const gateway = await startTestGateway({ agencies: 'all', listen: true, ports: { now } });

/** One expert an agency, who sees all its units; a colleague and a head in the one whose desk is tested; two who keep the guides. */
const accounts = [
  ...['sabt-ahval', 'abfa', 'ostandari'].map((agency) => ({ username: agency, agency, role: 'expert', name: 'کارشناس آزمون' }) as const),
  { username: 'ostandari-2', agency: 'ostandari', role: 'expert', name: 'همکار آزمون' },
  { username: 'officer', role: 'officer', name: 'کارشناس راهنماها' },
  { username: 'officer-2', role: 'officer', name: 'همکار راهنماها' },
  { username: 'ostandari-head', agency: 'ostandari', role: 'head', name: 'رئیس آزمون' },
] as const;
for (const account of accounts) await createStaff(gateway.ports, { ...account, password: testPassword, province: 'alborz' });

console.log(JSON.stringify({ url: gateway.url, now: now().toISOString(), staff: Object.fromEntries(accounts.map(({ username }) => [username, testPassword])) }));

process.stdin.resume();
process.stdin.once('end', () => void gateway.stop().finally(() => process.exit(0)));
