import { msg } from '@lit/localize';
import '../../../client/calendar.ts';
import type { CalendarContent, CalendarList, CalendarPreview, CalendarVersion } from '../../../contract/calendar-edit.ts';
import { inTab } from '../../../core/drafts/in-tab.ts';
import type { CalendarModel } from '../model/calendar.ts';
import { applied, keyOf, stillOpen, withEdit, type Edit } from './edits.ts';
import { readForm, type FormDraft, type Wrong } from './form.ts';

/** Least length of a reason, as the gateway takes it. */
const least = 5;

interface Draft {
  /** The version that the edits are for. */
  version: number;
  edits: Edit[];
  why: string;
  form: FormDraft | null;
}

/** What somebody is about to change in the working calendar. It lies in the tab until it is saved, over reloads. */
export class CalendarEditor {
  edits: Edit[] = [];
  why = '';
  form: FormDraft | null = null;
  wrong = new Set<Wrong | 'why'>();
  /** Edits that found no more what they change. */
  lost: Edit[] = [];
  /** The calendar with the edits in it. */
  content!: CalendarContent;
  /** Versions that came while this was written. */
  newer: CalendarVersion[] = [];
  #version = 0;
  #preview?: { of: string; answer: CalendarPreview };
  #store = '';

  constructor(readonly model: CalendarModel) {}

  get dirty(): boolean {
    return this.edits.length > 0 || this.form !== null;
  }

  /** What the edits as they stand would do, where that was asked. */
  get preview(): CalendarPreview | undefined {
    return this.#preview?.of === this.#asked() ? this.#preview.answer : undefined;
  }

  /** The gateway has told which calendar is in force: what was written is for that one from now on. */
  learn({ calendar, versions }: CalendarList): void {
    if (!this.#store) this.#take(`mizban-calendar|${calendar.province}|${this.model.port.staff()?.id}`);
    if (this.#version && this.#version !== calendar.version) {
      const open = stillOpen(calendar, this.edits);
      if (open.length || this.form) this.newer = [...versions.filter(({ version }) => version > this.#version && !this.newer.some((known) => known.version === version)), ...this.newer];
      this.edits = open;
    }
    this.#version = calendar.version;
    this.#apply(calendar);
  }

  openForm(form: FormDraft): void {
    this.form = form;
    this.wrong.clear();
    this.keep();
    void this.model.port.focus('#calendar-form-title');
  }

  /** `anchor`: where focus goes on. */
  closeForm(): void {
    const { part } = this.form!;
    this.form = null;
    this.wrong.clear();
    this.keep();
    void this.model.port.focus(`#${part}-title`);
  }

  /** Takes what the form says among the edits. */
  async take(): Promise<void> {
    const { calendar } = this.model.shown!;
    const { edit, wrong } = readForm(this.form!, calendar.province, this.content);
    this.wrong = wrong;
    if (!edit) {
      this.model.port.update();
      return this.model.port.focus('.calendar-form [aria-invalid="true"]');
    }
    this.form = null;
    await this.add(edit);
  }

  async add(edit: Edit): Promise<void> {
    // Saved as it was, it is no edit.
    if (keyOf(edit.before) !== keyOf(edit.after)) this.edits = withEdit(this.edits, edit);
    this.#apply(this.model.shown!.calendar);
    this.keep();
    this.model.port.say(() => msg('کنار تغییرهای شما نشست؛ هنوز در تقویم نیست.', { id: 'console.calendar.taken' }));
    await this.model.port.focus(this.edits.length ? '#calendar-mine' : '#calendar-title');
  }

  async takeBack(edit: Edit): Promise<void> {
    this.edits = this.edits.filter((each) => each !== edit);
    if (!this.edits.length) this.newer = [];
    this.#apply(this.model.shown!.calendar);
    this.keep();
    await this.model.port.focus(this.edits.length ? '#calendar-mine' : '#calendar-title');
  }

  async look(): Promise<void> {
    if (this.model.busy || this.lost.length) return;
    const of = this.#asked();
    const { content } = this;
    if (await this.#act((client) => client.call('previewCalendar', { body: { version: this.#version, content } }).then((answer) => { this.#preview = { of, answer }; }))) {
      this.model.port.update();
      await this.model.port.focus('#calendar-preview');
    }
  }

  async save(): Promise<void> {
    if (this.model.busy || !this.preview) return;
    const why = this.why.trim();
    this.wrong.clear();
    if (why.length < least) {
      this.wrong.add('why');
      this.model.port.update();
      return this.model.port.focus('#calendar-why');
    }
    const body = { version: this.#version, content: this.content, why };
    const done = await this.#act((client) => client.call('saveCalendar', { body }).then(() => {
      // Now, so that the answer is not held against edits that are in it.
      this.edits = [];
      this.why = '';
      this.newer = [];
      this.keep();
    }));
    if (!done) return;
    this.model.port.say(() => msg('در تقویم نشست. تاریخ درخواست‌های باز دوباره شمرده می‌شود.', { id: 'console.calendar.saved' }));
    this.model.port.update();
    await this.model.port.focus('#calendar-title');
  }

  /** Writes down what there is, so that a reload keeps it. */
  keep(): void {
    const draft: Draft = { version: this.#version, edits: this.edits, why: this.why, form: this.form };
    inTab((tab) => (this.dirty ? tab.setItem(this.#store, JSON.stringify(draft)) : tab.removeItem(this.#store)));
    this.model.port.update();
  }

  forget(): void {
    inTab((tab) => tab.removeItem(this.#store));
  }

  async #act(work: Parameters<CalendarModel['act']>[0]): Promise<boolean> {
    if (await this.model.act(work)) return true;
    // Somebody was faster: theirs is shown, and what is written here stays.
    if (this.model.fault?.code === 'calendar.changed' && (await this.model.load())) await this.model.port.focus('#calendar-newer');
    return false;
  }

  #take(store: string): void {
    this.#store = store;
    const kept = inTab((tab) => JSON.parse(tab.getItem(store) ?? 'null') as Draft | null);
    if (!kept) return;
    const { version, edits, why, form } = kept;
    this.#version = version;
    Object.assign(this, { edits, why, form });
  }

  #apply(calendar: CalendarContent): void {
    const { weeklyHours, solarHolidays, lunarHolidays, closures } = calendar;
    const { content, lost } = applied({ weeklyHours, solarHolidays, lunarHolidays, closures }, this.edits);
    this.content = content;
    this.lost = lost;
  }

  #asked(): string {
    return `${this.#version}${keyOf(this.edits)}`;
  }
}
