import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatewayClient } from '../client/client.ts';
import { directionOf, isLoaded, loadLocale, matchLocale, withLocale, type Locale } from '../i18n/locale.ts';
import { announce, prepareAnnouncer } from './announcer.ts';
import {
  ConfigurationError, configurationChanged, resolveConfiguration, type Configuration,
} from './configuration.ts';
import { tagOf } from './define.ts';
import { base } from './styles/base.ts';
import { controls } from './styles/controls.ts';

/** `idle` nothing asked yet, `pending` waiting, `ready` shown, `failed` the fallback and what to do now. */
export type DeskState = 'idle' | 'pending' | 'ready' | 'failed';

/**
 * What every element of the desk shares: configuration, client, locale and direction, theme, the four states and the
 * fallback. A subclass renders in `content()` and never overrides `render()`.
 *
 * What stands between the tags is the fallback: shown without JavaScript, while the script loads, and when all fails.
 */
export abstract class DeskElement extends LitElement {
  static override styles = [base, controls];

  /** Language of this element; the nearest `lang` of the page when absent. */
  @property() override lang = '';
  /** `light` or `dark`; follows the page's `color-scheme` when absent. */
  @property({ reflect: true }) theme?: 'light' | 'dark';
  /** Origin of the gateway, when it is not the one of the script tag. */
  @property() gateway?: string;
  /** Province, when it is not the gateway's own. */
  @property() province?: string;

  @state() protected locale: Locale = 'fa';
  @state() private broken: unknown = null;
  /** Set once the element has content; the fallback between the tags is shown until then. */
  private configured?: { key: string; configuration: Configuration; client: GatewayClient };
  private disconnect?: AbortController;

  /** The gateway this element talks to. Throws ConfigurationError; `content()` is not called before it resolves. */
  protected get client(): GatewayClient {
    return this.settings.client;
  }
  protected get configuration(): Configuration {
    return this.settings.configuration;
  }
  private get settings() {
    const configuration = resolveConfiguration(this, { gateway: this.gateway, province: this.province }, tagOf('desk-config'));
    const key = JSON.stringify(configuration);
    if (this.configured?.key !== key) {
      this.configured = { key, configuration, client: GatewayClient.for(configuration.gateway) };
    }
    return this.configured!;
  }

  /** Aborts when the element really leaves the page; a move inside it is not a removal. */
  protected get signal(): AbortSignal {
    return (this.disconnect ??= new AbortController()).signal;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    document.addEventListener(configurationChanged, this.#onConfiguration);
    languageObserver.add(this.#onLanguage);
    this.#onLanguage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      document.removeEventListener(configurationChanged, this.#onConfiguration);
      languageObserver.delete(this.#onLanguage);
      this.disconnect?.abort();
      this.disconnect = undefined;
    });
  }

  /** A message outside of rendering: `this.t(() => msg('…', { id: '…' }))`. */
  protected t<T>(work: () => T): T {
    return withLocale(this.locale, work);
  }

  /** Tells screen readers. */
  protected say(text: string): void {
    announce(text, this.locale);
  }

  /** Gives the element up: the fallback comes back, and the console tells the webmaster why. */
  protected fail(error: unknown): void {
    if (this.broken) return;
    this.broken = error ?? new Error('unknown');
    if (error instanceof ConfigurationError) console.error(`Mizban: ${error.message}`);
    else console.error(`Mizban: <${this.localName}> stopped.`, error);
  }

  protected abstract content(): TemplateResult | typeof nothing;

  protected override shouldUpdate(changed: PropertyValues): boolean {
    // A locale that is still on its way: keep what is shown (the fallback at first) instead of Persian for a moment.
    return isLoaded(this.locale) && super.shouldUpdate(changed);
  }

  protected override update(changed: PropertyValues): void {
    withLocale(this.locale, () => super.update(changed));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('lang')) this.#onLanguage();
    if (changed.has('gateway') || changed.has('province')) this.broken = null;
    super.willUpdate(changed);
  }

  protected override render(): unknown {
    let content: unknown = null;
    if (!this.broken) {
      try {
        void this.settings;
        content = this.content();
      } catch (error) {
        this.fail(error);
      }
    }
    return html`<div class="root" lang=${this.locale} dir=${directionOf(this.locale)}>
      ${this.broken ? html`<slot></slot>` : content}
    </div>`;
  }

  #onConfiguration = (): void => {
    this.broken = null;
    this.requestUpdate();
  };

  #onLanguage = (): void => {
    const wanted = matchLocale(this.lang || nearestLang(this));
    // Google Translate rewrites <html lang>: a language that we do not have keeps the one shown.
    if (!wanted || wanted === this.locale || document.documentElement.matches('.translated-ltr, .translated-rtl')) return;
    void loadLocale(wanted).then((loaded) => {
      if (loaded) this.locale = wanted;
    });
  };
}

/** The nearest `lang`, also through the hosts of shadow roots. */
function nearestLang(element: Element): string | undefined {
  let node: Node | null = element.parentNode ?? null;
  while (node) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang')!;
    node = node.parentNode ?? (node as ShadowRoot).host ?? null;
  }
  return undefined;
}

/** One observer on <html> for all elements: observing a foreign page's subtree would be costly. */
const languageObserver = {
  callbacks: new Set<() => void>(),
  observer: undefined as MutationObserver | undefined,
  add(callback: () => void) {
    this.callbacks.add(callback);
    if (!this.observer) {
      this.observer = new MutationObserver(() => this.callbacks.forEach((each) => each()));
      this.observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    }
  },
  delete(callback: () => void) {
    this.callbacks.delete(callback);
    if (this.callbacks.size === 0) {
      this.observer?.disconnect();
      this.observer = undefined;
    }
  },
};
