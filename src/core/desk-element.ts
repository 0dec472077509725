import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatewayClient } from '../client/client.ts';
import { directionOf, isLoaded, loadLocale, withLocale, type Locale } from '../i18n/locale.ts';
import { announce, prepareAnnouncer } from './announcer.ts';
import { ConfigurationError, configurationChanged, resolveConfiguration, type Configuration } from './configuration.ts';
import { tagOf } from './define.ts';
import { observePageLanguage, unobservePageLanguage, wantedLocale } from './page-language.ts';
import { reflectState } from './state-reflection.ts';
import { base } from './styles/base.ts';
import { controls } from './styles/controls.ts';

/** `idle` nothing asked yet, `pending` waiting, `ready` shown, `failed` the fallback and what to do now. */
export type DeskState = 'idle' | 'pending' | 'ready' | 'failed';

/**
 * What every element of the desk shares: configuration, client, locale and direction, theme, the four states and the
 * fallback. A subclass renders in `content()`, tells its `state`, and never overrides `render()`.
 *
 * What stands between the tags is the fallback: shown without JavaScript, while the script loads, and when all fails.
 *
 * @cssstate idle - Nothing asked yet.
 * @cssstate pending - Waiting for the gateway.
 * @cssstate ready - Shows what was asked.
 * @cssstate failed - Shows the fallback, or what to do now.
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

  #broken: unknown = null;
  #configured?: { key: string; configuration: Configuration; client: GatewayClient };
  #disconnect?: AbortController;
  /** Stands in the empty shadow root until the first render, so that the fallback is not hidden meanwhile. */
  #waiting?: HTMLSlotElement;
  #localeLoading?: Promise<unknown>;
  #localeTurn = 0;
  #internals?: ElementInternals;
  #shownState = '';

  constructor() {
    super();
    try {
      this.#internals = this.attachInternals();
    } catch {
      // Browsers without it lose the custom states.
    }
  }

  /** Which of the four states is shown; also `:state(…)` for the page's style sheet. */
  get state(): DeskState {
    return 'idle';
  }

  /** The gateway this element talks to. Throws ConfigurationError; `content()` is not called before it resolves. */
  protected get client(): GatewayClient {
    return this.#settings.client;
  }
  protected get configuration(): Configuration {
    return this.#settings.configuration;
  }
  get #settings() {
    const configuration = resolveConfiguration(this, { gateway: this.gateway, province: this.province }, tagOf('desk-config'));
    const key = JSON.stringify(configuration);
    if (this.#configured?.key !== key) {
      this.#configured = { key, configuration, client: GatewayClient.for(configuration.gateway) };
    }
    return this.#configured!;
  }

  /** Aborts when the element really leaves the page; a move inside it is not a removal. */
  protected get signal(): AbortSignal {
    return (this.#disconnect ??= new AbortController()).signal;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append((this.#waiting = document.createElement('slot')));
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    document.addEventListener(configurationChanged, this.#onConfiguration);
    observePageLanguage(this.#onLanguage);
    this.#onLanguage();
    // It may have come back somewhere with another configuration, or with work aborted when it left.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      document.removeEventListener(configurationChanged, this.#onConfiguration);
      unobservePageLanguage(this.#onLanguage);
      this.#disconnect?.abort();
      this.#disconnect = undefined;
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
    this.#giveUp(error);
    this.requestUpdate();
  }

  protected abstract content(): TemplateResult | typeof nothing;

  /** Messages on their way: the fallback stays, instead of Persian for a moment. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.hasUpdated || !this.#localeLoading) return super.scheduleUpdate();
    return this.#localeLoading.then(() => super.scheduleUpdate());
  }

  /** Waits for messages on their way too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#localeLoading;
    return super.getUpdateComplete();
  }

  protected override update(changed: PropertyValues): void {
    if (changed.has('lang') && this.hasUpdated) this.#onLanguage();
    if (changed.has('gateway') || changed.has('province')) this.#broken = null;
    this.#waiting?.remove();
    this.#waiting = undefined;
    withLocale(this.locale, () => {
      try {
        super.update(changed);
      } catch (error) {
        this.#giveUp(error);
        super.update(changed);
      }
    });
    const now = this.#broken ? 'failed' : this.state;
    reflectState(this.#internals, this.#shownState, now);
    this.#shownState = now;
  }

  protected override render(): unknown {
    let content: unknown = nothing;
    if (!this.#broken) {
      try {
        void this.#settings;
        content = this.content();
      } catch (error) {
        this.#giveUp(error);
      }
    }
    return html`<div class="root" lang=${this.locale} dir=${directionOf(this.locale)}>
      ${this.#broken ? html`<slot></slot>` : content}
    </div>`;
  }

  /** `fail` from inside an update, which goes on to render the fallback itself. */
  #giveUp(error: unknown): void {
    if (this.#broken) return;
    this.#broken = error ?? new Error('unknown');
    if (error instanceof ConfigurationError) console.error(`Mizban: ${error.message}`);
    else console.error(`Mizban: <${this.localName}> stopped.`, error);
  }

  #onConfiguration = (): void => {
    this.#broken = null;
    this.requestUpdate();
  };

  #onLanguage = (): void => {
    const wanted = wantedLocale(this, this.lang);
    const turn = ++this.#localeTurn;
    if (!wanted || wanted === this.locale) return;
    if (isLoaded(wanted)) {
      this.locale = wanted;
      return;
    }
    const loading = loadLocale(wanted).then((loaded) => {
      // A later wish wins, whichever arrives last.
      if (loaded && turn === this.#localeTurn) this.locale = wanted;
      if (this.#localeLoading === loading) this.#localeLoading = undefined;
    });
    this.#localeLoading = loading;
  };
}
