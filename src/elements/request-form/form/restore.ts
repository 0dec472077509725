import type { Filling } from './filling.ts';
import { fitAnswers } from './fit.ts';
import { FormSession } from './form-session.ts';
import { itemsOf } from './raw.ts';

/** Brings back what an earlier visit or another tab has kept. */
export async function restore(filling: Filling): Promise<void> {
  const draft = await filling.keeper?.restore();
  if (!draft) return;
  const { form, raw: kept, position, attempt } = draft.content;
  const { definition } = filling.session;
  const { raw, lost } = fitAnswers(itemsOf(definition), kept, new Date());
  const session = (filling.session = new FormSession(definition, raw, filling.today));
  filling.kept = true;
  filling.attempt = attempt;
  if (form.id !== definition.id || form.version !== definition.version) filling.notes = { formChanged: { lost } };
  else {
    filling.notes = lost ? { formChanged: { lost } } : { restored: draft.savedAt };
    if (position.at === 'step' && session.steps.some(({ id }) => id === position.id)) session.position = position;
    if (attempt) filling.notes.unfinished = attempt.at;
    // A form that was complete opens where it was left; one that is not, where something is missing.
    if ((position.at === 'review' || attempt) && !session.review()) session.clearIssues();
  }
  filling.host.requestUpdate();
}
