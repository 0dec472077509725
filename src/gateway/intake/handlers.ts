import { declarationTemplate } from '../declarations/template.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { audit } from '../staff/audit.ts';
import { headOfAgency, keeperOfAgency, keptAgencies, keptDraft, reviewedDraft, reviewerOfAgency } from './access.ts';
import { differenceOf } from './difference.ts';
import { draftAnswer, headOfDraft, namesOf, peopleOf, rowAnswer, rowsAfter, twoPersonAgencies, wordsOf } from './drafts.ts';
import { discardDraft, handIn, readAgain } from './hand-in.ts';
import { fixAll, kindsOf } from './kinds.ts';
import { checkLinks } from './links.ts';
import { mendCell, pressOf } from './mend.ts';
import { hiddenChanges } from './national.ts';
import { publicationsOf, publishDraft, returnDraft, rollBack } from './publish.ts';

type Names =
  | 'drafts' | 'handIn' | 'draft' | 'draftRows' | 'mapColumns' | 'draftKinds' | 'mendCell' | 'fixCell' | 'fixAll' | 'checkLinks' | 'difference' | 'publishDraft' | 'returnDraft' | 'discardDraft'
  | 'publications' | 'rollBack' | 'setIntake' | 'declarationTemplate' | 'nationalChanges';

const mostDrafts = 100;
const mostChanges = 1_000;
const rowsLimit = { usual: 50, most: 200 };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Declarations as officers hand them in, mend and publish them. */
export function intakeHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db } = ports;
  return {
    async drafts({ query }, caller) {
      const staff = await reviewerOfAgency(ports, caller, query.agency);
      const agency = query.agency ?? staff.agency?.id;
      let found = db.selectFrom('intake_draft').selectAll().where('province', '=', staff.province).where('state', '!=', 'discarded');
      if (agency) found = found.where('agency', '=', agency);
      const drafts = await found.orderBy('received_at', 'desc').orderBy('id').limit(mostDrafts).execute();
      const names = await namesOf(db, drafts.flatMap(peopleOf));
      const twoPersons = await twoPersonAgencies(db, staff.province);
      return { items: drafts.map((draft) => headOfDraft(draft, names, twoPersons, ports.now())), agencies: await keptAgencies(ports, staff) };
    },

    async handIn({ query, body }, caller) {
      const { agency = '', name = '' } = query;
      const { id, province } = await keeperOfAgency(ports, caller, agency);
      const draft = await handIn(ports, { province, agency, fileName: name, file: body, staff: id, token: null });
      await audit(db, ports, id, 'declarationHandedIn', null);
      return draftAnswer(ports, draft);
    },

    async draft({ params }, caller) {
      const { draft } = await reviewedDraft(ports, caller, params.id);
      return draftAnswer(ports, draft);
    },

    async draftRows({ params, query }, caller) {
      const { draft } = await reviewedDraft(ports, caller, params.id);
      const after = Number.parseInt(query.cursor ?? '0', 10) || 0;
      const limit = Math.min(Math.max(Number.parseInt(query.limit ?? '', 10) || rowsLimit.usual, 1), rowsLimit.most);
      const rows = await rowsAfter(db, draft, { after, limit: limit + 1, only: query.only, rule: query.rule });
      const items = rows.slice(0, limit).map((row) => rowAnswer(row, draft.across));
      return { items, next: rows.length > limit ? String(items.at(-1)!.row) : null, rules: wordsOf(items.flatMap(({ findings }) => findings)) };
    },

    async draftKinds({ params }, caller) {
      const { draft } = await reviewedDraft(ports, caller, params.id);
      return kindsOf(db, draft);
    },

    async mapColumns({ params, body: { version, mapping } }, caller) {
      const { draft, staff } = await keptDraft(ports, caller, params.id);
      return draftAnswer(ports, await readAgain(ports, draft, { version, mapping, staff: staff.id }));
    },

    async mendCell({ params, body }, caller) {
      const { draft, staff } = await keptDraft(ports, caller, params.id);
      const mended = await mendCell(ports, { ...body, draft: draft.id, staff: staff.id });
      return { ...mended, rules: wordsOf(mended.row.findings) };
    },

    async fixCell({ params, body: { rule, ...body } }, caller) {
      const { draft, staff } = await keptDraft(ports, caller, params.id);
      const mended = await mendCell(ports, { ...body, value: pressOf(rule, body.column), draft: draft.id, staff: staff.id });
      return { ...mended, rules: wordsOf(mended.row.findings) };
    },

    async fixAll({ params, body }, caller) {
      const { draft, staff } = await keptDraft(ports, caller, params.id);
      return fixAll(ports, { ...body, draft: draft.id, staff: staff.id });
    },

    async checkLinks({ params }, caller) {
      const { draft } = await keptDraft(ports, caller, params.id);
      return checkLinks(ports, draft);
    },

    async difference({ params }, caller) {
      const { draft } = await reviewedDraft(ports, caller, params.id);
      if (draft.state !== 'draft') throw new ProblemException('declaration.notReady');
      return differenceOf(db, draft, ports.now());
    },

    async publishDraft({ params, body }, caller) {
      const { draft, staff } = await reviewedDraft(ports, caller, params.id);
      await publishDraft(ports, draft.id, { ...body, by: { staff: staff.id, name: staff.name } });
      return publicationsOf(ports, draft);
    },

    async returnDraft({ params, body }, caller) {
      const { draft, staff } = await reviewedDraft(ports, caller, params.id);
      return draftAnswer(ports, await returnDraft(ports, draft.id, { ...body, staff: staff.id }));
    },

    async discardDraft({ params }, caller) {
      const { draft, staff } = await keptDraft(ports, caller, params.id);
      await discardDraft(ports, draft.id);
      await audit(db, ports, staff.id, 'declarationDiscarded', null);
    },

    async publications({ query }, caller) {
      const { agency = '' } = query;
      const { province } = await reviewerOfAgency(ports, caller, agency);
      return publicationsOf(ports, { province, agency });
    },

    async rollBack({ body: { agency, ...body } }, caller) {
      const { id, name, province } = await keeperOfAgency(ports, caller, agency);
      await rollBack(ports, { province, agency }, { ...body, by: { staff: id, name } });
      return publicationsOf(ports, { province, agency });
    },

    async setIntake({ body: { agency, secondPerson } }, caller) {
      const { id, province } = await headOfAgency(ports, caller, agency);
      await db.updateTable('agency').set({ second_person: secondPerson }).where('province', '=', province).where('id', '=', agency).execute();
      await audit(db, ports, id, 'intakeSet', null);
      return { agency, secondPerson };
    },

    async nationalChanges({ query }, caller) {
      const staff = await reviewerOfAgency(ports, caller, query.agency);
      return hiddenChanges(db, staff.province, query.agency ?? staff.agency?.id, mostChanges);
    },

    async declarationTemplate(_input, caller) {
      keeperOf(caller);
      const bytes = await declarationTemplate();
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: { 'content-type': xlsx, 'content-disposition': 'attachment; filename="declaration.xlsx"' },
      });
    },
  };
}
