import type { Kysely } from 'kysely';
import type { Offering } from '../../../src/contract/offering.ts';
import { serviceId } from '../../../src/gateway/catalogue/ids.ts';
import type { Database } from '../../../src/gateway/database/schema.ts';
import { generatedCatalogue } from '../../support/generated-catalogue.ts';

/** Fills a published province up to `count` services of an agency, all as full as those of the demo. */
export async function fillProvince(db: Kysely<Database>, agency: string, count: number): Promise<void> {
  const known = await db.selectFrom('offering_version as v').innerJoin('offering as o', 'o.id', 'v.offering').select('v.sheet').where('o.province', '=', 'alborz').execute();
  const like = new Map(known.map(({ sheet }) => [sheet.title, sheet]));
  const whole = known[0]!.sheet;
  const missing = generatedCatalogue(count).slice(known.length).map((made): Offering => ({
    ...whole, ...like.get(made.title), ...(made as Partial<Offering>), agency: { ...whole.agency, ...made.agency, county: null }, form: null, version: 1,
  }));
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < missing.length; from += 200) {
      const some = missing.slice(from, from + 200);
      const service = await serviceId(some[0]!.code, some[0]!.title);
      await trx.insertInto('offering').values(some.map(({ id }) => ({ id, province: 'alborz', agency, service, published_version: 1 }))).execute();
      await trx.insertInto('offering_version').values(some.map((sheet) => ({ offering: sheet.id, version: 1, sheet: JSON.stringify(sheet), created_at: new Date(0) }))).execute();
    }
  });
}
