import { forgetFiled } from './draft-keeper.ts';
import { listDrafts, readDraft, writeDraft, type Draft } from './draft-store.ts';
import { isShared, listTabDrafts, readTabDraft, removeTabDraft, writeTabDraft } from './tab-store.ts';

/** Where drafts of all forms lie, for who looks after what others have kept. */
export interface DraftPlace {
  list<T>(): Promise<Draft<T>[]>;
  read<T>(key: string): Promise<Draft<T> | undefined>;
  write<T>(draft: Draft<T>): Promise<void>;
  /** It has become a request. */
  filed(key: string): Promise<void>;
}

const onDevice: DraftPlace = { list: () => listDrafts(), read: (key) => readDraft(key), write: writeDraft, filed: forgetFiled };
const inTab: DraftPlace = {
  list: async () => listTabDrafts(),
  read: async (key) => readTabDraft(key),
  write: async (draft) => writeTabDraft(draft),
  filed: async (key) => removeTabDraft(key),
};

/** On a computer that many people share what the tab holds comes first; what lies on the device waits there too. */
export function draftPlaces(): DraftPlace[] {
  try {
    return isShared() ? [inTab, onDevice] : [onDevice];
  } catch {
    return [onDevice];
  }
}
