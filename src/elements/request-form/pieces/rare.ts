import '../../../client/uploads.ts';
import '../../../rules/form-rarer.ts';

export { locate } from '../form/locate.ts';
export { groupView } from '../parts/group-view.ts';
export { rarerField } from '../parts/rarer-field.ts';
export { Uploads } from '../upload/uploads.ts';
export { rareStyles as styles } from './rare.styles.ts';
