import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { sourceOf } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { requestByCode } from '../requests/code.ts';
import { Watch } from './watch.ts';

export function liveHandlers(ports: Ports): Pick<Handlers, 'requestLive'> {
  const watch = new Watch(ports);
  return {
    async requestLive({ params }, { request, address }) {
      const row = await requestByCode(ports, params.code);
      if (!row) throw new ProblemException('request.notFound');
      // Of an answer to HEAD nobody reads the body, nor ends it.
      const body = request.method === 'HEAD' ? null : watch.open(row.id, row.version, sourceOf(address));
      return new Response(body, {
        // Proxies that gather an answer, or press it, would hold it back for ever.
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
      });
    },
  };
}
