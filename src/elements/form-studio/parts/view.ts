import type { FormFinding } from '../../../contract/form-studio.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { placeOf, same, type At } from '../model/definition.ts';
import type { FormModel } from '../model/form.ts';
import { findingText } from './finding-text.ts';

export type Side = 'outline' | 'preview';

/** What every piece of the studio's view is given. */
export interface StudioView {
  locale: Locale;
  model: FormModel;
  /** Texts in English are asked for too. */
  english: boolean;
  /** Of the caller: addresses can be kept to it. */
  province?: string | undefined;
  /** The caller writes; heads only read and publish. */
  writes: boolean;
  /** What of the two stands there where there is no room for both. */
  side: Side;
  toSide(side: Side): void;
  /** Puts focus on the first of these ids that is there, after the next update. */
  focus(...ids: string[]): void;
  /** Says to screen readers what happened. */
  say(text: () => string): void;
}

/** The id of a control: of a place, or of the form as a whole. */
export const idOf = (at: At | 'form', name: string): string => `${at === 'form' ? at : `at-${at.join('-')}`}_${name}`;

/** What each finding is about, by its code; what is not named here stands at the head of its place. */
const controls: Record<string, string> = {
  emptyLabel: 'label', emptyTitle: 'title', emptyOption: 'options', choiceWithoutOptions: 'options', duplicateOption: 'options', minAboveMax: 'limits',
  unknownReference: 'when', laterReference: 'when', cycle: 'when', unknownOption: 'when', unreachable: 'when', notBillField: 'bill',
  missingContactField: 'contact', contactNotMobile: 'contact', contactNotRequired: 'contact', unknownMatter: 'matter',
};
export const controlOf = ({ path, code, params }: FormFinding): string => {
  const [, rule] = /^constraints\.(\d+)$/.exec(path) ?? [];
  return (params?.['control'] as string | undefined) ?? (rule === undefined ? controls[code] ?? 'head' : `rule-${rule}-${code === 'emptyMessage' ? 'message' : 'field'}`);
};

/** Findings of a place itself, or of something in it too. */
export function findingsAt({ model }: StudioView, at: At | 'form', within = false): FormFinding[] {
  const definition = model.definition!;
  return model.findings.filter(({ path }) => {
    const place = placeOf(definition, path);
    if (at === 'form') return !place;
    return place && (same(place, at) || (within && same(place.slice(0, at.length), at)));
  });
}

/** What stands beside a control: the first thing that is wrong with it. */
export function errorOf(view: StudioView, at: At | 'form', control: string): { error?: string } {
  const finding = findingsAt(view, at).find((each) => controlOf(each) === control);
  return finding ? { error: findingText(view.locale, view.model.definition!, finding) } : {};
}
