import '../../../client/search.ts';
import { foldKey } from '../../../persian/fold.ts';
import { looksPersonal } from '../../../persian/personal.ts';
import type { Source } from './opening.ts';
import type { Answer } from './question.ts';

/** Who has not typed for so long has written what they meant. */
const settledMs = 2500;

/** Told since the page was opened. */
const told = new Set<string>();

/**
 * Tells the gateway what was looked for in the whole catalogue and not found, without a trace of who searched. What may hold
 * something about a person does not leave the device. `still`: whether the answer is still the one that is shown.
 */
export function tellUnanswered({ question, result }: Answer, { client, province }: Source, still: () => boolean): void {
  const query = question.text.trim();
  if (result?.wordless || Object.values(question.narrowing).some(Boolean) || looksPersonal(query)) return;
  setTimeout(() => {
    const key = JSON.stringify([client.gateway, province, foldKey(query)]);
    if (!still() || told.has(key)) return;
    told.add(key);
    client.call('tellUnanswered', { body: { query, province } }, { retries: 0 }).catch(() => undefined);
  }, settledMs);
}
