import type { StaffSession } from '../../contract/staff.ts';
import type { RouteAnswer, RouteBody, RouteParams, RouteQuery } from '../../contract/route-schemas.ts';
import type { RouteName } from '../../contract/routes.ts';

/** Who is signed in on a staff route. */
export type StaffCaller = StaffSession['staff'];

/** An agency's own system, by its token. */
export interface SystemCaller {
  token: string;
  name: string;
  province: string;
  agency: string;
}

export interface CallerContext {
  /** Network address of the caller, for rate limits; never logged. */
  address: string;
  /** Bearer token of a citizen's proof, on routes that take one. */
  proof?: string;
  /** On staff routes: who is signed in; checked before the handler runs. */
  staff?: StaffCaller;
  /** On routes of agencies' own systems: which one calls; checked before the handler runs. */
  system?: SystemCaller;
  idempotencyKey?: string;
  /** SHA-256 of method, path, query and body: what an Idempotency-Key stands for. Empty on GET. */
  fingerprint: string;
  request: Request;
  /** Status of the answer where it is another one than that of the route. */
  status?: 202;
  /** Headers that the answer shall carry. Without a `cache-control` the answer is `no-store`. */
  headers: Headers;
}

/**
 * What a capability gives for a route of the contract. The mount validates path, query and body before it, and outside
 * production the answer after it. Throws ProblemException. May return a Response for bytes.
 */
export type Handler<N extends RouteName> = (
  input: { params: RouteParams<N>; query: Partial<RouteQuery<N>>; body: RouteBody<N> },
  caller: CallerContext,
) => Promise<RouteAnswer<N> | Response>;

export type Handlers<N extends RouteName = RouteName> = { [K in N]: Handler<K> };
