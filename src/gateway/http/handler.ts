import type { StaffSession } from '../../contract/staff.ts';
import type { RouteAnswer, RouteBody, RouteParams, RouteQuery } from '../../contract/route-schemas.ts';
import type { RouteName } from '../../contract/routes.ts';

export interface CallerContext {
  /** Network address of the caller, for rate limits; never logged. */
  address: string;
  /** Bearer token of a citizen's proof, on routes that take one. */
  proof?: string;
  /** On staff routes: who is signed in; checked before the handler runs. */
  staff?: StaffSession['staff'] & { province: string };
  idempotencyKey?: string;
  request: Request;
  /** Headers that the answer shall carry. */
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
