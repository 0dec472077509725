import { msg, str } from '@lit/localize';
import type { CSSResult } from 'lit';
import type { CalendarList } from '../../../contract/calendar-edit.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { CalendarEditor } from '../calendar/editor.ts';
import { KeptList } from './kept-list.ts';
import type { ConsolePort } from './port.ts';

/** The working calendar; what shows and edits it is fetched with it. */
export class CalendarModel extends KeptList<CalendarList> {
  page?: typeof import('../calendar/page.ts');
  editor?: CalendarEditor;

  constructor(port: ConsolePort, adopt: (styles: CSSResult) => void) {
    super(port, async (client, signal) => {
      this.page ??= await import('../calendar/page.ts');
      adopt(this.page.styles);
      const list = await client.call('calendars', undefined, { signal });
      (this.editor ??= new this.page.CalendarEditor(this)).learn(list);
      return list;
    }, (locale, { calendar }) => msg(str`نسخه ${formatNumber(locale, calendar.version)}`, { id: 'console.calendar.version' }));
  }

  override clear(): void {
    super.clear();
    this.editor?.forget();
    this.editor = undefined;
  }
}
