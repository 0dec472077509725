import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { ResolvedAnswer } from '../../../contract/guide.ts';
import { copyText } from '../../../core/copy-text.ts';
import { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { tellingView } from './telling-view.ts';

/** What somebody says of their complaint, wherever it goes. */
export interface Said {
  party: string;
  place: string;
  happened: string;
  wanted: string;
}

const nothingSaid: Said = { party: '', place: '', happened: '', wanted: '' };

/**
 * A complaint to a body that is not on the gateway: what is written becomes a text to read out or to take along. It is kept
 * on the device whatever subject is chosen next, so that nobody writes it twice.
 */
export class Telling {
  said: Said = { ...nothingSaid };
  copied: 'no' | 'yes' | 'byHand' = 'no';
  readonly keeper?: DraftKeeper<Said>;

  constructor(
    /** The gateway under whose name it is kept; undefined where nothing is to be kept. */
    gateway: string | undefined,
    private readonly changed: () => void,
    private readonly say: (text: () => string) => void,
  ) {
    if (gateway) this.keeper = new DraftKeeper<Said>(`${gateway}|complaint`, { content: () => (this.written ? this.said : undefined), changed });
  }

  get written(): boolean {
    return Object.values(this.said).some((text: string) => text.trim());
  }

  async restore(): Promise<void> {
    const draft = await this.keeper?.restore();
    // Who was quicker than the device keeps what they wrote.
    if (draft && !this.written) this.said = { ...nothingSaid, ...draft.content };
    this.changed();
  }

  /** Writes what is still to be written. */
  async keep(): Promise<void> {
    await this.keeper?.flush();
  }

  close(): void {
    this.keeper?.close();
  }

  set(field: keyof Said, text: string): void {
    this.said = { ...this.said, [field]: text };
    this.copied = 'no';
    this.keeper?.touch();
    this.changed();
  }

  async clear(): Promise<void> {
    this.said = { ...nothingSaid };
    this.copied = 'no';
    await this.keeper?.remove('removed');
    this.say(() => msg('نوشته‌ها پاک شد', { id: 'draft.removed' }));
    this.changed();
  }

  async copy(text: string, shown: HTMLElement | null): Promise<void> {
    this.copied = (await copyText(text, shown)) ? 'yes' : 'byHand';
    this.say(() => (this.copied === 'yes' ? msg('کپی شد', { id: 'receipt.copied' }) : msg('کپی نشد', { id: 'receipt.notCopied' })));
    this.changed();
  }

  view(locale: Locale, answer: ResolvedAnswer): TemplateResult {
    return tellingView({ locale, answer, telling: this });
  }
}
