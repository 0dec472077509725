import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { NationalField, NationalValues } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { localText } from '../../../core/facts/place.ts';
import { visitsText } from '../../../core/facts/visits.ts';
import { formatDate } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { foldKey } from '../../../persian/fold.ts';
import type { SheetModel } from '../parts/sheet.ts';

/** Names of the fields that readers ask for; the rest is of no use to them. */
function nameOf(field: NationalField): string | undefined {
  switch (field) {
    case 'time': return msg('زمان', { id: 'sheet.national.time' });
    case 'fee': return msg('هزینه', { id: 'sheet.fee' });
    case 'visits': return msg('مراجعه حضوری', { id: 'sheet.visits' });
    case 'documents': return msg('مدارک', { id: 'sheet.national.documents' });
    case 'steps': return msg('مرحله‌ها', { id: 'sheet.national.steps' });
    case 'laws': return msg('پایه قانونی', { id: 'sheet.national.laws' });
    case 'questions': return msg('پرسش‌های مردم', { id: 'sheet.questions' });
    case 'description': return msg('شرح', { id: 'sheet.national.description' });
    case 'audience': return msg('برای چه کسانی', { id: 'sheet.audience' });
    case 'frequency': return msg('هر چند وقت', { id: 'sheet.frequency' });
    default: return undefined;
  }
}

/** What fits in one line; nothing for what does not. */
function shortly(locale: Locale, field: NationalField, { time = null, timeText, fee, visits }: NationalValues): unknown {
  switch (field) {
    case 'time': return time || !timeText ? durationText(locale, time) : declared(timeText);
    case 'fee': return fee && feeText(locale, fee);
    case 'visits': return visitsText(locale, visits ?? null);
    default: return undefined;
  }
}

/** Beside an answer of the agency that the national sheet gives otherwise. */
export function nationalNote({ locale, offering }: SheetModel, field: 'time' | 'fee' | 'visits'): TemplateResult | typeof nothing {
  const mark = offering.national?.overridden.find((each) => each.field === field);
  return mark ? msg(html`در برگه کشوری: ${shortly(locale, field, mark.national)}`, { id: 'sheet.national.says' }) : nothing;
}

/** Under the checklist: what the national sheet does not ask for, and what it asks for besides. */
export function nationalDocuments({ offering }: SheetModel): TemplateResult | typeof nothing {
  const national = offering.national?.overridden.find(({ field }) => field === 'documents')?.national.documents;
  if (!national) return nothing;
  const notIn = (a: typeof national, b: typeof national) => {
    const known = new Set(b.map(({ title }) => foldKey(title)));
    return a.map(({ title }) => title).filter((title) => !known.has(foldKey(title))).join('، ');
  };
  const [only, besides] = [notIn(offering.documents, national), notIn(national, offering.documents)];
  return html`<p class="soft small">
    ${only ? msg(html`در برگه کشوری این نیست: ${declared(only)}.`, { id: 'sheet.national.without' }) : nothing}
    ${besides ? msg(html`در برگه کشوری این هم هست: ${declared(besides)}.`, { id: 'sheet.national.with' }) : nothing}
  </p>`;
}

/** Which words are national and which the agency changed, with since when. */
export function nationalView({ locale, offering: { national, agency } }: SheetModel): TemplateResult | typeof nothing {
  if (!national) return nothing;
  const organisation = localText(locale, national.organisation.name);
  const inherited = national.inherited.flatMap((field) => nameOf(field) ?? []).join('، ');
  const changed = national.overridden.flatMap((mark) => {
    const name = nameOf(mark.field);
    return name ? [{ ...mark, name, says: shortly(locale, mark.field, mark.national) }] : [];
  });
  return html`${inherited ? html`<p class="soft small">${msg(str`از برگه کشوری ${organisation} آمده است: ${inherited}.`, { id: 'sheet.national.from' })}</p>` : nothing}
    ${
      changed.length
        ? html`<p class="soft small">${msg(str`${localText(locale, agency.name)} این‌ها را جور دیگری اعلام کرده است:`, { id: 'sheet.national.changed' })}</p>
            <ul class="bullets soft small">
              ${changed.map(({ name, says, nationalSince }) => {
                const since = formatDate(locale, nationalSince);
                return html`<li>
                  ${says ? msg(html`${name}؛ در برگه کشوری از ${since}: ${says}`, { id: 'sheet.national.since' }) : msg(str`${name}؛ برگه کشوری از ${since} است`, { id: 'sheet.national.sinceOnly' })}
                </li>`;
              })}
            </ul>`
        : nothing
    }`;
}
