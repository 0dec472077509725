import type { IndexEntry } from '../../src/contract/catalogue.ts';
import { GatewayClient } from '../../src/client/client.ts';
import { entriesOf } from '../../src/search/entry.ts';
import { gatewayUrl } from './browser.ts';

let entries: Promise<IndexEntry[]> | undefined;

/** What the test gateway has published. */
export function published(): Promise<IndexEntry[]> {
  const client = new GatewayClient(gatewayUrl);
  return (entries ??= client
    .call('catalogue')
    .then(async ({ version }) => entriesOf(await client.call('catalogueIndex', { params: { version } }))));
}

/** Id of an offering by agency and title. */
export async function offeringId(agency: string, title: string): Promise<string> {
  const found = (await published()).find((entry) => entry.agency === agency && entry.title === title);
  if (!found) throw new Error(`${agency} offers no “${title}”.`);
  return found.id;
}
