import { ProblemError } from '../../../client/errors.ts';
import { forgetFiled } from '../../../core/drafts/draft-keeper.ts';
import { listDrafts, readDraft, writeDraft } from '../../../core/drafts/draft-store.ts';
import { replayable, type DraftContent, type Filling } from './filling.ts';
import { alone } from './outbox.ts';
import { post } from './sending.ts';

/**
 * Sends what other forms of this gateway have left waiting on the device: whoever opens another page of the agency has a
 * line again. What became of each is told above the form.
 */
export async function sendOthers(filling: Filling): Promise<void> {
  const { host, keeper } = filling;
  const { client, signal } = host;
  const ready = (draft: { key: string; content: DraftContent } | undefined) => {
    const attempt = draft?.content.attempt;
    return draft?.key.startsWith(`${client.gateway}|`) && attempt?.waiting && Date.now() - attempt.at < replayable ? attempt : undefined;
  };
  const tell = (one: NonNullable<Filling['notes']['sentNow']>[number]) => (filling.notes.sentNow ??= []).push(one);
  try {
    for (const { key } of (await listDrafts<DraftContent>()).filter((draft) => draft.key !== keeper?.key && ready(draft))) {
      await alone(key, async () => {
        // Its own form may have sent it, or somebody may have taken it off, while this one waited for its turn.
        const draft = await readDraft<DraftContent>(key);
        const attempt = ready(draft);
        if (!draft || !attempt) return;
        const { title, proveUntil } = attempt;
        if (proveUntil !== undefined) {
          // Its code is asked for in its own form. What the gateway has erased is told there too.
          if (proveUntil > Date.now()) tell({ title, proveUntil });
          return;
        }
        try {
          const answer = await post(client, attempt, signal);
          if ('code' in answer) {
            await forgetFiled(key);
            tell({ title, code: answer.code });
          } else {
            const until = Date.parse(answer.until);
            await writeDraft({ ...draft, content: { ...draft.content, attempt: { ...attempt, proveUntil: until } } });
            tell({ title, proveUntil: until });
          }
        } catch (error) {
          if (!(error instanceof ProblemError) || error.status >= 500 || error.code === 'rate.limited' || error.code === 'work.needed') throw error;
          await writeDraft({ ...draft, content: { ...draft.content, attempt: undefined } });
          tell({ title });
        }
      }, signal);
      host.requestUpdate();
    }
  } catch {
    // Nothing is kept here, or the line is still down: the next visit tries again.
  }
}
