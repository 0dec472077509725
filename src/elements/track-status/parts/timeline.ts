import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { TimelineEntry } from '../../../contract/request.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { eventText } from '../../../core/facts/request.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** What has happened so far, oldest first, so that it reads like a story and ends at today. */
export const timeline = (locale: Locale, entries: TimelineEntry[], now: Date): TemplateResult => html`
  <section aria-labelledby="history">
    <h3 id="history">${msg('تا امروز', { id: 'track.history' })}</h3>
    <ol class="timeline">
      ${[...entries].sort((a, b) => a.seq - b.seq).map(
        (entry) => html`<li>
          <b>${eventText(locale, entry)}</b>
          <time class="soft small" datetime=${entry.at}>${whenText(locale, entry.at, now)}</time>
        </li>`,
      )}
    </ol>
  </section>
`;
