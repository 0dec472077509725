import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { declareBySystem } from './declare.ts';
import { publishedRows } from './published-rows.ts';

/** What an agency has declared, and how its own system declares it anew. */
export function declareHandlers(ports: Ports): Pick<Handlers, 'declared' | 'declare'> {
  return {
    declared: ({ params, query }, { request }) => publishedRows(ports, request, params, { format: query.format, modifiedAfter: query.modified_after }),

    async declare({ params, query, body }, { system, request, headers }) {
      if (!system) throw new ProblemException('token.needed');
      if (system.province !== params.province || system.agency !== params.agency) {
        throw new ProblemException('token.otherAgency', { detail: `This token declares at /v1/provinces/${system.province}/declarations/${system.agency} only.` });
      }
      if (!body.size) throw new ProblemException('upload.empty', { detail: 'Send the file as the body, as in: curl --upload-file services.csv' });
      const answer = await declareBySystem(ports, system, {
        file: body, fileName: query.name ?? '', ifMatch: request.headers.get('if-match'),
        dryRun: query['dry-run'] === 'true', publish: query.publish === 'true', confirmGone: query['confirm-gone'] === 'true',
      });
      headers.set('etag', answer.tag);
      return answer;
    },
  };
}
