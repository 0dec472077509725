import type { RouteAnswer, RouteInput } from '../contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../contract/routes.ts';
import { MalformedAnswerError, ProblemError, UnreachableError } from './errors.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Same key, same answer: a write that was sent twice is done once. Every write gets one if none is given. */
  idempotencyKey?: string;
  /** Bearer token got by a one-time code. Held in memory only. */
  proof?: string;
  /** Milliseconds until an attempt counts as lost; 20,000 when absent. */
  timeout?: number;
  /** Further attempts after a network failure, 502, 503, 504; 2 when absent. */
  retries?: number;
}

const retryable = new Set([502, 503, 504]);

/** The gateway over HTTP: typed by the contract, typed errors, retry with back-off, idempotent writes. */
export class GatewayClient {
  private static readonly clients = new Map<string, GatewayClient>();

  /** One client for a gateway on a page. */
  static for(gateway: string): GatewayClient {
    let client = this.clients.get(gateway);
    if (!client) this.clients.set(gateway, (client = new GatewayClient(gateway)));
    return client;
  }

  constructor(readonly gateway: string) {}

  /**
   * Calls a route by name. Throws `ProblemError` (the gateway refused), `UnreachableError` (no answer),
   * `MalformedAnswerError` (no answer of the contract), or the signal's own reason when aborted.
   */
  async call<N extends RouteName>(name: N, input?: RouteInput<N>, options: CallOptions = {}): Promise<RouteAnswer<N>> {
    const route: Route = routes[name];
    const { params, query, body } = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown };
    const url = this.url(name, params, query);
    const headers: Record<string, string> = { accept: 'application/json' };
    const init: RequestInit = { method: route.method, headers, credentials: route.path.startsWith('/v1/staff') ? 'same-origin' : 'omit' };
    if (body !== undefined) {
      const bytes = route.sends === 'bytes';
      headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json';
      init.body = bytes ? (body as Blob) : JSON.stringify(body);
    } else if (route.method === 'POST') {
      // Hono answers 415 to a POST without a JSON content type.
      headers['content-type'] = 'application/json';
      init.body = '{}';
    }
    if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
    if (options.proof) headers['authorization'] = `Bearer ${options.proof}`;

    const retries = options.retries ?? 2;
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await this.attempt(url, init, options);
        if (retryable.has(response.status) && attempt < retries) {
          await pause(attempt, options.signal);
          continue;
        }
        return (await read(response, route)) as RouteAnswer<N>;
      } catch (error) {
        if (!(error instanceof UnreachableError) || error.timedOut || attempt >= retries) throw error;
        await pause(attempt, options.signal);
      }
    }
  }

  /** Absolute address of a route, for links and images. */
  url(name: RouteName, params: Record<string, string> = {}, query: Record<string, string | undefined> = {}): string {
    const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''));
    return `${this.gateway}${path}${search.size ? `?${search}` : ''}`;
  }

  private async attempt(url: string, init: RequestInit, options: CallOptions): Promise<Response> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), options.timeout ?? 20_000);
    const abort = () => timeout.abort();
    options.signal?.addEventListener('abort', abort);
    try {
      options.signal?.throwIfAborted();
      return await fetch(url, { ...init, signal: timeout.signal });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw new UnreachableError(timeout.signal.aborted, { cause: error });
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    }
  }
}

/** 0.4 s, 0.8 s, 1.6 s …, each with some chance in it, so that clients do not come back in step. */
function pause(attempt: number, signal?: AbortSignal): Promise<void> {
  const wait = 400 * 2 ** attempt * (0.75 + Math.random() / 2);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, wait);
    signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}

async function read(response: Response, route: Route): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (response.ok && route.gives === 'bytes') return response.blob();
  let body: unknown;
  try {
    body = await response.json();
  } catch (error) {
    throw new MalformedAnswerError(response.status, { cause: error });
  }
  if (response.ok) return body;
  if (body && typeof body === 'object' && typeof (body as { code?: unknown }).code === 'string') {
    throw new ProblemError(body as ProblemError['problem']);
  }
  throw new MalformedAnswerError(response.status);
}
