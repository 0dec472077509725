import type { Kysely, Transaction } from 'kysely';
import type { GuideTree } from '../../contract/guide.ts';
import type { StaffRef } from '../../contract/staff.ts';
import { checkGuide } from '../../rules/guide.ts';
import { canonical } from '../catalogue/versions.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;

/** Who saved a version of a guide, and when. */
export interface GuideSaving {
  guide: string;
  version: number;
  savedAt: Date;
  /** Null: it came with a publication. */
  by: StaffRef | null;
  note: string | null;
}

/** One version of a guide: what it was as well. */
export interface GuideVersion extends GuideSaving {
  tree: GuideTree;
}

const savings = (db: Db, province: string) => db.selectFrom('guide_version as g').leftJoin('staff as s', 's.id', 'g.staff')
  .select(['g.guide', 'g.version', 'g.created_at', 'g.staff', 'g.note', 's.name'])
  .where('g.province', '=', province);
const versions = (db: Db, province: string) => savings(db, province).select('g.tree');
type Row<Q extends typeof savings | typeof versions> = Awaited<ReturnType<ReturnType<Q>['execute']>>[number];

const asSaving = ({ guide, version, created_at, staff, name, note }: Row<typeof savings>): GuideSaving => ({
  guide, version, savedAt: created_at, by: staff ? { id: staff, name: name ?? staff } : null, note,
});
const asVersion = ({ tree, ...row }: Row<typeof versions>): GuideVersion => ({ ...asSaving(row), tree });

/** When a guide was saved, newest first, without what it was; empty when there is no such guide. */
export async function guideHistory(db: Db, province: string, guide: string): Promise<GuideSaving[]> {
  return (await savings(db, province).where('g.guide', '=', guide).orderBy('g.version', 'desc').execute()).map(asSaving);
}

/** One version of a guide, which its history names. */
export async function guideVersion(db: Db, province: string, guide: string, version: number): Promise<GuideVersion> {
  return asVersion(await versions(db, province).where('g.guide', '=', guide).where('g.version', '=', version).executeTakeFirstOrThrow());
}

/** The newest version of a guide, or of every guide of the province, in their order. */
export async function newestGuides(db: Db, province: string, guide?: string): Promise<GuideVersion[]> {
  let query = versions(db, province).distinctOn('g.guide').orderBy('g.guide').orderBy('g.version', 'desc');
  if (guide !== undefined) query = query.where('g.guide', '=', guide);
  return (await query.execute()).map(asVersion).sort((a, b) => a.tree.order - b.tree.order || (a.guide < b.guide ? -1 : 1));
}

export interface NewGuideVersion {
  province: string;
  tree: GuideTree;
  version: number;
  at: Date;
  by: string;
  staff: string | null;
  note: string | null;
}

/** Adds a version. False when somebody else added this one meanwhile. */
export async function addVersion(db: Db, { province, tree, version, at, by, staff, note }: NewGuideVersion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('guide_version')
    .values({ province, guide: tree.id, version, tree: JSON.stringify(tree), created_at: at, created_by: by, staff, note })
    .onConflict((conflict) => conflict.columns(['province', 'guide', 'version']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/**
 * Publishes the guides that come with a province, within its publication, which is one at a time. What an officer has
 * changed stays as they left it. Throws when a guide does not hold together; whether its words meet a service is a matter
 * of the catalogue, and told to officers.
 */
export async function keepGuides(trx: Transaction<Database>, province: string, trees: readonly GuideTree[], at: Date, by: string): Promise<void> {
  const kept = new Map((await newestGuides(trx, province)).map((each) => [each.guide, each]));
  for (const tree of trees) {
    const errors = checkGuide(tree).filter(({ severity }) => severity === 'error');
    if (errors.length) throw new Error(`The guide “${tree.id}” does not hold together: ${errors.map(({ path, code }) => `${path} ${code}`).join(', ')}.`);
    const newest = kept.get(tree.id);
    if (newest && (newest.by || canonical(newest.tree) === canonical(tree))) continue;
    await addVersion(trx, { province, tree, version: (newest?.version ?? 0) + 1, at, by, staff: null, note: null });
  }
}
