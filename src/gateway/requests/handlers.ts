import type { RequestRecord } from '../../contract/request.ts';
import { formVersion } from '../catalogue/store.ts';
import type { CallerContext, Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { provenRequest } from '../proof/proofs.ts';
import { filesOf, toUpload } from '../uploads/content.ts';
import { linkTo } from '../uploads/links.ts';
import { proveAccepted, resendAccepted } from './accepted.ts';
import { append } from './append.ts';
import { lookupHash, requestByCode } from './code.ts';
import { contextOf } from './context.ts';
import { lockRequest, vaultOf } from './events.ts';
import { fileRequest } from './file.ts';
import { publishReceiptKey, receiptKeySet } from './keys.ts';
import { receiptPdf, withPdf } from './receipt-pdf.ts';
import { textReceipt } from './text-receipt.ts';
import { messagesIn, openFiled, statusIn } from './view.ts';

type Names = 'fileRequest' | 'proveAccepted' | 'resendAccepted' | 'textReceipt' | 'receiptPdf' | 'requestStatus' | 'requestRecord' | 'reply' | 'requestFile' | 'receiptKeys';

export function requestHandlers(ports: Ports): Pick<Handlers, Names> {
  return {
    async fileRequest({ body }, caller) {
      const done = await fileRequest(ports, body, caller);
      return 'code' in done ? withPdf(ports, done) : done;
    },

    async proveAccepted({ params, body }) {
      const { filed, proof } = await proveAccepted(ports, params.id, body.otp);
      return { filed: withPdf(ports, filed), proof };
    },
    resendAccepted: ({ params }) => resendAccepted(ports, params.id),

    async textReceipt({ params }) {
      await textReceipt(ports, params.code);
      return {};
    },

    receiptPdf: ({ body }) => receiptPdf(ports, body),

    async requestStatus({ params }) {
      const row = await requestByCode(ports, params.code);
      if (!row) throw new ProblemException('request.notFound');
      return statusIn(await contextOf(ports.db, ports, row), ports.now());
    },

    async requestRecord({ params }, caller) {
      return record(ports, await proven(ports, params.code, caller));
    },

    async reply({ params, body }, caller) {
      const id = await proven(ports, params.code, caller);
      await ports.db.transaction().execute(async (trx) => {
        const target = await lockRequest(trx, ports, id);
        if (!target) throw new ProblemException('request.notFound');
        await append(trx, ports, target, {
          type: 'citizenReplied', actor: { role: 'citizen', id: null }, payload: {}, private: { text: body.text },
        });
      });
      return record(ports, id);
    },

    async requestFile({ params }, caller) {
      return linkTo(ports, await proven(ports, params.code, caller), params.upload, 'citizen');
    },

    async receiptKeys(_input, caller) {
      await publishReceiptKey(ports);
      caller.headers.set('cache-control', shortLived);
      return { keys: (await receiptKeySet(ports.db)) as Record<string, unknown>[] };
    },
  };
}

/** Id of the request that the code names and the caller's proof opens. One answer for all that is not so. */
async function proven(ports: Ports, code: string, caller: CallerContext): Promise<string> {
  const id = await provenRequest(ports, await lookupHash(ports, code), caller.proof ?? '');
  if (!id) throw new ProblemException('request.notFound');
  return id;
}

async function record(ports: Ports, id: string): Promise<RequestRecord> {
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
  });
}
