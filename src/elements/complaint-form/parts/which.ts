import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { FoundService } from '../../../contract/guide.ts';
import { radios } from '../../../core/controls/choice-input.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Several agencies hear the same, each in its own place: which one? */
export const whichView = (locale: Locale, services: readonly FoundService[], value: string, onInput: (id: string) => void): TemplateResult => radios({
  id: 'which',
  label: msg('کدام یک؟', { id: 'complaint.which' }),
  hint: msg('آن را برگزینید که به محل مشکل نزدیک است.', { id: 'complaint.which.hint' }),
  options: services.map(({ id, agency }) => ({ value: id, label: localText(locale, agency.name) })),
  value,
  onInput,
});
