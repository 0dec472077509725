import type { GuideFinding } from '../../../contract/guide.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { isError, type GuideModel } from '../model/guide.ts';
import { findingText } from './finding-text.ts';

/** What every piece of the editor's view is given. */
export interface EditorView {
  locale: Locale;
  model: GuideModel;
  /** Texts in English are asked for too. */
  english: boolean;
  /** Puts focus on the first of these ids that is there, after the next update. */
  focus(...ids: string[]): void;
  /** Says to screen readers what happened. */
  say(text: () => string): void;
}

/** The id of the control that a path is about: `nodes.what.options.1.to` → `nodes_what_options_1_to`. */
export const idOf = (path: string): string => path.replaceAll('.', '_');

/** What stands beside the control of a path. */
export function remarksAt({ locale, model }: EditorView, path: string): { error?: string; warning?: string } {
  const finding = model.findings.find((each) => each.path === path);
  if (!finding) return {};
  const text = findingText(locale, model.tree!, finding);
  return isError(finding) ? { error: text } : { warning: text };
}

/** Findings about a question or an answer: about itself, or about something in it too. */
export const findingsOf = ({ model }: EditorView, path: string, within: boolean): GuideFinding[] =>
  model.findings.filter((finding) => finding.path === path || (within && finding.path.startsWith(`${path}.`)));
