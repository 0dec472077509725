/**
 * The process behind browser tests: the real gateway with all demo agencies on a socket, its clock set to `testNow` and
 * walking from there. Its first line is JSON; it ends when its input ends. See gateway-plugin.mjs.
 */
import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { startTestGateway, testNow, testPassword } from './gateway.ts';

const started = Date.now();
const now = () => new Date(Date.parse(testNow) + Date.now() - started);
const gateway = await startTestGateway({ agencies: 'all', listen: true, ports: { now } });

/** One expert an agency, who sees all its units. */
const agencies = ['sabt-ahval', 'abfa', 'ostandari'];
for (const agency of agencies) {
  await createStaff(gateway.ports, { username: agency, password: testPassword, name: 'کارشناس آزمون', role: 'expert', province: 'alborz', agency });
}

console.log(JSON.stringify({ url: gateway.url, now: now().toISOString(), staff: Object.fromEntries(agencies.map((agency) => [agency, testPassword])) }));

process.stdin.resume();
process.stdin.once('end', () => void gateway.stop().finally(() => process.exit(0)));
