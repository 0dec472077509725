import type { Offering } from '../../../contract/offering.ts';
import { isoDuration } from '../../../rules/government-service.ts';
import { exactFees } from '../exact-fees.ts';
import { uri } from '../uri.ts';
import type { PublishedSheet } from '../published.ts';
import { feeText, stageWords } from '../words.ts';
import { fa, plain, resource, to, type Resource, type Value } from './model.ts';
import { agencyOf, placeOf } from './shared.ts';
import { concept, persian, rial, serviceAddress } from './vocabulary.ts';

type Stage = keyof Offering['channels'];
const stages = Object.keys(stageWords) as Stage[];
/** The canonical form of `xsd:double`, which all tools agree on: `3.5E5`. */
const double = (amount: number): Value => plain(amount.toExponential().replace(/^(\d)e/, '$1.0e').replace(/e\+?/, 'E'), 'xsd:double');
const all = (resources: Resource[]): Value[] => resources.map(({ iri }) => to(iri));

/** Parts of a service are named by fragments of its address. */
type Part = (name: string) => { iri: string; identifier: Value };

function channels({ channels: ways }: Offering, part: Part, owner: Value): Resource[] {
  const used = new Set(stages.flatMap((stage) => ways[stage]));
  return [...used].map((way) => {
    const { iri, identifier } = part(`channel-${way}`);
    return resource(iri, 'cv:Channel', {
      'dct:identifier': identifier, 'dct:type': to(concept('channel', way)), 'cv:ownedBy': owner,
      'dct:description': fa(stages.filter((stage) => ways[stage].includes(way)).map((stage) => stageWords[stage]).join('، ')),
    });
  });
}

function costs({ fee }: Offering, part: Part, owner: Value): Resource[] {
  const exact = exactFees(fee);
  const told = exact.length ? exact : feeText(fee) ? [{ label: null, amountRial: null }] : [];
  return told.map(({ label, amountRial }, at) => {
    const { iri, identifier } = part(`cost-${at + 1}`);
    return resource(iri, 'cv:Cost', {
      'dct:identifier': identifier, 'dct:description': fa(label ?? feeText(fee)), 'cv:isDefinedBy': owner,
      ...(amountRial !== null && { 'cv:hasValue': double(amountRial), 'cv:currency': to(rial) }),
    });
  });
}

/** The papers that are asked for, and the one demand that they meet. */
function papers({ documents }: Offering, part: Part): { evidence: Resource[]; requirement: Resource[] } {
  if (!documents.length) return { evidence: [], requirement: [] };
  const need = part('documents');
  const evidence = documents.map(({ title, form }, at) => {
    const { iri, identifier } = part(`document-${at + 1}`);
    return resource(iri, 'cv:Evidence', {
      'dct:identifier': identifier, 'dct:title': fa(title) ?? fa('مدرک'), 'dct:type': to(concept('document', form)), 'cv:supportsRequirement': to(need.iri),
    });
  });
  return { evidence, requirement: [resource(need.iri, 'cv:Requirement', { 'dct:identifier': need.identifier, 'dct:title': fa('ارائه مدارک لازم'), 'cv:hasSupportingEvidence': all(evidence) })] };
}

function rules({ steps }: Offering, part: Part, laws: Resource[]): Resource[] {
  if (!steps.length) return [];
  const { iri, identifier } = part('steps');
  const text = steps.map(({ title, unit, post }, at) => {
    const who = [unit, post].filter(Boolean).join('، ');
    return `${at + 1}. ${title}${who && ` (${who})`}`;
  }).join('\n');
  return [resource(iri, 'cpsv:Rule', { 'dct:identifier': identifier, 'dct:title': fa('مراحل خدمت'), 'dct:description': fa(text), 'dct:language': to(persian), 'cpsv:implements': all(laws) })];
}

function contact({ phone, unit, hoursText, link }: Offering, part: Part): { point: Resource[]; around: Resource[] } {
  const number = phone ?? unit?.phone ?? null;
  const page = uri(link);
  if (!number && !page && !hoursText?.trim()) return { point: [], around: [] };
  const hours = hoursText?.trim() ? [resource(part('hours').iri, 'time:TemporalEntity', { 'dct:description': fa(hoursText) })] : [];
  const point = resource(part('contact').iri, 'cv:ContactPoint', {
    'cv:telephone': number ? plain(number) : null, 'cv:contactPage': page ? to(page) : null, 'cv:openingHours': all(hours),
  });
  return { point: [point], around: [...hours, ...(page ? [resource(page, 'foaf:Document', {})] : [])] };
}

/**
 * A sheet as CPSV-AP 3.2: the service first, then all that is only its own. A sample says by its status that it is one. Issued
 * is when this version was published here, modified when its agency says that it last edited it.
 */
export function serviceResources({ sheet, at }: PublishedSheet, origin: string): Resource[] {
  const { id, province, agency } = sheet;
  const service = serviceAddress(origin, id);
  const part: Part = (name) => ({ iri: `${service}#${name}`, identifier: plain(`${id}#${name}`) });
  const owner = to(agencyOf(origin, province, agency.id));
  const laws = sheet.laws.map((law, number) => resource(part(`law-${number + 1}`).iri, 'eli:LegalResource', { 'dct:title': fa(law) }));
  const people = sheet.audience.map((who, number) => resource(part(`audience-${number + 1}`).iri, 'skos:Concept', { 'skos:prefLabel': fa(who) }));
  const ways = channels(sheet, part, owner);
  const fees = costs(sheet, part, owner);
  const { evidence, requirement } = papers(sheet, part);
  const procedure = rules(sheet, part, laws);
  const { point, around } = contact(sheet, part);
  const classes = [
    ...sheet.relations.map((each) => concept('relation', each)), ...sheet.levels.map((each) => concept('level', each)),
    ...(sheet.nature ? [concept('nature', sheet.nature)] : []),
  ];
  return [
    resource(service, 'cpsv:PublicService', {
      'dct:identifier': plain(id),
      'skos:notation': sheet.code ? plain(sheet.code) : null,
      'dct:title': fa(sheet.title),
      // The profile asks for words; where an agency gave none, the title is all that is known.
      'dct:description': fa(sheet.description) ?? fa(sheet.title),
      'adms:status': to(concept('status', sheet.illustrative ? 'sample' : 'active')),
      'cv:hasCompetentAuthority': owner,
      'dct:spatial': to(placeOf(origin, province)),
      'dct:language': to(persian),
      'dct:issued': plain(at.toISOString(), 'xsd:dateTime'),
      'dct:modified': sheet.editedOn ? plain(sheet.editedOn, 'xsd:date') : null,
      'dcat:keyword': sheet.keywords.flatMap((word) => fa(word) ?? []),
      'dct:audience': all(people),
      'cv:isClassifiedBy': classes.map(to),
      'cv:isGroupedBy': sheet.lifeEvents.map((event) => to(concept('life-event', event))),
      'cv:processingTime': isoDuration(sheet.time) ? plain(isoDuration(sheet.time)!, 'xsd:duration') : null,
      'cv:hasChannel': all(ways),
      'cv:hasCost': all(fees),
      'cv:holdsRequirement': all(requirement),
      'cpsv:hasInput': all(evidence),
      'cpsv:follows': all(procedure),
      'cv:hasLegalResource': all(laws),
      'cv:contactPoint': all(point),
    }),
    ...ways, ...fees, ...requirement, ...evidence, ...procedure, ...laws, ...people, ...point, ...around,
  ];
}
