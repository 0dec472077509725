import '../../../client/uploads.ts';
import '../../../rules/form-rarer.ts';
import type { Filling } from '../form/filling.ts';
import { nameKnownAgency } from '../parts/agency-field.ts';
import { Uploads } from '../upload/uploads.ts';

export { locate } from '../form/locate.ts';
export { groupView } from '../parts/group-view.ts';
export { rarerField } from '../parts/rarer-field.ts';
export { rareStyles as styles } from './rare.styles.ts';

/** What a filling needs of this piece. */
export function prepare(filling: Filling, known: string): void {
  filling.useUploads(Uploads);
  void nameKnownAgency(filling, known);
}
