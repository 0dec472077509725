/**
 * The names that CPSV-AP 3.0 to 3.2 gives to its classes and properties in JSON-LD, as far as declarations read them. Facts of
 * `releases/3.x/context/cpsv-ap.jsonld` and `cpsv-ap_en.jsonld` in github.com/SEMICeu/CPSV-AP (SEMIC, European Commission; CC BY 4.0),
 * so that a file that names that address needs no network. `Class.property` is how the profile writes a property.
 */
const spaces: Record<string, string> = {
  adms: 'http://www.w3.org/ns/adms#', cpsv: 'http://purl.org/vocab/cpsv#', cv: 'http://data.europa.eu/m8g/', dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/', eli: 'http://data.europa.eu/eli/ontology#', foaf: 'http://xmlns.com/foaf/0.1/', org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#', time: 'http://www.w3.org/2006/time#',
};

/** What is said of a thing: its class, names of literals, names of other things. Where ours ends in the same word, the word is left out. */
interface Terms {
  is: string;
  literals?: string;
  links?: string;
}

const named = 'identifier=dct name=dct:title description=dct';
const event = { literals: named, links: 'type=dct relatedService=dct:relation hasRelatedService=cv' };

const classes: Record<string, Terms> = {
  Agent: { is: 'foaf:Agent', literals: 'identifier=dct name=dct:title' },
  BusinessEvent: { is: 'cv:BusinessEvent', links: 'type=dct' },
  Channel: { is: 'cv:Channel', literals: 'identifier=dct description=dct processingTime=cv', links: 'type=dct hasInput=cpsv ownedBy=cv openingHours=cv' },
  Collection: { is: 'skos:Collection', links: 'member=skos' },
  Concept: { is: 'skos:Concept' },
  ContactPoint: { is: 'cv:ContactPoint', literals: 'hasEmail=cv:email hasTelephone=cv:telephone', links: 'contactPage=cv openingHours=cv' },
  Cost: { is: 'cv:Cost', literals: 'identifier=dct description=dct hasValue=cv value=cv:hasValue', links: 'currency=cv ifAccessedThrough=cv isDefinedBy=cv' },
  Dataset: { is: 'dcat:Dataset', literals: 'identifier=dct title=dct description=dct', links: 'hasPart=dct landingPage=dcat publisher=dct' },
  Event: { is: 'cv:Event', ...event },
  Evidence: { is: 'cv:Evidence', literals: named, links: 'type=dct isConformantTo=dct:conformsTo supportsRequirement=cv relatedDocumentation=foaf:page' },
  EvidenceType: { is: 'cv:EvidenceType', literals: 'identifier=dct', links: 'evidenceTypeClassification=cv' },
  LegalResource: { is: 'eli:LegalResource', links: 'related=dct:relation' },
  LifeEvent: { is: 'cv:LifeEvent', links: 'type=dct' },
  Organization: { is: 'org:Organization' },
  Output: { is: 'cv:Output', literals: named, links: 'type=dct' },
  PublicOrganization: { is: 'cv:PublicOrganisation', literals: 'preferredLabel=skos:prefLabel', links: 'spatial=dct' },
  PublicService: {
    is: 'cpsv:PublicService',
    literals: `${named} keyword=dcat processingTime=cv`,
    links: 'addressee=dct:audience contactPoint=cv hasContactPoint=cv follows=cpsv functionsOfGovernment=dct:type type=dct hasChannel=cv hasCompetentAuthority=cv hasCost=cv '
      + 'hasInput=cpsv hasInputType=cv hasLegalResource=cv hasParticipation=cv holdsRequirement=cv holdRequirement=cv:holdsRequirement isClassifiedBy=cv isDescribedAt=cv '
      + 'isGroupedBy=cv isPartOf=dct language=dct produces=cpsv related=dct:relation relatedService=cv requires=dct sector=cv spatial=dct status=adms thematicArea=cv',
  },
  Requirement: { is: 'cv:Requirement', literals: 'identifier=dct name=dct:title', links: 'type=dct fulfils=cv hasSupportingEvidence=cv' },
  Rule: { is: 'cpsv:Rule', literals: named, links: 'type=dct implements=cpsv language=dct' },
  TemporalEntity: { is: 'time:TemporalEntity', literals: 'description=dct', links: 'frequency=cv' },
};

const full = (name: string): string => {
  const [space = '', own = ''] = name.split(':');
  return spaces[space]! + own;
};

function context(minor: number): Record<string, unknown> {
  const terms: Record<string, unknown> = {};
  for (const [name, { is, literals = '', links = '' }] of Object.entries(classes)) {
    terms[name] = full(is);
    for (const [list, isLink] of [[literals, false], [links, true]] as const) {
      for (const [property = '', meant = ''] of list.split(' ').filter(Boolean).map((term) => term.split('='))) {
        const id = full(meant.includes(':') ? meant : `${meant}:${property}`);
        // Hours were words before they were a thing that has words.
        terms[`${name}.${property}`] = isLink && !(property === 'openingHours' && minor === 0) ? { '@id': id, '@type': '@id' } : id;
      }
    }
  }
  return { '@context': terms };
}

const published = /^https?:\/\/(?:semiceu\.github\.io|raw\.githubusercontent\.com\/semiceu)\/(?:[\w./-]+\/)?releases\/3\.([0-2])(?:\.\d+)?\/context\/cpsv-ap(?:_en)?\.jsonld$/i;

/** The context that stands at an address where SEMIC publishes it, for 3.0 to 3.2; undefined for any other address. */
export function cpsvContext(address: string): Record<string, unknown> | undefined {
  const minor = published.exec(address)?.[1];
  return minor === undefined || !/cpsv-ap\//i.test(address) ? undefined : context(Number(minor));
}
