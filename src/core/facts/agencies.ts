import type { GatewayClient } from '../../client/client.ts';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { Locale } from '../../i18n/locale.ts';
import { agenciesCalled } from '../../rules/agency-name.ts';
import type { Option } from '../controls/choice-input.ts';
import { localText } from './place.ts';

/** The agencies of a province that are on the gateway. */
export type AgenciesHere = Pick<Catalogue, 'agencies' | 'province'>;

const asked = new WeakMap<GatewayClient, Map<string, Promise<AgenciesHere>>>();

/** Asked for once on a page; what failed is asked for again. */
export function agenciesOf(client: GatewayClient, province = ''): Promise<AgenciesHere> {
  const lists = asked.get(client) ?? new Map<string, Promise<AgenciesHere>>();
  asked.set(client, lists);
  let list = lists.get(province);
  if (!list) {
    const query = { province: province || undefined };
    list = client.call('catalogue', { query }).then((catalogue) => (catalogue.shards ? client.call('catalogue', { query: { ...query, agencies: 'all' } }) : catalogue));
    lists.set(province, list);
    list.catch(() => lists.delete(province));
  }
  return list;
}

/** As a list to choose from, which is narrowed by what people call them. */
export function agencyOptions(locale: Locale, { agencies, province }: AgenciesHere): { options: Option[]; find(text: string): Option[] } {
  const optionOf = ({ id, name }: AgenciesHere['agencies'][number]): Option => ({ value: id, label: localText(locale, name) });
  return { options: agencies.map(optionOf), find: (text) => agenciesCalled(text, agencies, province.name).map(optionOf) };
}
