import { GatewayClient } from '../../src/client/client.ts';
import type { Filed } from '../../src/contract/request.ts';
import type { CatalogueIndex } from '../../src/contract/catalogue.ts';
import { exampleAnswers } from '../../src/rules/form-example.ts';
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

/** Files a request on the page's gateway through its own form. */
export async function fileOne(gateway: PageGateway, title: string, at?: string): Promise<Filed> {
  gateway.setNow(at ?? null);
  const id = await offeringNamed(title);
  const form = await client().call('offeringForm', { params: { id } });
  const answers = exampleAnswers(form, '2026-11-01');
  if (!answers) throw new Error(`The form of “${title}” needs a file.`);
  const filed = await client().call('fileRequest', { body: { offering: id, form: { id: form.id, version: form.version }, answers, sameMatter: 'separate' } });
  gateway.setNow(null);
  if (!('code' in filed)) throw new Error('The gateway of the page wants a code first.');
  return filed;
}
