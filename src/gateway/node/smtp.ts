import { createTransport } from 'nodemailer';
import { DeliveryError, type MessageSender } from '../messages/sender.ts';

/** Within this time a mail server has to answer each step. Milliseconds. */
const patience = 10_000;

export interface MailPlace {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  url: string;
  /** Address that messages come from, with a name before it or without. */
  from: string;
}

/**
 * Hands messages to a mail server. A password goes over an encrypted line only, unless the server is this machine. The
 * id of an e-mail is that of the message, so that one which had to be sent twice shows once.
 */
export function smtpSender({ url, from }: MailPlace): MessageSender {
  const { hostname, username } = new URL(url);
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url, requireTLS: username !== '' && !near, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience,
    disableFileAccess: true, disableUrlAccess: true,
  }, { from });
  const domain = /@([^\s>]+)/.exec(from)![1]!;
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to }, subject, text, messageId: `<outbox-${id}@${domain}>`,
          // Nobody's answering machine is to answer, RFC 3834.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw faultOf(error as Parameters<typeof faultOf>[0]);
      }
    },
  };
}

/** By RFC 5321 4yz is for now. A refused receiver is for good, unless the server's own policy refuses (5.7.z of RFC 3463). */
function faultOf({ code, responseCode, response, command }: { code?: string; responseCode?: number; response?: string; command?: string }): DeliveryError {
  const told = `The mail server said ${responseCode ?? code ?? 'nothing'}.`;
  if (responseCode === undefined) return new DeliveryError(code === 'EAUTH' || code === 'ETLS' || code === 'EENVELOPE' ? 'refused' : 'unreachable', told);
  if (responseCode < 500) return new DeliveryError('busy', told);
  return new DeliveryError(command === 'RCPT TO' && !/^5\d\d[ -]5\.7\./.test(response ?? '') ? 'recipient' : 'refused', told);
}
