import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { tagOf } from './define.ts';
import { refreshIcon } from './icons.ts';
import type { Question, QuestionElement } from './question.ts';
import type { Locale } from '../i18n/locale.ts';

export interface FieldsPort {
  locale(): Locale;
  gateway(): string;
  update(): void;
}

/** The place of `question-form` in another element: it comes, by `load`, once there is something to show in it. */
export class QuestionFields {
  #element?: QuestionElement;
  #failed = false;

  constructor(private asked: Question, private readonly port: FieldsPort, private readonly load: () => Promise<unknown>) {
    void this.#load();
  }

  /** Another question in its place. */
  show(question: Question): void {
    this.asked = question;
    if (this.#element) this.#element.question = question;
  }

  async #load(): Promise<void> {
    this.#failed = false;
    try {
      await this.load();
      this.#element = Object.assign(document.createElement(tagOf('question-form')) as QuestionElement, { question: this.asked });
    } catch {
      this.#failed = true;
    }
    this.port.update();
  }

  get unsent(): boolean {
    return this.#element?.unsent ?? false;
  }

  /** `closed`: the question waits for no reply any more. */
  view(closed: boolean): TemplateResult {
    if (this.#failed) {
      return html`<p class="error">${msg('جای پاسخ باز نشد. اینترنت را ببینید.', { id: 'track.fields.failed' })}</p>
        <p><button class="button" type="button" @click=${() => void this.#load()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'track.others.retry' })}</button></p>`;
    }
    if (!this.#element) return html`<p class="skeleton sk-row" aria-hidden="true"></p>`;
    Object.assign(this.#element, { closed, lang: this.port.locale(), gateway: this.port.gateway() });
    return html`<div class="no-print">${this.#element}</div>`;
  }
}
