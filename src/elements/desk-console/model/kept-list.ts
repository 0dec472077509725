import type { GatewayClient } from '../../../client/client.ts';
import { Loaded } from '../../../core/staff/loaded.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { ConsolePort } from './port.ts';

/** A list of what is the province's and nobody's case: what was searched for in vain, what readers found wrong. */
export class KeptList<T> extends Loaded<T, ConsolePort> {
  /** `words`: how much there is, for those who cannot see it. */
  constructor(
    port: ConsolePort,
    read: (client: GatewayClient, signal: AbortSignal) => Promise<T>,
    private readonly words: (locale: Locale, shown: T) => string,
  ) {
    super(port, read);
  }

  /** `load` at the person's wish: what came of it is told to those who cannot see it. */
  async refresh(): Promise<void> {
    if (await this.load()) this.port.say((locale) => this.words(locale, this.shown!));
  }
}
