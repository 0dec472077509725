import { msg, str } from '@lit/localize';
import type { AgencyDeclaration, DeclarationOverview } from '../../../contract/declaration-overview.ts';
import '../../../client/declarations.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { KeptList } from './kept-list.ts';
import type { ConsolePort } from './port.ts';

export const sortKeys = ['agency', 'lastDeclared', 'services', 'warnings', 'validity', 'plain', 'freshness'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Who has declared what, as the gateway has it (worst first) or by one column. */
export class DeclarationsModel extends KeptList<DeclarationOverview> {
  /** Absent: worst first. */
  sort?: { key: SortKey; descending: boolean };

  constructor(port: ConsolePort) {
    super(port, (client, signal) => client.call('declarations', { params: { province: port.staff()!.province } }, { signal, cache: 'no-cache' }), (locale, { items }) => msg(str`${formatNumber(locale, items.length)} دستگاه`, { id: 'console.declarations.count' }));
  }

  sortBy(key: SortKey): void {
    this.sort = { key, descending: this.sort?.key === key && !this.sort.descending };
    this.port.update();
  }

  rows(locale: Locale): readonly AgencyDeclaration[] {
    const { sort, shown } = this;
    if (!sort) return shown!.items;
    const sign = sort.descending ? -1 : 1;
    return [...shown!.items].sort((a, b) => sign * compare(locale, sort.key, a, b));
  }

  override clear(): void {
    super.clear();
    this.sort = undefined;
  }
}

/** What is not known comes before the lowest. */
function compare(locale: Locale, key: SortKey, a: AgencyDeclaration, b: AgencyDeclaration): number {
  if (key === 'agency') return localText(locale, a.agency.name).localeCompare(localText(locale, b.agency.name), locale);
  const [left, right] = [a[key] ?? '', b[key] ?? ''];
  if (left === right) return 0;
  if (left === '' || right === '') return left === '' ? -1 : 1;
  return left < right ? -1 : 1;
}
