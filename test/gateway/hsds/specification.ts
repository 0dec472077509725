import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * What HSDS 3.0 says of the objects that we give, in our own words after its schemas and `openapi.json`
 * (github.com/openreferral/specification; its own files are CC BY-SA 4.0 and are not copied here). Stricter in one thing: a field
 * that the specification does not know is refused.
 */
type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const uuid: Schema = { type: 'string', format: 'uuid' };
const uri: Schema = { type: 'string', format: 'uri' };
const email: Schema = { type: 'string', format: 'email' };
const date: Schema = { type: 'string', format: 'date' };
const texts = (...names: string[]): Record<string, Schema> => Object.fromEntries(names.map((name) => [name, text]));
const uuids = (...names: string[]): Record<string, Schema> => Object.fromEntries(names.map((name) => [name, uuid]));
const one = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const many = (name: string): Schema => ({ type: 'array', items: one(name) });
const object = (required: string[], properties: Record<string, Schema>): Schema => ({ type: 'object', required, properties, additionalProperties: false });

const basicOrganization = {
  ...uuids('id', 'parent_organization_id'),
  ...texts('name', 'alternate_name', 'description', 'tax_status', 'tax_id', 'legal_status', 'logo'),
  email, website: uri, uri, year_incorporated: number,
};
const basicService = {
  ...uuids('id', 'organization_id', 'program_id'),
  ...texts(
    'name', 'alternate_name', 'description', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'fees', 'accreditations',
    'eligibility_description', 'licenses', 'alert',
  ),
  url: uri, email, assurer_email: email, minimum_age: number, maximum_age: number, assured_date: date,
  status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  last_modified: { type: 'string', format: 'date-time' },
};

const definitions: Record<string, Schema> = {
  taxonomy: object(['id', 'name', 'description'], { id: uuid, ...texts('name', 'description', 'version'), uri }),
  taxonomy_term: object(['id', 'name', 'description'], {
    ...uuids('id', 'parent_id', 'taxonomy_id'), ...texts('code', 'name', 'description', 'taxonomy', 'language'), term_uri: uri, taxonomy_detail: one('taxonomy'),
  }),
  attribute: object(['id'], { ...uuids('id', 'link_id', 'taxonomy_term_id'), ...texts('link_type', 'link_entity', 'value', 'label'), taxonomy_term: one('taxonomy_term') }),
  phone: object(['id', 'number'], {
    ...uuids('id', 'location_id', 'service_id', 'organization_id', 'contact_id', 'service_at_location_id'), ...texts('number', 'type', 'description'), extension: number,
  }),
  schedule: object(['id'], {
    ...uuids('id', 'service_id', 'location_id', 'service_at_location_id'),
    ...texts('byday', 'byweekno', 'bymonthday', 'byyearday', 'description', 'opens_at', 'closes_at', 'attending_type', 'notes'),
    valid_from: date, valid_to: date, dtstart: date, until: date, timezone: number, count: number, interval: number, schedule_link: uri,
    wkst: { enum: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }, freq: { enum: ['WEEKLY', 'MONTHLY'] },
  }),
  location: object(['id', 'location_type'], {
    ...uuids('id', 'organization_id'), ...texts('name', 'alternate_name', 'description', 'transportation', 'external_identifier', 'external_identifier_type'),
    location_type: { enum: ['physical', 'postal', 'virtual'] }, url: uri, latitude: number, longitude: number, phones: many('phone'), schedules: many('schedule'),
  }),
  cost_option: object(['id'], { ...uuids('id', 'service_id'), ...texts('option', 'currency', 'amount_description'), valid_from: date, valid_to: date, amount: number }),
  required_document: object(['id'], { ...uuids('id', 'service_id'), document: text, uri }),
  service_at_location: object(['id'], {
    ...uuids('id', 'service_id', 'location_id'), description: text, phones: many('phone'), schedules: many('schedule'), location: one('location'), service: one('service'),
  }),
  organization: object(['id', 'name', 'description'], { ...basicOrganization, phones: many('phone'), locations: many('location'), services: many('service') }),
  organization_list: object(['id', 'name', 'description'], basicOrganization),
  service: object(['id', 'name', 'status'], {
    ...basicService, organization: one('organization'), phones: many('phone'), schedules: many('schedule'), service_at_locations: many('service_at_location'),
    cost_options: many('cost_option'), required_documents: many('required_document'), attributes: many('attribute'),
  }),
  service_list: object(['id', 'name', 'status'], { ...basicService, organization: one('organization_list') }),
  about: object(['version', 'profile', 'openapi_url'], { version: text, profile: uri, openapi_url: uri, description: text, publisher: { type: 'object', properties: { name: text } } }),
};

const page = (item: string): Schema => object(['empty', 'contents'], {
  total_items: { type: 'integer' }, total_pages: { type: 'integer' }, page_number: { type: 'integer' }, size: { type: 'integer' },
  first_page: { type: 'boolean' }, last_page: { type: 'boolean' }, empty: { type: 'boolean' }, contents: many(item),
});

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false });
addFormats.default(ajv);

/** What is wrong with an answer by the specification; empty when nothing is. `page`: it is a page of such objects. */
export function wrong(kind: keyof typeof definitions, answer: unknown, { isPage = false } = {}): string[] {
  const key = `${kind}${isPage ? ' page' : ''}`;
  const check = ajv.getSchema(key) ?? (ajv.addSchema({ $id: key, ...(isPage ? page(kind) : one(kind)), $defs: definitions }), ajv.getSchema(key)!);
  check(answer);
  return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
