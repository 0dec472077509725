/**
 * The process behind browser tests: the real gateway with all demo agencies on a socket, its clock set to `testNow` and
 * walking from there. Its first line is JSON; it ends when its input ends. See gateway-plugin.mjs.
 */
import { createGateway } from '../../src/gateway/create-gateway.ts';
import { linkCheck } from '../../src/gateway/node/link-check.ts';
import { startChores } from '../../src/gateway/messages/chores.ts';
import { DeliveryError, inboxSender, type MessageSender } from '../../src/gateway/messages/sender.ts';
import { listen } from '../../src/gateway/node/listen.ts';
import { receiptPdf } from '../../src/gateway/node/receipt-pdf.ts';
import { checkpointOfDay } from '../../src/gateway/transparency/checkpoints.ts';
import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { publishEveryField } from './every-field.ts';
import { startTestGateway, testNow, testPassword } from './gateway.ts';

const started = Date.now();
const now = () => new Date(Date.parse(testNow) + Date.now() - started);
// Links to its own pages alone are asked.
const checkLink = linkCheck({ mayCall: (address) => address === '127.0.0.1' });
const gateway = await startTestGateway({ agencies: 'all', listen: true, ports: { now, checkLink, receiptPdf } });
await publishEveryField(gateway.ports);
/** The same desk once more, as an operator sets it who wants mobile numbers proven; and nothing puts receipts on paper there. */
const strict = createGateway({ ...gateway.ports, receiptPdf: undefined, settings: { ...gateway.ports.settings, mobileProof: 'required' } });
let signedDays = 0;
/** Signs the log as if another day had begun: tests do not wait for midnight. */
async function signLog(): Promise<Response> {
  signedDays++;
  await checkpointOfDay({ ...gateway.ports, now: () => new Date(now().getTime() + signedDays * 86_400_000) });
  return new Response(null, { status: 204, headers: { 'access-control-allow-origin': '*' } });
}
const proving = await listen(
  (request, info) => (new URL(request.url).pathname === '/test/sign-log' ? signLog() : strict.fetch(request, info)), { host: '127.0.0.1', port: 0 },
);

/**
 * One expert an agency, who sees all its units; a colleague and a head in the one whose desk is tested; two who keep the guides
 * of the other province, where what they change stands in nobody's way, and heads there; two who keep what is the first's.
 */
const accounts = [
  ...['sabt-ahval', 'abfa', 'ostandari', 'samt', 'behzisti'].map((agency) => ({ username: agency, agency, role: 'expert', name: 'کارشناس آزمون' }) as const),
  { username: 'ostandari-2', agency: 'ostandari', role: 'expert', name: 'همکار آزمون' },
  { username: 'officer', role: 'officer', province: 'isfahan', name: 'کارشناس راهنماها' },
  { username: 'officer-2', role: 'officer', province: 'isfahan', name: 'همکار راهنماها' },
  { username: 'sabt-asnad-head', agency: 'sabt-asnad', role: 'head', province: 'isfahan', name: 'رئیس اسناد' },
  { username: 'ostandari-isfahan-head', agency: 'ostandari', role: 'head', province: 'isfahan', name: 'رئیس اصفهان' },
  { username: 'supervisor-isfahan', role: 'supervisor', province: 'isfahan', name: 'ناظر اصفهان' },
  { username: 'ostandari-head', agency: 'ostandari', role: 'head', name: 'رئیس آزمون' },
  { username: 'police-10-head', agency: 'police-10', role: 'head', name: 'رئیس پلیس' },
  { username: 'officer-alborz', role: 'officer', name: 'کارشناس البرز' },
  { username: 'supervisor', role: 'supervisor', name: 'ناظر آزمون' },
] as const;
for (const account of accounts) await createStaff(gateway.ports, { province: 'alborz', ...account, password: testPassword });

/** What people of the first province searched for in vain, by how many of them: the last by too few to be seen. */
const unanswered = { 'مجوز پرورش بلدرچین': 7, 'کلاس خیاطی رایگان': 5, 'نام یک نفر': 4 };
for (const [query, people] of Object.entries(unanswered)) {
  for (let at = 1; at <= people; at++) await gateway.fetch('/v1/search/unanswered', { json: { query }, address: `198.51.100.${at}` });
}

/** Services that know no number which begins so, and no mailbox either, once it has got its code. */
const unknown = /^(0900|nobody)/;
const choosy: MessageSender = {
  async send(message) {
    if (unknown.test(message.to) && !message.text.includes('کسی این نشانی را نوشته است')) throw new DeliveryError('recipient', 'There is no such receiver.');
    await inboxSender.send(message);
  },
};
const endChores = startChores({ ...gateway.ports, log: { info: () => undefined, error: () => undefined } }, {
  sms: choosy,
  email: choosy,
});

console.log(JSON.stringify({ url: gateway.url, provingUrl: proving.url, now: now().toISOString(), staff: Object.fromEntries(accounts.map(({ username }) => [username, testPassword])) }));

process.stdin.resume();
process.stdin.once('end', () => void proving.close().then(endChores).then(() => gateway.stop()).finally(() => process.exit(0)));
