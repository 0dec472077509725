export { agreement, checkboxes } from '../../../core/controls/check-input.ts';
export { locate } from '../form/locate.ts';
export { groupView } from '../parts/group-view.ts';
export { locationView } from '../parts/location-view.ts';
export { dateField, timeField } from '../parts/moment-fields.ts';
export { fileControl } from '../upload/file-control.ts';
export { Uploads } from '../upload/uploads.ts';
export { rareStyles as styles } from './rare.styles.ts';
