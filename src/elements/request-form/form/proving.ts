import '../../../client/accepted.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Accepted } from '../../../contract/request.ts';
import { ResendWait } from '../../../core/proof/resend-wait.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import type { Filling, ProvingFault } from './filling.ts';

/** The code in what was typed or pasted: its six digits also out of the whole message, in whatever digits it came. */
export function readCode(text: string): string {
  const ascii = toAsciiDigits(text);
  return /(?<!\d)\d{6}(?!\d)/.exec(ascii)?.[0] ?? ascii.replace(/\D/g, '');
}

/**
 * The gateway keeps the request and waits for the code that it sent to the mobile number. Where it is the one that was
 * shown already, what was typed stays.
 */
export function accepted(filling: Filling, { accepted: id, until, validSeconds, resendAfterSeconds }: Accepted): void {
  const { host, proving: before } = filling;
  const shown = before?.id === id ? before : undefined;
  const wait = before?.wait ?? new ResendWait({ signal: () => host.signal, update: () => host.requestUpdate() });
  filling.proving = { id, until, validSeconds, wait, otp: shown?.otp ?? '', busy: false, anew: before !== undefined && !shown, pending: shown?.pending ?? false };
  wait.start(resendAfterSeconds);
}

/** What came of a try: filed; nothing of it is known, since no answer came; it is to be accepted anew; or something to mend. */
export type Tried = 'filed' | 'unknown' | 'gone' | 'fault';

/** Files the request by the code that is written. */
export async function giveCode(filling: Filling): Promise<Tried> {
  const { proving, host } = filling;
  if (!proving || proving.busy) return 'fault';
  const otp = readCode(proving.otp);
  proving.pending = false;
  proving.fault = otp.length === 6 ? undefined : { kind: otp ? 'digits' : 'empty' };
  if (proving.fault) return 'fault';
  return busy(filling, async () => {
    const { filed, proof } = await host.client.call('proveAccepted', { params: { id: proving.id }, body: { otp } }, { signal: host.signal });
    host.client.numberProof = proof;
    await filling.settled();
    await host.filed(filed);
    return 'filed';
  });
}

/** Sends another code. */
export function anotherCode(filling: Filling): Promise<Tried> {
  const { proving, host } = filling;
  if (!proving || proving.busy || proving.wait.seconds) return Promise.resolve('fault');
  proving.fault = undefined;
  return busy(filling, async () => {
    const answer = await host.client.call('resendAccepted', { params: { id: proving.id } }, { signal: host.signal });
    accepted(filling, answer);
    filling.proving!.otp = '';
    return 'fault';
  });
}

async function busy(filling: Filling, work: () => Promise<Tried>): Promise<Tried> {
  const { host } = filling;
  const proving = filling.proving!;
  proving.busy = true;
  host.requestUpdate();
  try {
    return await work();
  } catch (error) {
    if (host.signal.aborted) return 'fault';
    if (error instanceof ProblemError && error.code === 'accepted.notFound') return 'gone';
    proving.fault = faultOf(error);
    if (proving.fault.kind === 'limited') proving.wait.start(Math.max(proving.wait.seconds, proving.fault.seconds));
    return proving.fault.kind === 'unreachable' ? 'unknown' : 'fault';
  } finally {
    proving.busy = false;
    host.requestUpdate();
  }
}

function faultOf(error: unknown): ProvingFault {
  if (!(error instanceof ProblemError) || error.status >= 500) return { kind: 'unreachable' };
  const { code, problem } = error;
  if (code === 'proof.wrong') return problem.triesLeft ? { kind: 'wrong', left: problem.triesLeft } : { kind: 'spent' };
  return code === 'rate.limited' ? { kind: 'limited', seconds: problem.retryAfter ?? 60 } : { kind: 'refused' };
}
