import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { tagOf } from '../../../core/define.ts';
import { refreshIcon } from '../../../core/icons.ts';
import type { Question, QuestionElement } from '../../../core/question.ts';
import type { Locale } from '../../../i18n/locale.ts';

export interface FieldsPort {
  locale(): Locale;
  gateway(): string;
  update(): void;
}

/** The place of `question-form` in the record: the element comes once somebody is asked for fields. */
export class QuestionFields {
  #element?: QuestionElement;
  #failed = false;

  constructor(private readonly asked: Question, private readonly port: FieldsPort) {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#failed = false;
    try {
      await import('./question.define.ts');
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
