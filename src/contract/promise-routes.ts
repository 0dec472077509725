import type { Route } from './route.ts';

/** What is asked about the promise of a request: the published log, and what citizens do about a clock. Apart, so that pages do not download them at first. */
export const promiseRoutes = {} as const satisfies Record<string, Route>;
