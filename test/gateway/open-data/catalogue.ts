import type { Offering } from '../../../src/contract/offering.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

/** Everything that a careless writer of a format would stumble over. */
export const hostileTitle = `=HYPERLINK("http://evil.example","می‌روم")</script><b>'\\" & ]]> @fa ؛ 😀`;
const hostileText = 'خط نخست\r\n"دوم" \\n \t <سوم> \u2028 پایان\\';

export interface OpenCatalogue {
  gateway: TestGateway;
  /** All published sheets of a province in the order of their ids. */
  sheets(province: string): Promise<Offering[]>;
  /** Publishes a sheet of a province anew with what is given. */
  change(province: string, change: Partial<Offering>, at: string): Promise<Offering>;
}

/** Two provinces with the catalogue of the demo; the first service of Alborz has a hostile sheet. */
export async function openCatalogue(): Promise<OpenCatalogue> {
  const gateway = await startTestGateway({ agencies: 'all' });
  const { db } = gateway;
  const sheets = async (province: string) => (await db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select('v.sheet').where('o.province', '=', province).orderBy('o.id').execute()).map(({ sheet }) => sheet);
  const change: OpenCatalogue['change'] = async (province, changes, at) => {
    const [old] = await sheets(province);
    const sheet: Offering = { ...old!, ...changes, version: old!.version + 1 };
    await db.insertInto('offering_version').values({ offering: sheet.id, version: sheet.version, sheet: JSON.stringify(sheet), created_at: at }).execute();
    await db.updateTable('offering').set({ published_version: sheet.version }).where('id', '=', sheet.id).execute();
    return sheet;
  };
  await change('alborz', {
    title: hostileTitle, description: hostileText, keywords: ['+1', '@a', '-x'], link: 'https://agency.example/a b?q="x"<y>\\{z}',
    documents: [{ title: '<img src=x onerror=alert(1)>', form: 'upload', forbiddenCopy: false }], laws: ['قانون «الف» "ب" \\'],
  }, '2026-11-24T06:30:00Z');
  return { gateway, sheets, change };
}
