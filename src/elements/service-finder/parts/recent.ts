import { readDraft, removeDraft, writeDraft } from '../../../core/drafts/draft-store.ts';
import type { RecentSearches } from './model.ts';

/** What somebody looked for, in the browser's own database, for a week, and only after they have asked for it. */
const most = 8;
const keyOf = (gateway: string): string => `${gateway}|finder`;

/** Undefined where the browser keeps nothing; then nobody is asked either. */
export async function readRecent(gateway: string): Promise<RecentSearches | undefined> {
  try {
    const kept = await readDraft<string[]>(keyOf(gateway));
    return { wanted: kept !== undefined, texts: kept?.content ?? [] };
  } catch {
    return undefined;
  }
}

export async function writeRecent(gateway: string, recent: RecentSearches): Promise<void> {
  try {
    if (recent.wanted) await writeDraft({ key: keyOf(gateway), savedAt: Date.now(), tab: '', content: recent.texts });
    else await removeDraft(keyOf(gateway));
  } catch {
    // A full disk: the list of this visit is still shown.
  }
}

export const withText = ({ wanted, texts }: RecentSearches, text: string): RecentSearches => ({
  wanted,
  texts: [text, ...texts.filter((each) => each !== text)].slice(0, most),
});
