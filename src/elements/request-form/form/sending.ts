import { ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { Field, FormDefinition } from '../../../contract/form.ts';
import type { Accepted, RequestInput } from '../../../contract/request.ts';
import type { Attempt } from '../../../core/outbox/attempt.ts';
import { comesAgain, post } from '../../../core/outbox/post.ts';
import { alone, Waiting } from '../../../core/outbox/waiting.ts';
import { randomKey } from '../../../core/random-key.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import type { Filling, SameMatter, SendFailure } from './filling.ts';
import { fitAnswers } from './fit.ts';
import { FormSession } from './form-session.ts';
import { accepted, anotherCode, giveCode, type Tried } from './proving.ts';
import { fieldAt, itemsOf } from './raw.ts';
import { lostOf, wordsOf } from './words.ts';

/**
 * Sends what is filled in. A second call while the first runs does nothing. When the line is down the request waits, here
 * and on the device, and goes when it can.
 */
export async function send(filling: Filling): Promise<void> {
  const { host, session, uploads } = filling;
  if (filling.sending) return;
  if (uploads?.busy) return fail(filling, { kind: 'filesOnTheWay' });
  if (!session.review()) return host.requestUpdate();
  const asked = filling.failure?.kind === 'sameMatter' ? filling.failure : undefined;
  const sameMatter = asked && choiceIn(asked);
  if (asked && !sameMatter) return fail(filling, { ...asked, wrong: 'digits' });
  filling.attempt = attemptOf(filling, sameMatter);
  await deliver(filling);
}

/** What the person wants with an earlier complaint about the same matter; undefined while the code is not written. */
function choiceIn({ separate, otp, challenge }: SameMatter): RequestInput['sameMatter'] {
  const digits = toAsciiDigits(otp).replace(/\D/g, '');
  return separate ? 'separate' : digits.length === 6 ? { otp: digits, challenge } : undefined;
}

/** Goes on with a sending of an earlier visit that got no answer. */
export function resume(filling: Filling): void {
  if (filling.attempt?.waiting && !filling.unfinishedIsOld) void deliver(filling);
}

/**
 * The key stays until the gateway has said no: an earlier sending of which no answer came may have been filed, and with
 * another key the changed answers would be filed beside it.
 */
function attemptOf({ attempt: last, host, now, offering, session }: Filling, sameMatter: RequestInput['sameMatter']): Attempt {
  const { definition: { id, version }, canonical: answers } = session;
  const same = last && JSON.stringify([last.body.form, last.body.answers]) === JSON.stringify([{ id, version }, answers]);
  if (same) return { ...last, waiting: true };
  const body: RequestInput = { offering: offering.id, form: { id, version }, answers, language: host.language, ...(sameMatter && { sameMatter }) };
  const unsure = last && [last.body, ...(last.unsure ?? [])];
  return { key: last?.key ?? randomKey(), body, unsure, at: last?.at ?? now.getTime(), waiting: true, title: offering.title };
}

/** `quietly`: nobody pressed, so what stands on the screen stays until there is an answer. */
async function deliver(filling: Filling, quietly = false): Promise<void> {
  const { host, keeper } = filling;
  const attempt = filling.attempt;
  if (filling.sending || !attempt || host.signal.aborted) return;
  filling.sending = true;
  if (!quietly) filling.failure = undefined;
  host.requestUpdate();
  // On the device before it is on the line: whatever happens now, the next visit sends the same again.
  await keeper?.flush();
  try {
    const answer = await alone(keeper?.key ?? attempt.key, async () => {
      // Another tab had the turn before us and filed it, or somebody took it off the device.
      if (keeper && (await keeper.isGone())) return undefined;
      const answer = await post(host.client, attempt, host.signal);
      if ('code' in answer) await filling.settled();
      return answer;
    }, host.signal);
    if (!answer) filling.stopWaiting();
    else if ('code' in answer) await host.filed(answer);
    else await waitForCode(filling, answer);
  } catch (error) {
    if (!host.signal.aborted) await refused(filling, error);
  } finally {
    filling.sending = false;
    host.requestUpdate();
  }
}

/** Accepted: nothing has to be sent any more, and the next visit comes back to the code. */
async function waitForCode(filling: Filling, answer: Accepted): Promise<void> {
  const { attempt, host, keeper, proving } = filling;
  filling.stopWaiting();
  filling.failure = undefined;
  filling.notes = {};
  if (attempt) Object.assign(attempt, { waiting: true, proveUntil: Date.parse(answer.until) });
  // Before it is shown: then the focus comes along at once, and never later into what somebody is typing.
  await keeper?.flush();
  accepted(filling, answer);
  if (filling.proving?.pending) void prove(filling);
  else if (!proving || filling.proving?.anew) await host.accepted();
}

/** Files what is accepted by the code that is written; gives whether there is something to mend. */
export const prove = (filling: Filling): Promise<boolean> => after(filling, giveCode(filling));
/** Sends another code, when it is time. */
export const resendCode = (filling: Filling): Promise<boolean> => after(filling, anotherCode(filling));

async function after(filling: Filling, work: Promise<Tried>): Promise<boolean> {
  const tried = await work;
  // The gateway knows it no more under this name, or it may have been filed: its key says what became of it.
  if (tried === 'gone') await deliver(filling, true);
  if (tried === 'unknown') {
    filling.proving!.pending = filling.proving!.otp !== '';
    waiting(filling).plan();
  }
  return Boolean(filling.proving?.fault);
}

async function refused(filling: Filling, error: unknown): Promise<void> {
  if (!(error instanceof ProblemError)) {
    // A captive portal's page is no answer either.
    return wait(filling, { kind: error instanceof UnreachableError ? 'unreachable' : 'malformed' });
  }
  const { code, problem } = error;
  if (comesAgain(error)) return wait(filling, { kind: 'problem', code, retryAfter: problem.retryAfter });
  filling.stopWaiting();
  filling.proving = undefined;
  const chosen = filling.attempt?.body.sameMatter;
  // The gateway said no, so nothing was filed: the next sending is a new one.
  if (code !== 'idempotency.mismatch') filling.attempt = undefined;
  if (code === 'request.sameMatter' && problem.proof) return fail(filling, { kind: 'sameMatter', challenge: problem.proof.challenge, otp: '', separate: false });
  if (code === 'proof.wrong' && typeof chosen === 'object') {
    return fail(filling, { kind: 'sameMatter', challenge: chosen.challenge ?? '', otp: '', separate: false, wrong: 'code' });
  }
  if (code === 'form.changed') {
    try {
      return adopt(filling, await filling.host.reload());
    } catch {
      return fail(filling, { kind: 'problem', code });
    }
  }
  const told = problem.errors ?? [];
  const atFields = code === 'upload.notFound' ? goneFiles(filling, told) : told.filter(({ path }) => fieldAt(filling.session.definition, path));
  if (!atFields.length) return fail(filling, { kind: 'problem', code });
  filling.session.refuse(atFields);
  filling.keeper?.touch();
}

/** Files that the gateway holds no more, told as `field.0`: each must be chosen again; those beside it stay. */
export function goneFiles(filling: Filling, told: { path: string }[]): { path: string; code: string }[] {
  const { session, uploads } = filling;
  const lost = new Map<string, Set<number>>();
  for (const { path } of told) {
    const [, field, at] = /^(.+)\.(\d+)$/.exec(path) ?? [];
    if (field && fieldAt(session.definition, field)?.type === 'file') lost.set(field, (lost.get(field) ?? new Set()).add(Number(at)));
  }
  return [...lost].map(([path, places]) => {
    const files = filling.files(path);
    session.set(path, files.filter((_, at) => !places.has(at)));
    uploads?.gone(path, fieldAt(session.definition, path) as Field, files.filter((_, at) => places.has(at)));
    return { path, code: 'upload.notFound' };
  });
}

/** No answer came: it is tried again until one does. */
function wait(filling: Filling, failure: SendFailure): void {
  if (failure.kind === 'problem') failure.goesAt = filling.now.getTime() + waiting(filling).plan(failure.retryAfter);
  else waiting(filling).plan();
  fail(filling, failure);
}

const waiting = (filling: Filling): Waiting => (filling.waiting ??= new Waiting(() => void deliver(filling, true)));

function fail(filling: Filling, failure: SendFailure): void {
  filling.failure = failure;
  filling.keeper?.touch();
  filling.host.requestUpdate();
}

/** The form was replaced by a newer one: what still fits goes over. */
function adopt(filling: Filling, definition: FormDefinition): void {
  const fitted = fitAnswers(itemsOf(definition), filling.session.raw, filling.now);
  const words = wordsOf(filling.session.definition, filling.session.raw, filling.host.language);
  filling.session = new FormSession(definition, fitted.raw, filling.today);
  filling.lost = [...filling.lost, ...lostOf(filling, fitted, words)];
  filling.session.review();
  filling.notes = { formChanged: { lost: fitted.lost.length } };
  filling.touched();
}
