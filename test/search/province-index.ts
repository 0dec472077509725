import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogueIndex, CatalogueLexicon } from '../../src/contract/catalogue.ts';
import { readDeclaration } from '../../src/gateway/declarations/read.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { buildWithLexicon } from '../../src/search/served.ts';

const data = new URL('../../demo/data/alborz/', import.meta.url);

const files = readdirSync(new URL('declarations/', data)).filter((name) => name.endsWith('.csv'));
const declared = await Promise.all(
  files.map(async (name) => ({
    agency: name.slice(0, -4),
    services: (await readDeclaration(readFileSync(new URL(`declarations/${name}`, data)), name)).services,
  })),
);

/** The demo's declarations as the offerings of a province, without a gateway. */
export function provinceOfferings(): Indexable[] {
  return declared.flatMap(({ agency, services }) =>
    services.map((service) => ({
      ...service,
      id: `${agency}.${service.row}`,
      agency: { id: agency, name: { fa: agency } },
      form: null,
    })),
  );
}

/** The demo's province with what the gateway publishes of its own lexicon for it. */
export async function provinceIndex(): Promise<{ index: CatalogueIndex; lexicon: CatalogueLexicon }> {
  return buildWithLexicon({ version: 'test', offerings: readOfferings(provinceOfferings()), lexicon: compileLexicon(await readLexicon(), 'test') });
}
