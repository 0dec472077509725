import { keyedHash, randomToken } from '../crypto.ts';
import type { CallerContext } from '../http/handler.ts';
import { giveBack, sourceOf, take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { cookieAttributes } from './sessions.ts';

/**
 * How many wrong passwords are taken, of whom, in how many seconds. A right one counts for nothing.
 *
 * Names of staff are no secret, so a limit by name alone would let any stranger lock an expert out of the desk. Hence:
 *
 * 1. A browser in which this person has signed in before (it holds a sealed cookie that says so and opens nothing) has
 *    tries of its own: `browser`. Nobody else can use them up, whatever happens to the name or the address.
 * 2. From anywhere else a name may be tried `pair` times from one address. A stranger locks the name for themselves.
 * 3. An address that tries many names is stopped by `address`.
 * 4. Tries of one name from ever new addresses are stopped by `name`, far above what 2 lets one address reach: at most
 *    2400 guesses a day, while the person's own browsers go on as by 1.
 *
 * A name that does not exist is counted like any other. Addresses are networks of 64 bits in IPv6.
 */
const wrong = {
  browser: { limit: 10, seconds: 600 },
  pair: { limit: 10, seconds: 600 },
  address: { limit: 60, seconds: 600 },
  name: { limit: 100, seconds: 3600 },
} as const;

const knownDays = 180;

export interface Admission {
  /** The password was right: gives the tries back, and the cookie by which the browser is known from now on. */
  succeeded(): Promise<string>;
}

/** Counts a try before the password is looked at, so that tries at the same time count too. Throws `rate.limited`. */
export async function admit(ports: Ports, username: string, caller: CallerContext): Promise<Admission> {
  const source = sourceOf(caller.address);
  const browser = await knownBrowser(ports, username, caller.request);
  const buckets: [string, { limit: number; seconds: number }][] = browser
    ? [[`signIn browser ${browser}`, wrong.browser]]
    : [[`signIn pair ${source} ${username}`, wrong.pair], [`signIn address ${source}`, wrong.address], [`signIn name ${username}`, wrong.name]];
  for (const [bucket, { limit, seconds }] of buckets) await take(ports, bucket, limit, seconds);
  return {
    async succeeded() {
      for (const [bucket, { seconds }] of buckets) await giveBack(ports, bucket, seconds);
      return knownCookie(ports, username, browser ?? randomToken(12));
    },
  };
}

const day = 86_400_000;
const mark = (ports: Ports, username: string, browser: string, issued: string): Promise<string> =>
  keyedHash(ports.secrets.lookup, 'known-browser', `${username} ${browser} ${issued}`);

/** One cookie a name: at a counter several people work at one browser. The name itself does not stand in it. */
async function cookieName(ports: Ports, username: string): Promise<string> {
  const who = (await keyedHash(ports.secrets.lookup, 'known-browser-name', username)).slice(0, 12);
  return `${ports.settings.production ? '__Host-' : ''}mizban-known-${who}`;
}

async function knownCookie(ports: Ports, username: string, browser: string): Promise<string> {
  const issued = String(Math.floor(ports.now().getTime() / day));
  const value = `${browser}.${issued}.${await mark(ports, username, browser, issued)}`;
  return `${await cookieName(ports, username)}=${value}; Max-Age=${knownDays * 86_400}; ${cookieAttributes(ports)}`;
}

async function knownBrowser(ports: Ports, username: string, request: Request): Promise<string | undefined> {
  const name = await cookieName(ports, username);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [, browser, issued, given] = part.trim().startsWith(`${name}=`) ? /=([\w-]{16})\.(\d{1,6})\.([0-9a-f]{64})$/.exec(part.trim()) ?? [] : [];
    if (!browser || !issued || Number(issued) + knownDays < ports.now().getTime() / day) continue;
    // Both are keyed hashes: comparing them letter by letter tells nothing of the key.
    if (given === (await mark(ports, username, browser, issued))) return browser;
  }
  return undefined;
}
