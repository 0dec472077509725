import { msg, str } from '@lit/localize';
import type { MadeToken, TokenList } from '../../../contract/token.ts';
import '../../../client/declarations.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { KeptList } from './kept-list.ts';
import type { ConsolePort } from './port.ts';

/** Tokens by which agencies' own systems declare. */
export class TokensModel extends KeptList<TokenList> {
  /** The one that was just made: its secret is here until somebody has put it away, and nowhere else. */
  made?: MadeToken;
  /** Whether its secret stands on the clipboard; `byHand`: the clipboard is closed to the page. */
  copied: 'no' | 'yes' | 'byHand' = 'no';
  /** What is written in the form. */
  agency = '';
  name = '';
  days = 365;
  nameMissing = false;
  /** Somebody is asked whether this one shall be revoked. */
  asked = '';

  constructor(port: ConsolePort) {
    super(port, (client, signal) => client.call('tokens', undefined, { signal }), (locale, { items }) =>
      msg(str`${formatNumber(locale, items.length)} توکن`, { id: 'console.tokens.count' }));
  }

  async make(): Promise<void> {
    if (this.busy) return;
    const name = this.name.trim();
    this.nameMissing = name.length < 2;
    if (this.nameMissing) {
      this.port.update();
      return this.port.focus('#token-name');
    }
    const agency = this.agency || this.shown!.agencies[0]!.id;
    const done = await this.act(async (client) => {
      // Not tried again by itself: a token whose answer was lost stands in the list, and may be revoked there.
      this.made = await client.call('makeToken', { body: { agency, name, days: this.days } }, { retries: 0 });
      this.name = '';
    });
    if (done || this.made) await this.port.focus('#token-secret');
  }

  async copy(): Promise<void> {
    if (!this.made) return;
    try {
      await navigator.clipboard.writeText(this.made.secret);
      this.copied = 'yes';
      this.port.say(() => msg('توکن کپی شد.', { id: 'console.tokens.copied.say' }));
      this.port.update();
    } catch {
      // Plain http, or a page without permission: it is selected, to be copied by hand.
      this.copied = 'byHand';
      this.port.update();
      await this.port.focus('#token-secret');
    }
  }

  async put(): Promise<void> {
    this.made = undefined;
    this.copied = 'no';
    this.port.update();
    await this.port.focus('#tokens-title');
  }

  async ask(id: string): Promise<void> {
    this.asked = id;
    this.port.update();
    await this.port.focus(id ? '#revoke-now' : '#tokens-title');
  }

  async revoke(id: string): Promise<void> {
    if (this.busy || !(await this.act((client) => client.call('revokeToken', { params: { id } })))) return;
    this.asked = '';
    this.port.say(() => msg('توکن باطل شد.', { id: 'console.tokens.revoked' }));
    await this.port.focus('#tokens-title');
  }

  override clear(): void {
    super.clear();
    this.made = undefined;
    this.copied = 'no';
    this.agency = this.name = this.asked = '';
    this.days = 365;
    this.nameMissing = false;
  }
}
