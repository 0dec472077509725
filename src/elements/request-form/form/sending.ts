import { ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { Field, FormDefinition } from '../../../contract/form.ts';
import { randomKey } from '../../../core/random-key.ts';
import type { Filling, SendFailure } from './filling.ts';
import { fitAnswers } from './fit.ts';
import { FormSession } from './form-session.ts';
import { fieldAt, itemsOf } from './raw.ts';

/**
 * Sends what is filled in. A second call while the first runs does nothing; one after a failure sends the same thing under
 * the same key.
 */
export async function send(filling: Filling): Promise<void> {
  const { host, keeper, offering, session, uploads } = filling;
  if (filling.sending) return;
  if (uploads?.busy) return fail(filling, { kind: 'filesOnTheWay' });
  if (!session.review()) return host.requestUpdate();
  const { definition: { id, version }, canonical } = session;
  const same = filling.attempt && JSON.stringify([filling.attempt.body.form, filling.attempt.body.answers]) === JSON.stringify([{ id, version }, canonical]);
  if (!same) {
    const body = { offering: offering.id, form: { id, version }, answers: canonical, language: host.language };
    filling.attempt = { key: randomKey(), body, at: Date.now() };
  }
  const attempt = filling.attempt!;
  filling.sending = true;
  filling.failure = undefined;
  host.requestUpdate();
  // On the device before it is on the line: whatever happens now, a reload can send the same again.
  await keeper?.flush();
  try {
    const filed = await host.client.call('fileRequest', { body: attempt.body }, { idempotencyKey: attempt.key, signal: host.signal });
    await filling.settled();
    await host.filed(filed);
  } catch (error) {
    if (!host.signal.aborted) await refused(filling, error);
  } finally {
    filling.sending = false;
    host.requestUpdate();
  }
}

async function refused(filling: Filling, error: unknown): Promise<void> {
  if (!(error instanceof ProblemError)) {
    return fail(filling, { kind: error instanceof UnreachableError ? 'unreachable' : 'malformed' });
  }
  const { code, problem, status } = error;
  // The gateway said no, so nothing was filed: the next sending is a new one.
  if (status < 500 && code !== 'rate.limited') filling.attempt = undefined;
  if (code === 'form.changed') {
    try {
      return adopt(filling, await filling.host.reload());
    } catch {
      return fail(filling, { kind: 'problem', code });
    }
  }
  const told = problem.errors ?? [];
  const atFields = code === 'upload.notFound' ? goneFiles(filling, told) : told.filter(({ path }) => fieldAt(filling.session.definition, path));
  if (!atFields.length) return fail(filling, { kind: 'problem', code, retryAfter: problem.retryAfter });
  filling.session.refuse(atFields);
  filling.keeper?.touch();
}

/** Files that the gateway holds no more, told as `field.0`: each must be chosen again; those beside it stay. */
function goneFiles(filling: Filling, told: { path: string }[]): { path: string; code: string }[] {
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

function fail(filling: Filling, failure: SendFailure): void {
  filling.failure = failure;
  filling.keeper?.touch();
  filling.host.requestUpdate();
}

/** The form was replaced by a newer one: what still fits goes over. */
function adopt(filling: Filling, definition: FormDefinition): void {
  const { raw, lost } = fitAnswers(itemsOf(definition), filling.session.raw, new Date());
  filling.session = new FormSession(definition, raw, filling.today);
  filling.session.review();
  filling.notes = { formChanged: { lost } };
  filling.touched();
}
