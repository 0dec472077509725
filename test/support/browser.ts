/**
 * For browser tests: the real gateway, its inbox, and faults on the way to it.
 *
 * The gateway has all demo agencies, runs outside production, and lives for the whole run, so a test makes what it needs.
 */
import type { Answers } from '../../src/contract/form.ts';
import type { Filed } from '../../src/contract/request.ts';
import { GatewayClient } from '../../src/client/client.ts';
import { newestOtp } from './one-time-code.ts';

interface TestGateway {
  url: string;
  provingUrl: string;
  now: string;
  /** Experts by user name, which is the id of their agency: their passwords. */
  staff: Record<string, string>;
}
const original = globalThis.fetch;
const realFetch: typeof fetch = (input, init) => original.call(globalThis, input, init);
const started = await realFetch('/test-gateway.json');
if (!started.ok) throw new Error(await started.text());
const gateway = (await started.json()) as TestGateway;

// The page lives in the gateway's time, a Tuesday in office hours, whatever day it is on this machine.
const SystemDate = Date;
const ahead = SystemDate.parse(gateway.now) - SystemDate.now();
let shift = 0;
globalThis.Date = class extends SystemDate {
  constructor(...parts: unknown[]) {
    if (parts.length) super(...(parts as [string]));
    else super(SystemDate.now() + ahead + shift);
  }
  static override now(): number {
    return SystemDate.now() + ahead + shift;
  }
} as DateConstructor;

/** Moves the clock of this device, and not the gateway's, until the test ends. Milliseconds. */
export const shiftClock = (by: number): void => {
  shift += by;
};
afterEach(() => {
  shift = 0;
  // Each test is a visit of its own.
  history.replaceState(null, '');
});

/** Origin of the gateway: another one than the page's, as it is for an agency's site. */
export const gatewayUrl = gateway.url;

/** The same desk behind a gateway that wants mobile numbers proven before it files. */
export const provingUrl = gateway.provingUrl;

/** The same gateway on the page's own origin, as it is for staff pages, whose cookies are SameSite=Strict. */
export const ownOriginUrl = location.origin;

/** Experts by user name (`sabt-ahval`, `abfa`, `ostandari`: the ids of their agencies): their passwords. */
export const staffPasswords = gateway.staff;

/** Messages sent to a mobile number, newest first. */
export async function inbox(mobile: string): Promise<{ at: string; text: string }[]> {
  const answer = await realFetch(`${gatewayUrl}/dev/inbox.json?to=${encodeURIComponent(mobile)}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The inbox answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { messages: { at: string; text: string }[] }).messages;
}

/** The newest one-time code sent to a mobile number. */
export async function oneTimeCode(mobile: string): Promise<string> {
  const code = newestOtp(await inbox(mobile));
  if (!code) throw new Error(`No one-time code was sent to ${mobile}.`);
  return code;
}

/** The gateway signs its log as at the beginning of a day. */
export async function signLog(): Promise<void> {
  const { ok, status } = await realFetch(`${provingUrl}/test/sign-log`, { method: 'POST' });
  if (!ok) throw new Error(`The log was not signed: ${status}.`);
}

/** Files a request without a form's pages. `answers` must fit the offering's form. */
export async function fileRequest(offering: string, answers: Answers): Promise<Filed> {
  const client = new GatewayClient(gatewayUrl);
  const form = await client.call('offeringForm', { params: { id: offering } });
  const filed = await client.call('fileRequest', { body: { offering, form: { id: form.id, version: form.version }, answers, language: 'fa' } });
  if (!('code' in filed)) throw new Error('This gateway wants a code first.');
  return filed;
}

/** What happens to a request instead of, or on top of, the real answer. */
export type Fault =
  /** The network is gone. */
  | 'offline'
  /** The request never comes back; only an abort ends it. */
  | 'hang'
  /** A balancer without a gateway behind it. */
  | '503'
  /** The gateway did its work, the answer was lost on the way back. */
  | 'answerLost'
  /** A proxy's page with status 200. */
  | 'malformed'
  /** JSON that ends in the middle. */
  | 'cut';

interface FaultRule { pattern: RegExp; fault: Fault; left: number }
const rules: FaultRule[] = [];
/** Everything that the page asked for while a fault was set or `watchFetch` was called, as `METHOD address`. */
const seen: { method: string; url: string; headers: Headers }[] = [];
function install(): void {
  if (globalThis.fetch !== original) return;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    const rule = rules.find(({ pattern, left }) => left > 0 && pattern.test(request.url));
    if (!rule) return original.call(globalThis, input, init);
    rule.left--;
    switch (rule.fault) {
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'hang':
        return new Promise((_, reject) => {
          const abort = () => reject(request.signal.reason);
          if (request.signal.aborted) abort();
          request.signal.addEventListener('abort', abort);
        });
      case '503':
        return new Response('', { status: 503 });
      case 'answerLost':
        await original.call(globalThis, input, init);
        throw new TypeError('Failed to fetch');
      case 'malformed':
        return new Response('<!doctype html><title>Login</title>', { status: 200, headers: { 'content-type': 'text/html' } });
      case 'cut':
        return new Response((await (await original.call(globalThis, input, init)).text()).slice(0, -2), { headers: { 'content-type': 'application/json' } });
    }
  };
}

/** Requests whose address matches meet this fault, `times` times (always when absent), until the test ends. */
export function faultyFetch(pattern: RegExp, fault: Fault, times = Infinity): void {
  install();
  rules.push({ pattern, fault, left: times });
}

/** The answer to the first request whose address matches stays away until what this gives is called. */
export function heldFetch(pattern: RegExp): () => void {
  install();
  const next = globalThis.fetch;
  let letGo!: () => void;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let held = false;
  globalThis.fetch = async (input, init) => {
    if (held || !pattern.test(new Request(input, init).url)) return next(input, init);
    held = true;
    const answer = await next(input, init);
    await gone;
    return answer;
  };
  return letGo;
}

/** Records requests from here to the end of the test; gives those that match. */
export function watchFetch(): (pattern?: RegExp) => { method: string; url: string; headers: Headers }[] {
  install();
  const from = seen.length;
  return (pattern = /./) => seen.slice(from).filter(({ url }) => pattern.test(url));
}

/** Lets the network be whole again within a test. */
export function restoreFetch(): void {
  rules.length = 0;
  globalThis.fetch = original;
}
afterEach(() => {
  restoreFetch();
  seen.length = 0;
});
