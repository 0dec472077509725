import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogueIndex } from '../../src/contract/catalogue.ts';
import { readDeclaration } from '../../src/gateway/declarations/read.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { buildIndex, type Indexable } from '../../src/search/build.ts';

const data = new URL('../../demo/data/', import.meta.url);
const json = <T>(path: string) => JSON.parse(readFileSync(new URL(path, data), 'utf8')) as T;

/** The demo's declarations as the offerings of a province, without a gateway. */
export function provinceOfferings(): Indexable[] {
  return readdirSync(new URL('declarations/', data))
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => {
      const agency = name.slice(0, -4);
      const { services } = readDeclaration(readFileSync(new URL(`declarations/${name}`, data)), name);
      return services.map((service) => ({
        ...service,
        id: `${agency}.${service.row}`,
        agency: { id: agency, name: { fa: agency } },
        form: null,
      }));
    });
}

/** The demo's province with the gateway's own lexicon. */
export const provinceIndex = async (): Promise<CatalogueIndex> =>
  buildIndex({ version: 'test', offerings: provinceOfferings(), lexicon: await readLexicon() });
