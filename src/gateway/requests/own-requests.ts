import type { Handlers } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { contextsOf } from './context.ts';
import { proven } from './proven.ts';
import { openVault } from './vault.ts';
import { briefIn, openFiled } from './view.ts';

const most = 50;

/** Requests of one number. Who proved it for one of them learns the codes of the others, which went to that number too; what stands in them stays shut. */
export function ownRequestHandlers(ports: Ports): Pick<Handlers, 'myRequests'> {
  return {
    async myRequests({ params }, caller) {
      const id = await proven(ports, params.code, caller);
      const others = ports.db.selectFrom('request').innerJoin('request_private as private', 'private.request', 'request.id')
        .where('private.contact_hash', '=', (eb) => eb.selectFrom('request_private').select('contact_hash').where('request', '=', id))
        .where('request.id', '!=', id);
      const { total } = await others.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      const rows = await others.selectAll('request').select(['private.wrapped_key', 'private.answers'])
        .orderBy('request.filed_at', 'desc').orderBy('request.id', 'desc').limit(most).execute();
      const now = ports.now();
      const contexts = await contextsOf(ports.db, ports, rows);
      const items = await Promise.all(contexts.map(async (context, at) => {
        const { id: request, wrapped_key: wrapped, answers } = rows[at]!;
        const { code } = await openFiled(await openVault(ports, request, wrapped), request, answers);
        return { code, ...briefIn(context, now) };
      }));
      return { items, total: Number(total) };
    },
  };
}
