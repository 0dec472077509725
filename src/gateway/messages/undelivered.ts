import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { UndeliveredMessage, UndeliveredMessages } from '../../contract/undelivered.ts';
import type { Database } from '../database/schema.ts';
import type { Handlers } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { audit } from '../staff/audit.ts';
import { dueFirst } from './outbox.ts';

const mostShown = 200;
const minuteMs = 60_000;
/** A message that is due so long and not delivered is late. */
const lateAfter = 5 * minuteMs;
const codesLookedBack = 24 * 60 * minuteMs;
/** Nobody has looked after it for so long. */
const keptDays = 90;

const faults = new Set<string>(['unreachable', 'busy', 'refused', 'recipient', 'failed'] satisfies UndeliveredMessage['fault'][]);

/** Given up, and not a code, which is of no use later. */
const isUndelivered = (eb: ExpressionBuilder<Database, 'outbox'>): Expression<SqlBool> =>
  eb.and([eb('outbox.given_up_at', 'is not', null), eb('outbox.about', '<>', 'code'), eb('outbox.last_error', '<>', 'decoy')]);

async function list({ db, now }: Ports, province: string): Promise<UndeliveredMessages> {
  const open = db.selectFrom('outbox').innerJoin('request as r', 'r.id', 'outbox.request').where('r.province', '=', province).where(isUndelivered);
  const time = now().getTime();
  const [rows, { total }, waiting, codes] = await Promise.all([
    open.leftJoin('outbox as sms', (join) => join.onRef('sms.same_as', '=', 'outbox.id').on('sms.given_up_at', 'is', null))
      .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'r.offering').onRef('v.version', '=', 'r.offering_version'))
      .select(['outbox.id', 'outbox.channel', 'outbox.about', 'outbox.request', 'outbox.created_at', 'outbox.given_up_at', 'outbox.tries', 'outbox.last_error', 'r.offering', 'r.agency', 'v.sheet', 'sms.id as sms', 'sms.delivered_at as sms_sent_at'])
      .orderBy('outbox.given_up_at', 'desc').orderBy('outbox.id', 'desc').limit(mostShown).execute(),
    open.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    db.selectFrom('outbox').where('delivered_at', 'is', null).where('given_up_at', 'is', null)
      .where(({ or, eb }) => or([eb('tries', '>', 0), eb('due_at', '<', new Date(time - lateAfter))]))
      .select(({ fn }) => [fn.countAll<string>().as('count'), fn.min('created_at').as('since')]).executeTakeFirstOrThrow(),
    db.selectFrom('outbox').where('about', '=', 'code').where('channel', '=', 'sms').where('last_error', '<>', 'decoy').where('given_up_at', '>', new Date(time - codesLookedBack))
      .select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: Number(total),
    items: rows.map((row) => ({
      id: row.id,
      channel: row.channel === 'email' ? 'email' : 'sms',
      about: row.about,
      request: row.request!,
      offering: { id: row.offering, title: row.sheet.title },
      agency: row.agency,
      createdAt: row.created_at.toISOString(),
      givenUpAt: row.given_up_at!.toISOString(),
      tries: row.tries,
      fault: faults.has(row.last_error ?? '') ? (row.last_error as UndeliveredMessage['fault']) : 'failed',
      ...(row.sms !== null && { bySms: { sentAt: row.sms_sent_at?.toISOString() ?? null } }),
    })),
    waiting: { count: Number(waiting.count), since: waiting.since ? new Date(waiting.since).toISOString() : null },
    lostCodes: Number(codes.count),
  };
}

/** What was meant for citizens and nobody got, for those who look after the province's desk. */
export function undeliveredHandlers(ports: Ports): Pick<Handlers, 'undelivered' | 'sendAgain' | 'dropUndelivered'> {
  const ofProvince = (province: string) => ports.db.selectFrom('request').select('id').where('province', '=', province);
  return {
    undelivered: async (_input, caller) => list(ports, keeperOf(caller).province),

    async sendAgain({ body }, caller) {
      const { id, province } = keeperOf(caller);
      await ports.db.transaction().execute(async (trx) => {
        const rows = await trx.selectFrom('outbox').select(['id', 'about']).where('id', 'in', body.ids).where('request', 'in', ofProvince(province))
          .where(isUndelivered).forUpdate().execute();
        for (const row of rows) {
          await trx.updateTable('outbox').where('id', '=', row.id).set({ tries: 0, given_up_at: null, due_at: dueFirst(ports, row.about) }).execute();
        }
        if (rows.length) await audit(trx, ports, id, 'sentAgain', null);
      });
    },

    async dropUndelivered({ body }, caller) {
      const { id, province } = keeperOf(caller);
      await ports.db.transaction().execute(async (trx) => {
        const { numDeletedRows } = await trx.deleteFrom('outbox').where('id', 'in', body.ids).where('request', 'in', ofProvince(province)).where(isUndelivered).executeTakeFirstOrThrow();
        if (numDeletedRows) await audit(trx, ports, id, 'droppedMessages', null);
      });
    },
  };
}

/** Erases what was given up long ago: numbers and texts are not kept for ever. */
export const sweepUndelivered = async ({ db, now }: Ports): Promise<void> =>
  void (await db.deleteFrom('outbox').where('given_up_at', '<', new Date(now().getTime() - keptDays * 24 * 60 * minuteMs)).execute());
