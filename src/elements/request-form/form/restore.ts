import type { DraftContent, Filling } from './filling.ts';
import { fitAnswers } from './fit.ts';
import { FormSession } from './form-session.ts';
import { itemsOf } from './raw.ts';
import type { Place } from './way.ts';
import { lostOf, wordsOf } from './words.ts';

/** Brings back what an earlier visit or another tab has kept. `at`: where this tab was in it. */
export async function restore(filling: Filling, at?: Place): Promise<void> {
  filling.words = () => wordsOf(filling.session.definition, filling.session.raw, filling.host.language);
  const draft = await filling.keeper?.restore();
  if (!draft) return;
  await filling.host.prepared(filling.session.definition);
  const position = at?.at === 'step' || at?.at === 'review' ? at : draft.content.position;
  takeIn(filling, { ...draft.content, position }, draft.savedAt);
}

/** Takes what was kept over, as far as it fits the form of today. `savedAt`: on this device; it came from another one when absent. */
export function takeIn(filling: Filling, content: DraftContent, savedAt?: number): void {
  const { form, raw: kept, position, attempt, files = [] } = content;
  const { definition } = filling.session;
  const fitted = fitAnswers(itemsOf(definition), kept, filling.now);
  const { raw } = fitted;
  const lost = fitted.lost.length;
  const session = (filling.session = new FormSession(definition, raw, filling.today));
  filling.kept = true;
  filling.attempt = attempt;
  if (form.id !== definition.id || form.version !== definition.version) filling.notes = { formChanged: { lost } };
  else {
    filling.notes = lost ? { formChanged: { lost } } : { restored: savedAt ?? Date.now() };
    if (position.at === 'step' && session.steps.some(({ id }) => id === position.id)) session.position = position;
    if (attempt?.proveUntil !== undefined && attempt.proveUntil <= filling.now.getTime()) {
      attempt.waiting = false;
      filling.notes = { lapsed: true };
    } else if (attempt?.waiting && attempt.proveUntil !== undefined) filling.notes = { toProve: true };
    else if (attempt) filling.notes.unfinished = attempt.at + (filling.host.client.ahead ?? 0);
    // A form that was complete opens where it was left; one that is not, where something is missing.
    if ((position.at === 'review' || attempt) && !session.review()) session.clearIssues();
  }
  filling.lost = [...(content.lost ?? []), ...lostOf(filling, fitted, content.words ?? {})];
  filling.takeHalves(files);
  filling.host.requestUpdate();
}
