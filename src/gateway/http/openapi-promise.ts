import type { ProblemCode } from '../../contract/problem.ts';
import type { promiseRoutes } from '../../contract/promise-routes.ts';

/** The promise of a request and the log that proves it, in words. */
export const promiseWords: Record<keyof typeof promiseRoutes, { tag: 'Requests'; summary: string; problems?: ProblemCode[] }> = {};
