import type { AgencyDeclaration } from '../../contract/declaration-overview.ts';
import { agencies } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import { shortLived } from '../http/respond.ts';
import { KeepLast } from '../keep-last.ts';
import { pagesOf, published, type Published } from '../open-data/published.ts';
import type { Ports } from '../ports.ts';
import { tehranDay } from '../tehran-day.ts';
import { nationalDifference } from './national.ts';
import { judge, nothingJudged, scoresOf, type Judged } from './scores.ts';

const dayMs = 86_400_000;
/** Provinces whose sheets stay judged: their versions change with a publication, their day at midnight. */
const keptProvinces = 8;

/** -1 for none, so that who has published nothing comes first. */
const badness = ({ services, validity, freshness, plain }: AgencyDeclaration): number[] => [services ? 1 : 0, validity ?? -1, freshness ?? -1, plain ?? -1];

/** Worst first; those that stand alike in the order of the alphabet. */
function byNeed(a: AgencyDeclaration, b: AgencyDeclaration): number {
  const [left, right] = [badness(a), badness(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? a.agency.name.fa.localeCompare(b.agency.name.fa, 'fa') : left[at]! - right[at]!;
}

/** Who has declared what, and what national sheets changed. What is declared is public, so how is too. */
export function overviewHandlers(ports: Ports): Pick<Handlers, 'declarations' | 'nationalDifference'> {
  const { db } = ports;
  const kept = new KeepLast<Map<string, Judged>>(keptProvinces);

  async function judgeAll(all: Published, today: string): Promise<Map<string, Judged>> {
    const judged = new Map<string, Judged>();
    for await (const page of pagesOf(db, all.offerings)) {
      for (const { sheet } of page) {
        const of = judged.get(sheet.agency.id) ?? nothingJudged();
        judge(of, sheet, today);
        judged.set(sheet.agency.id, of);
      }
    }
    return judged;
  }

  return {
    async declarations({ params: { province } }, { headers }) {
      const all = await published(db, province);
      const asOf = tehranDay(ports.now().getTime());
      const judged = await kept.get(`${province} ${all.version} ${asOf}`, () => judgeAll(all, asOf));
      const declared = await db.selectFrom('declaration').select(({ fn }) => ['agency', fn.max('received_at').as('at')])
        .where('province', '=', province).groupBy('agency').execute();
      const lastOf = new Map(declared.map(({ agency, at }) => [agency, tehranDay(at.getTime())]));
      const items = (await agencies(db, province)).map(({ id, name, county }): AgencyDeclaration => {
        const of = judged.get(id) ?? nothingJudged();
        const lastDeclared = lastOf.get(id) ?? null;
        const days = lastDeclared === null ? null : (Date.parse(asOf) - Date.parse(lastDeclared)) / dayMs;
        const { services, clean, warnings, advice, staleEdits } = of;
        return { agency: { id, name, county }, lastDeclared, services, clean, warnings, advice, staleEdits, ...scoresOf(of, days) };
      });
      headers.set('cache-control', shortLived);
      return { province: { id: all.province.id, name: all.province.name }, asOf, items: items.sort(byNeed) };
    },

    async nationalDifference({ params: { id }, query: { base } }, { headers }) {
      const answer = await nationalDifference(db, id, base);
      headers.set('cache-control', shortLived);
      return answer;
    },
  };
}
