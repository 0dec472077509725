import type { Locale } from '../../../i18n/locale.ts';
import type { DifferenceModel } from '../model/difference.ts';
import type { DraftModel } from '../model/draft.ts';
import type { HomeModel } from '../model/home.ts';
import type { KindsModel } from '../model/kinds.ts';
import type { LinksModel } from '../model/links.ts';
import type { MappingModel } from '../model/mapping.ts';
import type { UploadModel } from '../model/upload.ts';

/** What every piece of the element's view is given. */
export interface IntakeView {
  locale: Locale;
  home: HomeModel;
  upload: UploadModel;
  draft: DraftModel;
  mapping: MappingModel;
  kinds: KindsModel;
  links: LinksModel;
  difference: DifferenceModel;
  /** Whoever looks may hand in, mend and put back; the head of an agency looks, publishes and sends back. */
  keeps: boolean;
  /** Whether the draft shall really be thrown away is being asked. */
  asking: boolean;
  ask(asking: boolean): void;
  /** Where a link leads, and what follows it: `` home, `ID` a draft, `ID/difference`. */
  href(path: string): string;
  go(path: string): void;
  onLink(event: MouseEvent, path: string): void;
  /** Takes files that were dropped or chosen together. */
  handIn(files: Iterable<File>): void;
  /** Goes on after a file that did not arrive: with that file where it may be sent again, else with the next. */
  sendAgain(): void;
  template(): void;
  templateFailed: boolean;
  map(): void;
  publish(): void;
  sendBack(): void;
  rollBack(): void;
  discard(): void;
  /** Puts focus on the first of these ids that is there, after the next update. */
  focus(...ids: string[]): void;
  /** Says to screen readers what happened. */
  say(text: () => string): void;
}
