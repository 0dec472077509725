import { citizenRoutes } from '../contract/citizen-routes.ts';
import type { Proof } from '../contract/request.ts';
import type { RouteAnswer, RouteInput } from '../contract/route-schemas.ts';
import type { Route, RouteName } from '../contract/routes.ts';
import { MalformedAnswerError, ProblemError, UnreachableError } from './errors.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Same key, same answer: a write that was sent twice is done once. Every write gets one if none is given. */
  idempotencyKey?: string;
  /** Further headers. */
  headers?: Record<string, string>;
  /** Bearer token got by a one-time code. Held in memory only. */
  proof?: string;
  /** Milliseconds until an attempt counts as lost, its body included; 20,000 when absent. */
  timeout?: number;
  /** Further attempts after a network failure, 502, 503, 504; 2 when absent. */
  retries?: number;
  /** `reload` passes the browser's cache by, where the gateway has said that what lies there is out of date. */
  cache?: RequestCache;
  /** Reads a large answer of JSON in pieces, so that the page does not stand still; `JSON.parse` when absent. Rejects where it is none. */
  read?: (answer: Blob) => Promise<unknown>;
}

const known: Record<string, Route> = { ...citizenRoutes };
/** Teaches the client further routes. Pages of citizens know their own only: what they do not call they do not download. */
export const learnRoutes = (more: Record<string, Route>): void => void Object.assign(known, more);

const sources = new WeakMap<object, Blob>();
/** An answer as it came, for who keeps it: to write a large one out again as text would stall the page. */
export const sourceOf = (answer: object): Blob | undefined => sources.get(answer);

/** The path in between, or a gateway that is just starting: another try may find it well. */
const retryable = new Set([502, 503, 504]);
/** A gateway may ask for patience; a person does not wait longer. */
const longestPause = 10_000;

/**
 * A name for one wish to write something, to be kept over all its attempts. `crypto.randomUUID` exists on https only,
 * and many agencies' pages are still http.
 */
export const makeIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The gateway over HTTP: typed by the contract, typed errors, retry with back-off, idempotent writes. */
export class GatewayClient {
  private static readonly clients = new Map<string, GatewayClient>();

  /** One client for a gateway on a page. */
  static for(gateway: string): GatewayClient {
    let client = this.clients.get(gateway);
    if (!client) this.clients.set(gateway, (client = new GatewayClient(gateway)));
    return client;
  }

  /**
   * The last proof of a mobile number on this page. As `proof` of a further filing with the same number it makes that one
   * need no code. It lives in memory alone and ends with the page.
   */
  declare numberProof?: Proof;

  /** Milliseconds by which the clock of this device is ahead of the gateway's, by its last answer; 0 where answers carry no date. */
  declare ahead?: number;

  constructor(readonly gateway: string) {}

  /**
   * Calls a route by name. Throws `ProblemError` (the gateway refused), `UnreachableError` (no answer),
   * `MalformedAnswerError` (no answer of the contract), or the signal's own reason when aborted.
   */
  async call<N extends RouteName>(name: N, input?: RouteInput<N>, options: CallOptions = {}): Promise<RouteAnswer<N>> {
    const route = known[name]!;
    const { params, query, body } = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown };
    const url = this.url(name, params, query);
    const init = requestOf(route, body, options);
    const retries = options.retries ?? 2;
    for (let attempt = 0; ; attempt++) {
      try {
        const { response, bytes, content } = await attemptOnce(url, init, route, options);
        const now = Date.now();
        this.ahead = now - (Date.parse(response.headers.get('date')!) || now);
        if (retryable.has(response.status) && attempt < retries) {
          await pause(attempt, options.signal, response.headers.get('retry-after'));
          continue;
        }
        const answer = await read(response, content, options.read);
        if (answer) sources.set(answer, bytes);
        return answer as RouteAnswer<N>;
      } catch (error) {
        // A lost answer is asked for again; one that takes too long is the caller's to decide.
        if (!(error instanceof UnreachableError) || error.timedOut || attempt >= retries) throw error;
        await pause(attempt, options.signal);
      }
    }
  }

  /** Absolute address of a route, for links and images. */
  url(name: RouteName, params: Record<string, string> = {}, query: Record<string, string | undefined> = {}): string {
    const path = known[name]!.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
    const search = new URLSearchParams(given).toString();
    return `${this.gateway}${path}${search && `?${search}`}`;
  }
}

function requestOf(route: Route, body: unknown, options: CallOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  // Staff sign in on the gateway's own origin by cookie; citizens bring no cookie anywhere.
  const credentials = route.path.startsWith('/v1/staff') ? 'same-origin' : 'omit';
  const init: RequestInit = { method: route.method, headers, credentials, cache: options.cache };
  if (route.sends === 'bytes') {
    headers['content-type'] = 'application/octet-stream';
    init.body = body as Blob;
  } else if (route.method === 'POST') {
    // Also without a body: a POST must say that it is JSON.
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body ?? {});
  }
  if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? makeIdempotencyKey();
  if (options.proof) headers['authorization'] = `Bearer ${options.proof}`;
  return init;
}

/** One attempt, its body included: a line that dies in the middle of an answer is a network failure too. */
async function attemptOnce(url: string, init: RequestInit, route: Route, options: CallOptions): Promise<{ response: Response; bytes: Blob; content: Blob | string }> {
  options.signal?.throwIfAborted();
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, options.timeout ?? 20_000);
  options.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(url, { ...init, signal: limit.signal });
    // Also a text comes as bytes first: browsers gather those elsewhere, and a large text stalls the page while it arrives.
    const bytes = await response.blob();
    return { response, bytes, content: response.ok && (route.gives === 'bytes' || options.read) ? bytes : await bytes.text() };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new UnreachableError(limit.signal.aborted, { cause: error });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

/**
 * 0.4 s, 0.8 s, 1.6 s …, each with some chance in it, so that clients do not come back in step; not shorter than the
 * gateway asks for.
 */
function pause(attempt: number, signal: AbortSignal | undefined, retryAfter?: string | null): Promise<void> {
  const asked = Number(retryAfter) * 1000 || 0;
  const wait = Math.min(longestPause, Math.max(asked, 400 * 2 ** attempt * (0.75 + Math.random() / 2)));
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, wait);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

async function read(response: Response, content: Blob | string, inPieces: CallOptions['read']): Promise<object | undefined> {
  if (response.status === 204) return undefined;
  let body: unknown = content;
  try {
    if (typeof content === 'string') body = JSON.parse(content);
    else if (inPieces) body = await inPieces(content);
  } catch (error) {
    throw new MalformedAnswerError(response.status, { cause: error });
  }
  if (typeof body !== 'object' || !body) throw new MalformedAnswerError(response.status);
  if (response.ok) return body;
  if (typeof (body as { code?: unknown }).code === 'string') throw new ProblemError(body as ProblemError['problem']);
  throw new MalformedAnswerError(response.status);
}
