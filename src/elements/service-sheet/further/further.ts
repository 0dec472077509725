import '../../../client/sheet.ts';
import { fields } from '../../../core/styles/fields.ts';
import { furtherStyles } from './further.styles.ts';

export { keptNote, keptView } from './kept.ts';
export { nationalDocuments, nationalNote, nationalView } from './national.ts';
export { ReportFlow } from './report-flow.ts';
export { reportView } from './report-view.ts';
export { tellSearchEngines } from './structured-data.ts';

/** Gives the styles of what comes after the sheet to the shadow root that shows it. */
export function adoptFurtherStyles(root: ShadowRoot): void {
  const missing = [fields.styleSheet!, furtherStyles.styleSheet!].filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
