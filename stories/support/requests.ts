import { GatewayClient } from '../../src/client/client.ts';
import type { Answers } from '../../src/contract/form.ts';
import type { Filed } from '../../src/contract/request.ts';
import type { CatalogueIndex } from '../../src/contract/catalogue.ts';
import { entriesOf } from '../../src/search/entry.ts';
import { origins, type PageGateway } from './page-gateway.ts';

const client = (): GatewayClient => GatewayClient.for(origins.gateway);

/** Offering id of a published service by its title. */
export async function offeringNamed(title: string): Promise<string> {
  const catalogue = await client().call('catalogue');
  const index = (await (await fetch(`${origins.gateway}${catalogue.index}`)).json()) as CatalogueIndex;
  const entry = entriesOf(index).find((each) => each.title === title);
  if (!entry) throw new Error(`There is no published service “${title}”.`);
  return entry.id;
}


/** Files a request on the page's gateway through its own form; fields are filled by type. */
export async function fileOne(gateway: PageGateway, title: string, at?: string): Promise<Filed> {
  gateway.setNow(at ?? null);
  const id = await offeringNamed(title);
  const form = await client().call('offeringForm', { params: { id } });
  const filled: Answers = {};
  for (const step of form.steps) {
    for (const item of step.items) {
      if (item.type === 'group' || !item.required) continue;
      filled[item.id] = {
        text: 'نمونه', longText: 'درخواست دیدار درباره آسفالت کوچه و روشنایی پارک محله که چند ماه است خراب مانده.', nationalId: '0310000017', mobile: '09120000000',
        number: item.min ?? 1, choice: item.options?.[0]?.value ?? '', choices: [item.options?.[0]?.value ?? ''], yesNo: true, date: '2026-11-01', time: '10:00',
        legalId: '10380284790', foreignerId: '123456789012', landline: '02634187105', email: 'nemoone@example.ir', postalCode: '3145678901', file: [],
        location: { text: 'کرج، میدان شهدا' }, declaration: true,
      }[item.type];
    }
  }
  const filed = await client().call('fileRequest', { body: { offering: id, form: { id: form.id, version: form.version }, answers: filled } });
  gateway.setNow(null);
  return filed;
}
