import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { micIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** As much of the browser's speech recognition as is used; it has no types of its own. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  maxAlternatives: number;
  start(): void;
  abort(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
}

interface Hearing {
  /** What was understood so far. */
  heard(text: string): void;
  /** `silent`: nothing was said; `forbidden`: no microphone; `failed`: the browser could not. */
  ended(how: 'well' | 'silent' | 'forbidden' | 'failed'): void;
}

/** Listens once, in the language of the element. Gives what stops it. */
function listen(language: string, hearing: Hearing): () => void {
  const scope = globalThis as unknown as Record<string, (new () => Recognition) | undefined>;
  const Recognizer = scope['SpeechRecognition'] ?? scope['webkitSpeechRecognition'];
  if (!Recognizer) {
    hearing.ended('failed');
    return () => undefined;
  }
  const recognition = new Recognizer();
  recognition.lang = language;
  recognition.interimResults = true;
  recognition.maxAlternatives = 1;
  let how: Parameters<Hearing['ended']>[0] = 'silent';
  recognition.onresult = ({ results }) => {
    how = 'well';
    hearing.heard(Array.from(results, (result) => result[0]!.transcript).join(' '));
  };
  recognition.onerror = ({ error }) => {
    how = /not-allowed|audio-capture/.test(error) ? 'forbidden' : error === 'no-speech' || error === 'aborted' ? 'silent' : 'failed';
  };
  recognition.onend = () => hearing.ended(how);
  try {
    recognition.start();
  } catch {
    hearing.ended('failed');
  }
  return () => recognition.abort();
}

/** Nobody is offered what the browser cannot do. */
const canHear = (): boolean => 'SpeechRecognition' in globalThis || 'webkitSpeechRecognition' in globalThis;

/** What an element needs to be spoken to. */
export interface Spoken extends HTMLElement {
  requestUpdate(): void;
}

/** What stands in the empty field and under it. */
export interface Speaking {
  button: TemplateResult | typeof nothing;
  /** Somebody is being heard: the button stops that. */
  now: boolean;
  told: TemplateResult | typeof nothing;
}

/** Speaking instead of typing: a button in the field, and what is told under it. */
export class Speech {
  #how: 'no' | 'now' | 'well' | 'silent' | 'forbidden' | 'failed' = 'no';
  #stop?: () => void;

  constructor(private readonly host: Spoken, private readonly heard: (text: string) => void) {}

  stop(): void {
    this.#stop?.();
  }

  /** Call while rendering. */
  view(locale: Locale): Speaking {
    const now = this.#how === 'now';
    const label = msg('بگویید', { id: 'finder.speak' });
    const text = toldText(this.#how);
    return {
      now,
      button: canHear()
        ? html`<button type="button" class="clear no-print" aria-pressed=${now} aria-label=${label} title=${label} @click=${() => this.#toggle(locale)}>${micIcon}</button>`
        : nothing,
      told: text ? html`<p class="hearing small" role="status">${text}</p>` : nothing,
    };
  }

  #toggle(locale: Locale): void {
    if (this.#how === 'now') return this.stop();
    this.#tell('now');
    // Who types instead is not overwritten by what is still being heard.
    this.host.addEventListener('input', () => this.stop(), { once: true });
    this.#stop = listen(locale === 'fa' ? 'fa-IR' : locale, {
      heard: this.heard,
      ended: (how) => {
        this.#tell(how);
        this.host.focus();
      },
    });
  }

  #tell(how: 'now' | Parameters<Hearing['ended']>[0]): void {
    this.#how = how;
    this.host.requestUpdate();
  }
}

function toldText(how: string): string {
  if (how === 'now') return msg('بگویید چه کاری دارید… گوش می‌دهیم.', { id: 'finder.listening' });
  if (how === 'forbidden') return msg('مرورگر به میکروفون دسترسی ندارد. کارتان را بنویسید.', { id: 'finder.noMicrophone' });
  if (how === 'failed') return msg('مرورگر نتوانست صدا را به نوشته برگرداند. کارتان را بنویسید.', { id: 'finder.notHeard' });
  return '';
}
