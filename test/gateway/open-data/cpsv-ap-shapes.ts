/**
 * What the SHACL shapes of CPSV-AP 3.2.0 (https://semiceu.github.io/CPSV-AP/releases/3.2.0/, `shacl/cpsv-ap-SHACL.ttl`) demand,
 * stated again in our own words: by class and property how often (`1..*`) and of which class or datatype. `@` is words with a
 * language. Of all classes but the contracts of concession, of which no catalogue of ours tells.
 */
const demands: Record<string, Record<string, string>> = {
  'locn:Address': { 'locn:thoroughfare': '@', 'locn:adminUnitL1': '@', 'locn:addressArea': '@', 'locn:adminUnitL2': '@', 'locn:postName': '@', 'locn:locatorName': '@', 'locn:fullAddress': '@' },
  'foaf:Agent': { 'dct:title': '1..* @', 'dct:identifier': '1..1', 'cv:participates': 'cv:Participation', 'locn:address': 'locn:Address' },
  'cv:BusinessEvent': { 'dct:type': 'skos:Concept' },
  'cv:Channel': {
    'dct:identifier': '1..1', 'dct:type': '0..1 skos:Concept', 'dct:description': '@', 'cv:processingTime': '0..1 xsd:duration', 'cv:openingHours': 'time:TemporalEntity',
    'cv:specialOpeningHoursSpecification': 'time:TemporalEntity', 'cv:ownedBy': 'org:Organization', 'cpsv:hasInput': 'cv:Evidence',
  },
  'skos:Collection': { 'skos:member': 'skos:Concept' },
  'cv:ContactPoint': { 'cv:openingHours': 'time:TemporalEntity', 'cv:contactPage': 'foaf:Document', 'cv:specialOpeningHoursSpecification': 'time:TemporalEntity' },
  'cv:Cost': {
    'dct:identifier': '1..1', 'dct:description': '@', 'cv:ifAccessedThrough': '0..1 cv:Channel', 'cv:hasValue': '0..1 xsd:double', 'cv:currency': '0..1 skos:Concept', 'cv:isDefinedBy': 'org:Organization',
  },
  'dcat:Dataset': { 'dct:title': '1..* @', 'dct:description': '1..* @', 'dct:publisher': '1..1 foaf:Agent', 'dct:hasPart': 'cpsv:PublicService', 'dcat:landingPage': 'foaf:Document' },
  'cv:Event': { 'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:description': '@', 'cv:hasRelatedService': 'cpsv:PublicService' },
  'cv:Evidence': {
    'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:description': '@', 'dct:type': '0..1 skos:Concept', 'dct:conformsTo': 'cv:EvidenceType', 'dct:language': 'dct:LinguisticSystem',
    'cv:supportsRequirement': 'cv:Requirement', 'dct:isPartOf': 'dcat:Dataset', 'foaf:page': 'foaf:Document',
  },
  'cv:EvidenceType': { 'dct:identifier': '1..1', 'cv:evidenceTypeClassification': 'skos:Concept' },
  'eli:LegalResource': { 'dct:relation': 'eli:LegalResource' },
  'cv:LifeEvent': { 'dct:type': 'skos:Concept' },
  'cv:Output': { 'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:description': '@', 'dct:type': 'skos:Concept', 'dct:language': 'dct:LinguisticSystem', 'dct:isPartOf': 'dcat:Dataset' },
  'cv:Participation': { 'dct:identifier': '1..1', 'dct:description': '1..* @', 'cv:role': '1..* skos:Concept', 'cv:hasParticipant': '1..1 foaf:Agent' },
  'cv:PublicOrganisation': { 'skos:prefLabel': '1..* @', 'dct:spatial': '1..* atu:atu-type' },
  'cpsv:PublicService': {
    'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:description': '1..* @', 'cv:hasCompetentAuthority': '1..* cv:PublicOrganisation', 'adms:status': '0..1 skos:Concept',
    'cv:processingTime': '0..1 xsd:duration', 'cv:hasInputType': 'cv:EvidenceType', 'cv:hasChannel': 'cv:Channel', 'dct:language': 'dct:LinguisticSystem', 'cv:relatedService': 'cpsv:PublicService',
    'cv:sector': 'skos:Concept', 'dcat:keyword': '@', 'cpsv:produces': 'cv:Output', 'dct:isPartOf': 'dcat:Dataset', 'cv:hasCost': 'cv:Cost', 'cv:contactPoint': 'cv:ContactPoint',
    'cv:isClassifiedBy': 'skos:Concept', 'cpsv:hasInput': 'cv:Evidence', 'dct:spatial': 'dct:Location', 'dct:audience': 'skos:Concept', 'dct:requires': 'cpsv:PublicService',
    'cv:thematicArea': 'skos:Concept', 'cv:holdsRequirement': 'cv:Requirement', 'cpsv:follows': 'cpsv:Rule', 'cv:isGroupedBy': 'cv:Event', 'dct:type': 'skos:Concept',
    'cv:hasParticipation': 'cv:Participation', 'cv:hasLegalResource': 'eli:LegalResource',
  },
  'cv:Requirement': { 'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:type': 'skos:Concept', 'cv:fulfils': 'cpsv:Rule', 'cv:hasSupportingEvidence': 'cv:Evidence' },
  'cpsv:Rule': {
    'dct:title': '1..* @', 'dct:identifier': '1..1', 'dct:description': '1..* @', 'dct:type': '0..1 skos:Concept', 'dct:language': 'dct:LinguisticSystem', 'cpsv:implements': 'eli:LegalResource',
  },
  'time:TemporalEntity': { 'dct:description': '@', 'cv:frequency': 'skos:Concept' },
};

const prefixes = `
@prefix atu: <http://data.europa.eu/88u/dataset/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

function property(path: string, demand: string): string {
  const [, least, most, range] = /^(?:(\d)\.\.(\d|\*))? ?(\S*)$/.exec(demand)!;
  const parts = [`sh:path ${path}`];
  if (least && least !== '0') parts.push(`sh:minCount ${least}`);
  if (most && most !== '*') parts.push(`sh:maxCount ${most}`);
  if (range === '@') parts.push('sh:datatype rdf:langString');
  else if (range?.startsWith('xsd:')) parts.push(`sh:datatype ${range}`);
  else if (range) parts.push(`sh:class ${range}`);
  return `sh:property [ ${parts.join(' ; ')} ]`;
}

/** The demands as SHACL in Turtle. */
export const shapes = prefixes + Object.entries(demands)
  .map(([target, properties]) => `[] a sh:NodeShape ; sh:targetClass ${target} ;\n  ${Object.entries(properties).map(([path, demand]) => property(path, demand)).join(' ;\n  ')} .\n`)
  .join('\n');
