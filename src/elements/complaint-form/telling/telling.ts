import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { FoundService, ResolvedAnswer } from '../../../contract/guide.ts';
import type { GatewayClient } from '../../../client/client.ts';
import { agenciesOf, type AgenciesHere } from '../../../core/facts/agencies.ts';
import { copyText } from '../../../core/copy-text.ts';
import { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { agencyNamed } from '../../../rules/agency-name.ts';
import type { Party } from '../../../rules/competence.ts';
import { ownComplaints } from '../../../rules/own-complaints.ts';
import { partyView } from './party-view.ts';
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
  /** The offices to choose from; undefined while they are on their way, or cannot be had. */
  here?: AgenciesHere;
  /** Place of the office that the keys stand on; undefined while the list is closed. */
  active?: number | undefined;
  /** By which an office hears complaints about itself, by its id. */
  readonly #services = new Map<string, FoundService[]>();

  constructor(
    private readonly client: GatewayClient,
    private readonly province: string,
    /** Nothing is kept on the device without. */
    keeps: boolean,
    private readonly changed: () => void,
    private readonly say: (text: () => string) => void,
  ) {
    if (keeps) this.keeper = new DraftKeeper<Said>(`${client.gateway}|complaint`, { content: () => (this.written ? this.said : undefined), ahead: () => client.ahead, changed });
  }

  get written(): boolean {
    return Object.values(this.said).some((text: string) => text.trim());
  }

  /** The office that was chosen, once it is known what it hears. */
  get party(): Party | undefined {
    const agency = this.#agency;
    const services = agency && this.#services.get(agency.id);
    return services && { agency, services };
  }

  get #agency(): AgenciesHere['agencies'][number] | undefined {
    return this.here && agencyNamed(this.said.party, this.here.agencies);
  }

  async restore(): Promise<void> {
    const [draft] = await Promise.all([this.keeper?.restore(), this.#findAgencies()]);
    // Who was quicker than the device keeps what they wrote.
    if (draft && !this.written) this.said = { ...nothingSaid, ...draft.content };
    this.changed();
    await this.#findServices();
  }

  /** Writes what is still to be written. */
  async keep(): Promise<void> {
    await this.keeper?.flush();
  }

  close(): void {
    this.keeper?.close();
  }

  /** Without the list the name is written, as of any other body. */
  async #findAgencies(): Promise<void> {
    this.here = await agenciesOf(this.client, this.province).catch(() => undefined);
  }

  async #findServices(): Promise<void> {
    const agency = this.#agency;
    if (!agency || this.#services.has(agency.id)) return;
    const query = { q: 'شکایت', agency: agency.id, limit: '50', province: this.province || undefined };
    // One whose services cannot be had now is named all the same.
    const found = await this.client.call('search', { query }).catch(() => undefined);
    this.#services.set(agency.id, found ? ownComplaints(agency, found.items.map(({ entry }) => entry)) : []);
    this.changed();
  }

  open(active: number | undefined): void {
    this.active = active;
    if (active !== undefined && !this.here) void this.#findAgencies().then(this.changed);
    this.changed();
  }

  set(field: keyof Said, text: string): void {
    this.said = { ...this.said, [field]: text };
    this.copied = 'no';
    this.keeper?.touch();
    this.changed();
    if (field === 'party') void this.#findServices();
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

  /** Whom the complaint is about, where that decides who hears it. */
  partyView(locale: Locale): TemplateResult {
    return partyView(locale, this);
  }

  /** `partyAsked`: whom it is about stands elsewhere. */
  view(locale: Locale, answer: ResolvedAnswer, partyAsked: boolean): TemplateResult {
    return tellingView({ locale, answer, telling: this, partyAsked });
  }
}
