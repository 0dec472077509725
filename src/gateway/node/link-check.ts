import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { LinkCheck } from '../declarations/lint/links.ts';
import { isPublicAddress } from './public-address.ts';

export interface LinkCheckOptions {
  /** Which IP addresses may be called; only public ones when absent. */
  mayCall?: (address: string) => boolean;
  /** Milliseconds for one link, its redirects included. */
  patienceMs?: number;
}

const mostRedirects = 5;
const gone = new Set([404, 410]);

class NotAllowed extends Error {}

/** Looks a name up as the system does, and refuses it when any of its addresses may not be called: the connection goes to what was looked at. */
const guarded = (mayCall: (address: string) => boolean): LookupFunction => (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new NotAllowed(host), '');
    if (!addresses.every(({ address }) => mayCall(address))) return done(new NotAllowed(host), '');
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });

/** The head of an answer; what follows it is not read. */
function ask(url: URL, method: 'HEAD' | 'GET', mayCall: (address: string) => boolean, signal: AbortSignal): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A name is looked up, an address is not.
    if (!/^https?:$/.test(url.protocol) || (isIP(host) && !mayCall(host))) return reject(new NotAllowed(host));
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url, { method, agent: false, lookup: guarded(mayCall), signal, headers: { accept: '*/*', 'user-agent': 'mizban-link-check' } },
      (answer) => {
        resolve({ status: answer.statusCode!, location: answer.headers.location });
        answer.destroy();
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** The status at the end of redirects; undefined where they do not end. */
async function statusAt(url: URL, ...how: [method: 'HEAD' | 'GET', mayCall: (address: string) => boolean, signal: AbortSignal]): Promise<number | undefined> {
  let at = url;
  for (let times = 0; times <= mostRedirects; times++) {
    const { status, location } = await ask(at, ...how);
    if (status < 300 || status >= 400 || location === undefined) return status;
    at = new URL(location, at);
  }
  return undefined;
}

/**
 * Asks links, by HEAD and, where that is not answered well, by GET: true when something is there, false when its host does not exist,
 * takes no connection or says that nothing is there, undefined when that could not be found out: slow, out of order, another
 * trouble, or at an address that may not be called, also after a redirect.
 */
export const linkCheck = ({ mayCall = isPublicAddress, patienceMs = 10_000 }: LinkCheckOptions = {}): LinkCheck => async (link) => {
  try {
    const url = new URL(link);
    const signal = AbortSignal.timeout(patienceMs);
    let status = await statusAt(url, 'HEAD', mayCall, signal);
    if (status !== undefined && status >= 400) status = await statusAt(url, 'GET', mayCall, signal);
    if (status === undefined || status >= 500) return undefined;
    return !gone.has(status);
  } catch (error) {
    // A host that is slow or away for a moment is not dead.
    const { code, errors = [] } = error as { code?: string; errors?: { code?: string }[] };
    return [code, ...errors.map((each) => each.code)].some((each) => each === 'ENOTFOUND' || each === 'ECONNREFUSED') ? false : undefined;
  }
};
