import type { Guide, GuideFinding, GuideTree, StaffGuide } from '../../contract/guide.ts';
import { checkGuide } from '../../rules/guide.ts';
import { province, type Province } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { shortLived } from '../http/respond.ts';
import { KeepLast } from '../keep-last.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { audit } from '../staff/audit.ts';
import { foundBy } from './found.ts';
import { addVersion, guideHistory, guideVersion, newestGuides, type GuideSaving } from './store.ts';
import { helpOffices, readWorld, resolveGuide, type ProvinceWorld } from './world.ts';

type Names = 'guides' | 'guide' | 'staffGuides' | 'staffGuide' | 'saveGuide' | 'checkGuide';

/** Catalogues whose services are kept at hand, and for how long: rooms and phones change without a new catalogue. */
const mostWorlds = 4;
const freshMs = 60_000;

interface Kept {
  world: ProvinceWorld;
  guides: Map<string, Guide>;
  at: number;
}

const isError = ({ severity }: GuideFinding): boolean => severity === 'error';
const savedOf = ({ version, savedAt, by, note }: GuideSaving) => ({ version, savedAt: savedAt.toISOString(), by, note });

export function guideHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db, settings } = ports;
  const worlds = new KeepLast<Kept>(mostWorlds);

  /** What answers can lead to, and the guides that were looked up in it already. */
  async function worldOf(place: Province): Promise<Kept> {
    const key = `${place.id} ${place.catalogueVersion}`;
    const now = ports.now().getTime();
    const make = async (): Promise<Kept> => ({ world: await readWorld(db, place.id), guides: new Map(), at: now });
    const kept = worlds.get(key, make);
    if (Math.abs(now - (await kept).at) <= freshMs) return kept;
    worlds.drop(key, kept);
    return worlds.get(key, make);
  }

  const findingsIn = async (provinceId: string, tree: GuideTree): Promise<GuideFinding[]> =>
    checkGuide(tree, (await worldOf(await province(db, provinceId))).world, provinceId);

  async function staffGuide(provinceId: string, id: string, version?: string): Promise<StaffGuide> {
    const history = await guideHistory(db, provinceId, id);
    const wanted = version === undefined || version === '' ? history[0] : history.find((each) => String(each.version) === version);
    if (!wanted) throw new ProblemException('guide.notFound');
    const { tree } = await guideVersion(db, provinceId, id, wanted.version);
    return { tree, ...savedOf(wanted), findings: await findingsIn(provinceId, tree), history: history.map(savedOf) };
  }

  return {
    async guides({ query }, caller) {
      const place = await province(db, query.province ?? settings.province);
      const { world } = await worldOf(place);
      const all = await newestGuides(db, place.id);
      caller.headers.set('cache-control', shortLived);
      return {
        items: all.map(({ version, tree: { id, title, hint, urgent, lifeEvent } }) => ({ id, title, ...(hint && { hint }), ...(urgent && { urgent }), lifeEvent, version })),
        help: { phone: settings.helpPhone, offices: helpOffices(world) },
      };
    },

    async guide({ params, query }, caller) {
      const place = await province(db, query.province ?? settings.province);
      const [newest] = await newestGuides(db, place.id, params.id);
      if (!newest) throw new ProblemException('guide.notFound');
      const { world, guides } = await worldOf(place);
      const key = `${params.id} ${newest.version}`;
      let guide = guides.get(key);
      if (!guide) guides.set(key, (guide = resolveGuide(newest.tree, newest.version, place, world)));
      caller.headers.set('cache-control', shortLived);
      return guide;
    },

    async staffGuides(_input, caller) {
      const { province: id } = keeperOf(caller);
      const { world } = await worldOf(await province(db, id));
      return {
        items: (await newestGuides(db, id)).map((each) => {
          const findings = checkGuide(each.tree, world, id);
          const errors = findings.filter(isError).length;
          return { id: each.guide, title: each.tree.title, lifeEvent: each.tree.lifeEvent, ...savedOf(each), errors, warnings: findings.length - errors };
        }),
      };
    },

    staffGuide: async ({ params, query }, caller) => staffGuide(keeperOf(caller).province, params.id, query.v),

    async checkGuide({ body: { tree } }, caller) {
      const { province: id } = keeperOf(caller);
      const { world } = await worldOf(await province(db, id));
      return { findings: checkGuide(tree, world, id), found: foundBy(tree, world) };
    },

    async saveGuide({ params, body: { version, tree, note } }, caller) {
      const staff = keeperOf(caller);
      if (tree.id !== params.id) throw new ProblemException('input.invalid', { errors: [{ path: 'tree.id', code: 'otherThanAddress' }] });
      const errors = (await findingsIn(staff.province, tree)).filter(isError);
      if (errors.length) throw new ProblemException('guide.invalid', { errors: errors.map(({ severity: _, ...error }) => error) });
      await db.transaction().execute(async (trx) => {
        const [newest] = await newestGuides(trx, staff.province, tree.id);
        const added = (newest?.version ?? 0) === version && await addVersion(trx, {
          province: staff.province, tree, version: version + 1, at: ports.now(), by: staff.username, staff: staff.id, note: note?.trim() || null,
        });
        if (!added) throw new ProblemException('guide.changed');
        await audit(trx, ports, staff.id, 'guideSaved', null);
      });
      return staffGuide(staff.province, tree.id);
    },
  };
}
