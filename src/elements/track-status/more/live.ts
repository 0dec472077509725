import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GatewayClient } from '../../../client/client.ts';
import '../../../client/promise.ts';
import type { LiveChange, RequestStatus } from '../../../contract/request.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { alertState, showAlert } from './alerts.ts';

/** A stream that says nothing for so long at its beginning is held back on its way: some proxies gather an answer. Milliseconds, as all here. */
const patience = 10_000;
/** A stream says something every fifteen seconds; after so long without a word its line is dead. */
const silence = 45_000;
/** Where there is no stream it is asked so often at first, half as often each time that nothing was new, and so rarely at last; then the stream is tried again each time. */
const firstPoll = 30_000;
const lastPoll = 300_000;
/** A look back at the page within this time does not ask the gateway by itself. */
const fresh = 30_000;
/** Lost lines in a row, before asking takes the stream's place. */
const mostLost = 3;

export interface LivePort {
  host: ReactiveControllerHost & HTMLElement;
  root: ShadowRoot;
  client(): GatewayClient;
  locale(): Locale;
  /** The gateway's present. */
  now(): Date;
  /** Words in the element's language, where nothing is being rendered. */
  t(words: () => string): string;
  /** The state on the screen, if there is one. */
  shown(): { code: string; status: RequestStatus } | undefined;
  /** Asks for the state again, and for what is open of the record. */
  refresh(): Promise<void>;
  say(text: () => string): void;
}

const inputs = 'input, textarea';
type Input = HTMLInputElement | HTMLTextAreaElement;

/** A state that changes while somebody looks at it: told by a stream, or asked for now and then. Nobody looks: nothing is held open. */
export class Live implements ReactiveController {
  /** What is listened for; empty while nothing is. */
  #code = '';
  #source?: EventSource | undefined;
  #timer?: ReturnType<typeof setTimeout>;
  #wait = firstPoll;
  #lost = 0;
  /** The newest version that was told. */
  #told = 0;
  #catching = false;
  /** Where somebody was writing, while what is shown changes. */
  #asking = false;
  #writing?: { id: string; start: number | null; end: number | null } | undefined;

  constructor(readonly port: LivePort) {
    port.host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onLook);
    window.addEventListener('focus', this.#onLook);
    window.addEventListener('online', this.#onLine);
    this.#settle();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onLook);
    window.removeEventListener('focus', this.#onLook);
    window.removeEventListener('online', this.#onLine);
    this.#end();
  }

  hostUpdate(): void {
    if (!this.#asking) return;
    const at = this.port.root.activeElement;
    this.#writing = at?.matches(inputs) ? { id: at.id, start: (at as Input).selectionStart, end: (at as Input).selectionEnd } : undefined;
  }

  hostUpdated(): void {
    this.#settle();
    const { root } = this.port;
    const was = this.#writing;
    this.#writing = undefined;
    if (!was || root.activeElement) return;
    // The field moved to another place: whoever was writing goes on.
    const field = root.getElementById(was.id) as Input | null;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(was.start, was.end);
  }

  /** Listens to what is shown, and to nothing while the page is hidden or nothing can change any more. */
  #settle(): void {
    const shown = this.port.host.isConnected ? this.port.shown() : undefined;
    // Whoever wants to be told by the browser looks elsewhere meanwhile.
    const listens = shown && shown.status.state !== 'withdrawn' && (document.visibilityState === 'visible' || alertState(shown.code) === 'on');
    const code = listens ? shown.code : '';
    if (code === this.#code) return;
    this.#end();
    this.#code = code;
    if (code) this.#listen();
  }

  #end(): void {
    this.#code = '';
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#timer);
    this.#wait = firstPoll;
    this.#lost = this.#told = 0;
  }

  #listen(): void {
    const source = (this.#source = new EventSource(this.port.client().url('requestLive', { code: this.#code })));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      this.#lost = 0;
      this.#wait = firstPoll;
      this.#giveUpAfter(silence);
      this.#told = (JSON.parse(data) as LiveChange).version;
      void this.#catchUp();
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED || ++this.#lost >= mostLost) this.#poll();
    };
    this.#giveUpAfter(patience);
  }

  #giveUpAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#poll(), milliseconds);
  }

  #poll(): void {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#timer);
    const timer = (this.#timer = setTimeout(() => void this.#ask().then((changed) => {
      if (timer !== this.#timer) return;
      this.#wait = changed ? firstPoll : Math.min(lastPoll, this.#wait * 2);
      if (!this.#code) return;
      if (this.#wait < lastPoll) this.#poll();
      else this.#listen();
    }), this.#wait));
  }

  /** A version that comes while an older one is fetched is fetched too. */
  async #catchUp(): Promise<void> {
    if (this.#catching) return;
    this.#catching = true;
    for (let tries = 0; tries < 2 && this.#told > (this.port.shown()?.status.version ?? Infinity); tries++) await this.#ask();
    this.#catching = false;
  }

  /** Whether something is new; then it is said, once. */
  async #ask(): Promise<boolean> {
    const { port } = this;
    const before = port.shown();
    this.#asking = true;
    await port.refresh();
    await port.host.updateComplete;
    this.#asking = false;
    const after = port.shown();
    if (!before || before.code !== after?.code || lastOf(before.status) === lastOf(after.status)) return false;
    // What is on the screen has its words there.
    const { stateSentence } = await import('../parts/status.ts');
    const lang = port.locale();
    const news = port.t(() => {
      const sentence = stateSentence(lang, after.status);
      return sentence === stateSentence(lang, before.status) ? msg('وضعیت تازه شد.', { id: 'track.refreshed' }) : sentence;
    });
    port.say(() => news);
    const away = document.visibilityState === 'hidden' || !document.hasFocus();
    if (away && alertState(after.code) === 'on') showAlert({ title: after.status.offering.title, body: news, lang });
    return true;
  }

  #onLook = (): void => {
    this.#settle();
    const status = this.#code ? this.port.shown()?.status : undefined;
    if (status && this.port.now().getTime() - Date.parse(status.asOf) > fresh) void this.#ask();
  };

  #onLine = (): void => {
    this.#end();
    this.#settle();
  };
}

/** The last line of the history: what changed beside it is not for the citizen. */
const lastOf = ({ timeline }: RequestStatus): number | undefined => timeline.at(-1)?.seq;
