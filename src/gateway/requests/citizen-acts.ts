import type { Transaction } from 'kysely';
import type { RequestRecord } from '../../contract/request.ts';
import { decidedAtTop, objectionUntil } from '../../rules/objection.ts';
import { reopens, surveyForm } from '../../rules/survey.ts';
import { formVersion } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { CallerContext, Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { tellCitizen } from '../messages/tell-citizen.ts';
import type { Ports } from '../ports.ts';
import { filesOf, toUpload } from '../uploads/content.ts';
import { append } from './append.ts';
import { contextOf } from './context.ts';
import { lockRequest, vaultOf, type LockedRequest, type NewEvent } from './events.ts';
import { newsIn } from './news.ts';
import { proven } from './proven.ts';
import { withPdf } from './receipt-pdf.ts';
import { replyIn } from './reply.ts';
import { messagesIn, openFiled, statusIn } from './view.ts';

const citizen = { role: 'citizen', id: null } as const;

/** What citizens do with a request of theirs, each after they proved the number that it was filed with. */
export function citizenActHandlers(ports: Ports): Pick<Handlers, 'reply' | 'withdraw' | 'object' | 'rate'> {
  /** One act in one transaction: its events, and the messages that they are worth. */
  async function act(
    code: string, caller: CallerContext, decide: (trx: Transaction<Database>, target: LockedRequest) => Promise<NewEvent[]> | NewEvent[],
  ): Promise<RequestRecord> {
    const id = await proven(ports, code, caller);
    await ports.db.transaction().execute(async (trx) => {
      let target = await lockRequest(trx, ports, id);
      if (!target) throw new ProblemException('request.notFound');
      for (const event of await decide(trx, target)) {
        const { row, events } = await append(trx, ports, target, event);
        target = { ...target, row, events };
        await tellCitizen(trx, ports, target.row, event.type);
      }
    });
    return record(ports, id);
  }

  async function inWindow(trx: Transaction<Database>, { row, events }: LockedRequest, now: Date): Promise<void> {
    if (decidedAtTop(events)) throw new ProblemException('transition.notAllowed', { detail: 'The top of the ladder has decided over an objection: nobody stands above.' });
    const until = objectionUntil(await contextOf(trx, ports, row, events));
    if (until && now >= until) throw new ProblemException('request.windowOver', { detail: `Objections were taken until ${until.toISOString()}.` });
  }
  const objection = (text: string, at: Date): NewEvent => ({ type: 'objected', at, actor: citizen, payload: {}, private: { text } });

  return {
    reply: ({ params, body }, caller) =>
      act(params.code, caller, async (trx, target) => [await replyIn(trx, ports, target, body)]),

    withdraw: ({ params, body }, caller) =>
      act(params.code, caller, () => [{ type: 'withdrawn', actor: citizen, payload: {}, ...(body.text && { private: { text: body.text } }) }]),

    object({ params, body }, caller) {
      const now = ports.now();
      return act(params.code, caller, async (trx, target) => {
        await inWindow(trx, target, now);
        return [objection(body.text, now)];
      });
    },

    rate({ params, body: { answers, reasons, objection: text } }, caller) {
      if (text && !reopens(reasons)) throw new ProblemException('input.invalid', { errors: [{ path: 'objection', code: 'reason' }] });
      const now = ports.now();
      return act(params.code, caller, async (trx, target) => {
        if (target.events.some(({ type }) => type === 'rated')) throw new ProblemException('request.alreadyRated');
        if (text) await inWindow(trx, target, now);
        const payload = { form: surveyForm(answers), answers, reasons: [...new Set(reasons)], offering: target.row.offering };
        return [{ type: 'rated', at: now, actor: citizen, payload }, ...(text ? [objection(text, now)] : [])];
      });
    },
  };
}

export async function record(ports: Ports, id: string): Promise<RequestRecord> {
  const row = await ports.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();
  const opened = row && (await vaultOf(ports.db, ports, id));
  if (!row || !opened) throw new ProblemException('request.notFound');
  const context = await contextOf(ports.db, ports, row);
  const { content } = await openFiled(opened.vault, id, opened.filed);
  return withPdf(ports, {
    status: statusIn(context, ports.now()),
    form: await formVersion(ports.db, row.form, row.form_version),
    answers: content.answers,
    messages: await messagesIn(context, opened.vault),
    files: (await filesOf(ports.db, id)).map(toUpload),
    receipt: row.receipt,
    news: await newsIn(ports.db, ports, id, opened.vault),
  });
}
