import type { AgencyRef } from '../contract/agency.ts';
import type { CompetentBody, FoundOffice, FoundService, GuideContact, ResolvedAnswer } from '../contract/guide.ts';

/** What a body asks of the one who complains, to have at hand before calling or going there. */
export type Needed = 'name' | 'nationalId' | 'place' | 'service' | 'provider' | 'subject' | 'when' | 'whom';

/** What is known of a body that hears complaints. Only what was seen on a public page; nothing here is a guess. */
export interface BodyRules {
  /** Its number, digits; null where there is none of its own. */
  phone: string | null;
  /** Its page, for all provinces or for some. */
  site: { everywhere?: string; provinces?: Readonly<Record<string, string>> };
  needs: readonly Needed[];
  /** A complaint without a name, or an incomplete one, is refused. */
  refusesAnonymous: boolean;
  /** The same matter of one person, or of their family, is registered only once. */
  once: boolean;
  /** It hears no complaints: what is asked of it is something else. */
  hearsComplaints: boolean;
}

const plain: BodyRules = { phone: null, site: {}, needs: [], refusesAnonymous: false, once: false, hearsComplaints: true };

/**
 * The bodies and where each fact was read:
 *
 * - `cra`: 195.cra.ir and asriran 724317 (asked in this order: place, service, operator, subject; answered day and night).
 * - `samad`: saamad.alborz.ir and moi.ir 215201 (national ID compulsory; duplicates, also through members of the family, are
 *   not registered; follow-up by 111, extension 3).
 * - `agency`: emdad.ir (anonymous and incomplete complaints are refused). How long each takes differs from agency to agency,
 *   so no length stands here.
 * - `information`: the freedom of information act and its bylaw (no reason may be asked for, art. 7; not for complaints, jobs
 *   or advice), iranfoia.ir.
 * - `inspection`, `court`: nothing was seen that holds everywhere.
 */
export const bodies: Readonly<Record<CompetentBody, BodyRules>> = {
  cra: { ...plain, phone: '195', site: { everywhere: 'https://195.cra.ir' }, needs: ['place', 'service', 'provider', 'subject'] },
  samad: { ...plain, phone: '111', site: { provinces: { alborz: 'https://saamad.alborz.ir' } }, needs: ['nationalId', 'subject'], once: true },
  agency: { ...plain, needs: ['name', 'subject'], refusesAnonymous: true },
  inspection: { ...plain, needs: ['when', 'place', 'whom'] },
  information: { ...plain, site: { everywhere: 'https://iranfoia.ir' }, hearsComplaints: false },
  court: plain,
};

/** Who hears a complaint, and how it gets there. */
export interface Competence {
  /** Null where the answer is about nothing that one complains of. */
  body: CompetentBody | null;
  rules: BodyRules | null;
  /**
   * `call`: somebody may be in danger, the number stands before anything else. `file`: it is filed here. `tell`: the body is
   * not on this gateway; its number, its address, and what was written to take along.
   */
  way: 'call' | 'file' | 'tell';
  /** Whether there is a complaint to write down for a body that is not here. */
  write: boolean;
  /** Which office it is about decides who hears it: to be asked before anything else. */
  asksParty: boolean;
  /** One service, by as many agencies as give it: who lives elsewhere complains elsewhere. Empty unless the way is `file`. */
  file: FoundService[];
  /** Further services of the same matter. */
  others: FoundService[];
  contacts: GuideContact[];
  offices: FoundOffice[];
  /** The body's own page in this province. */
  site: string | null;
}

/** The office that somebody complains of, chosen from those on the gateway. */
export interface Party {
  agency: AgencyRef;
  /** By which it hears complaints about itself (src/rules/own-complaints.ts): none or one. */
  services: FoundService[];
}

/**
 * What the answer of a guide means for somebody who wants to complain, in a province. `party` is the office that it is about,
 * where that was chosen.
 */
export function competence(given: ResolvedAnswer, province: string, party?: Party): Competence {
  // The office itself, and no other named by the answer: it is the one that people name.
  const asksParty = given.competent === 'agency' && !given.urgent && !given.services.length && !given.offices.length;
  const answer = asksParty && party ? { ...given, services: party.services, offices: [{ agency: party.agency, unit: null }] } : given;
  const { urgent, competent = null, services, contacts, offices } = answer;
  const rules = competent && bodies[competent];
  const kind = rules?.hearsComplaints === false ? 'information' : 'complaint';
  // The complaint itself goes first; where the matter has another form (an outage is reported, not complained of), that one.
  const best = services.find(({ files }) => files === kind) ?? services.find(({ files }) => files !== null);
  const file = best && !urgent ? services.filter(({ title, files }) => files === best.files && title === best.title) : [];
  const way = urgent ? 'call' : file.length ? 'file' : 'tell';
  return {
    body: competent,
    rules,
    way,
    asksParty,
    write: way === 'tell' && rules?.hearsComplaints === true,
    file,
    others: services.filter((service) => !file.includes(service)),
    contacts,
    offices,
    site: (rules && (rules.site.provinces?.[province] ?? rules.site.everywhere)) || null,
  };
}
