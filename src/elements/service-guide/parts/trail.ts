import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalText } from '../../../contract/common.ts';
import type { Guide } from '../../../contract/guide.ts';
import { localText } from '../../../core/facts/place.ts';
import { told } from '../../../core/facts/told.ts';
import { backIcon, chevronDownIcon, refreshIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { startOf, type GuidePath, type Stop } from '../../../rules/guide-path.ts';

/** Something that was answered, and where it is asked. */
export interface Given {
  question: LocalText | null;
  answer: LocalText;
  /** Where it can be changed; undefined where it was given by the page. */
  at?: GuidePath;
}

/** What was answered on the way to a stop, the choice of the guide first unless the page made it (`fixed`). */
export function givenOn(guide: Guide | undefined, stop: Stop<Guide['nodes'][number]> | undefined, fixed: boolean): Given[] {
  if (!guide) return [];
  const answered = stop?.answered ?? [];
  const nodes = answered.map(({ question, option }) => question.options[option]!.to);
  const answers = answered.map(({ question, option }, at): Given => ({
    question: question.text,
    answer: question.options[option]!.label,
    at: { guide: guide.id, nodes: nodes.slice(0, at), none: false },
  }));
  return fixed ? answers : [{ question: null, answer: guide.title, at: startOf() }, ...answers];
}

export interface TrailModel {
  locale: Locale;
  given: Given[];
  canRestart: boolean;
  onBack(): void;
  onRestart(): void;
  onPath(path: GuidePath): void;
}

/** Back, from the beginning, and what was answered so far: each answer leads back to its question. */
export function trailView({ locale, given, canRestart, onBack, onRestart, onPath }: TrailModel) {
  return html`
    <div class="row bar no-print">
      <button type="button" class="button quiet" @click=${onBack}>${backIcon}${msg('بازگشت', { id: 'guide.back' })}</button>
      ${canRestart ? html`<button type="button" class="button quiet" @click=${onRestart}>${refreshIcon}${msg('از اول', { id: 'guide.restart' })}</button>` : nothing}
    </div>
    ${
      given.some(({ at }) => at)
        ? html`<nav class="trail small no-print" aria-label=${msg('پاسخ‌های شما', { id: 'guide.answers' })}>
            <ol role="list">
              ${given.map(({ answer, at }, index) => {
                const text = localText(locale, answer);
                return html`<li>
                  ${
                    at
                      ? html`<button type="button" class="crumb" aria-label=${msg(str`تغییر پاسخ «${text}»`, { id: 'guide.change' })} @click=${() => onPath(at)}>
                          ${told(locale, answer)}
                        </button>`
                      : html`<span>${told(locale, answer)}</span>`
                  }${index < given.length - 1 ? html`<span class="then">${chevronDownIcon}</span>` : nothing}
                </li>`;
              })}
            </ol>
          </nav>`
        : nothing
    }
  `;
}

/** The same answers with their questions, as a list to read, to change and to print. */
export function givenView({ locale, given, onPath }: Pick<TrailModel, 'locale' | 'given' | 'onPath'>): TemplateResult | typeof nothing {
  if (given.length === 0) return nothing;
  return html`<section class="given" aria-labelledby="given">
    <h3 id="given">${msg('پاسخ‌های شما', { id: 'guide.answers' })}</h3>
    <ol role="list">
      ${given.map(({ question, answer, at }) => {
        const text = localText(locale, answer);
        return html`<li>
          <span
            ><span class="soft small asked">${question ? told(locale, question) : msg('موضوع', { id: 'guide.subject' })}</span
            ><span>${told(locale, answer)}</span></span
          >
          ${
            at
              ? html`<button type="button" class="button quiet small no-print" aria-label=${msg(str`تغییر پاسخ «${text}»`, { id: 'guide.change' })} @click=${() => onPath(at)}>
                  ${msg('تغییر', { id: 'guide.changeShort' })}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ol>
  </section>`;
}
