import type { Offering } from '../../contract/offering.ts';
import { officersFormId } from '../catalogue/officers-forms.ts';
import { formVersion, offering } from '../catalogue/store.ts';
import type { CallerContext, Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { keptAgencies, reviewerOfAgency } from '../intake/access.ts';
import { namesOf } from '../intake/drafts.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { discardDraft, publishForm, saveDraft } from './publish.ts';
import { formList, publications, savedOf, staffForm } from './store.ts';

type Names = 'staffForms' | 'staffForm' | 'staffFormVersion' | 'saveForm' | 'readForm' | 'publishForm' | 'discardForm';

/** Forms as officers write and publish them. Rights are those of declarations: officers write, the head reads and publishes. */
export function formHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db } = ports;

  /** An offering of the caller's agency. One of another agency or province is as one that is not there. */
  async function own(caller: CallerContext, id: string): Promise<{ staff: StaffCaller; sheet: Offering }> {
    const staff = await reviewerOfAgency(ports, caller);
    const sheet = await offering(db, id);
    if (sheet.province !== staff.province || (staff.agency && staff.agency.id !== sheet.agency.id)) throw new ProblemException('offering.notFound');
    return { staff, sheet };
  }
  const answer = async (id: string) => staffForm(db, await offering(db, id));

  return {
    async staffForms({ query }, caller) {
      const staff = await reviewerOfAgency(ports, caller, query.agency || undefined);
      const agencies = await keptAgencies(ports, staff);
      const agency = query.agency || agencies[0]?.id;
      if (!agency) throw new ProblemException('agency.notFound');
      return { agency, agencies, items: await formList(db, staff.province, agency) };
    },

    async staffForm({ params }, caller) {
      return staffForm(db, (await own(caller, params.id)).sheet);
    },

    async staffFormVersion({ params }, caller) {
      const { sheet } = await own(caller, params.id);
      const saved = (await publications(db, sheet.id)).find(({ version }) => String(version) === params.version);
      if (!saved) throw new ProblemException('form.notFound');
      const definition = await formVersion(db, officersFormId(sheet.id), saved.version);
      return { ...savedOf(saved, await namesOf(db, [saved.published_by])), definition };
    },

    async saveForm({ params: { id }, body }, caller) {
      const staff = keeperOf(caller);
      await own(caller, id);
      await saveDraft(ports, { offering: id, ...body, staff: staff.id });
      return answer(id);
    },

    async readForm({ params: { id }, body }, caller) {
      keeperOf(caller);
      await own(caller, id);
      return body;
    },

    async publishForm({ params: { id }, body }, caller) {
      const { staff } = await own(caller, id);
      await publishForm(ports, { offering: id, ...body, staff: staff.id, province: staff.province });
      return answer(id);
    },

    async discardForm({ params: { id }, body }, caller) {
      const staff = keeperOf(caller);
      await own(caller, id);
      await discardDraft(ports, { offering: id, ...body, staff: staff.id });
      return answer(id);
    },
  };
}
