import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { linkTo } from '../uploads/links.ts';
import { proveAccepted, resendAccepted } from './accepted.ts';
import { citizenActHandlers, record } from './citizen-acts.ts';
import { newsHandlers } from './news.ts';
import { ownRequestHandlers } from './own-requests.ts';
import { requestByCode } from './code.ts';
import { contextOf } from './context.ts';
import { fileRequest } from './file.ts';
import { publishReceiptKey, receiptKeySet } from './keys.ts';
import { proven } from './proven.ts';
import { receiptPdf, withPdf } from './receipt-pdf.ts';
import { textReceipt } from './text-receipt.ts';
import { statusIn } from './view.ts';

type Names = 'fileRequest' | 'proveAccepted' | 'resendAccepted' | 'textReceipt' | 'receiptPdf' | 'requestStatus' | 'requestRecord' | 'myRequests' | 'chooseNews' | 'addNewsAddress' | 'proveNewsAddress' | 'reply' | 'withdraw' | 'object' | 'rate' | 'requestFile' | 'receiptKeys';

export function requestHandlers(ports: Ports): Pick<Handlers, Names> {
  return {
    ...citizenActHandlers(ports),
    ...ownRequestHandlers(ports),
    ...newsHandlers(ports),

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
