import '../../../client/sheet.ts';
import { fields } from '../../../core/styles/fields.ts';
import { furtherStyles } from './further.styles.ts';

export { keptNote, keptView } from './kept.ts';
export { nationalDocuments, nationalNote, nationalView } from './national.ts';
export { ReportFlow } from './report-flow.ts';
export { reportView } from './report-view.ts';
export { tellSearchEngines } from './structured-data.ts';

export const styles = [fields, furtherStyles];
