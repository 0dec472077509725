import type { LocalText } from '../../contract/common.ts';
import type { Condition, Field, FormDefinition, Group } from '../../contract/form.ts';
import { addressParts } from '../../rules/form-address.ts';

type Schema = Record<string, unknown>;

const text = (pattern: string): Schema => ({ type: 'string', pattern });
const any = { type: 'string', minLength: 1 };
const strict = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: 'object', properties, ...(required.length && { required }), additionalProperties: false,
});

const charsets = { digits: '^[0-9]+$', digitsAndDash: '^[0-9-]+$', persianLetters: '^[\\u0621-\\u06ff\\s\\u200c]+$' };

/** Numbers that are names, in the form in which they are filed; check digits are more than a pattern can tell. */
const patterns = {
  time: '^([01][0-9]|2[0-3]):[0-5][0-9]$', legalId: '^[0-9]{11}$', foreignerId: '^[0-9]{12}$', birthCertificate: '^[0-9]{1,10}$', mobile: '^09[0-9]{9}$',
  landline: '^0[1-8][0-9]{9}$', postalCode: '^[13-9]{5}[0-9]{5}$', iban: '^IR[0-9]{24}$', card: '^[0-9]{16}$', billId: '^[0-9]{6,13}$', paymentId: '^[0-9]{6,13}$',
  plate: '^[0-9]{2}[^0-9-]+[0-9]{3}-[0-9]{2}$',
} as const;

const upload = strict(
  { id: any, name: { type: 'string' }, bytes: { type: 'integer', minimum: 0 }, mediaType: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
  ['id', 'name', 'bytes', 'mediaType'],
);

/**
 * JSON Schema (2020-12) of the answers to a form as they are filed: canonical, without what was hidden. What stands there
 * under a condition is not required; the conditions themselves, check digits and limits that move with today are in the
 * form alone. A request that keeps to it can still be refused with 422, and one that the gateway took keeps to it.
 */
export function answersSchema(form: FormDefinition): Schema {
  const items = form.steps.flatMap(({ when, items }) => items.map((item) => ({ item, when })));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:mizban:form:${form.id}:${form.version}`,
    ...named(form.title),
    ...objectOf(items),
  };
}

function objectOf(items: { item: Field | Group; when?: Condition | undefined }[]): Schema {
  const asked = items.filter(({ item }) => item.type !== 'staticText');
  const required = asked.filter(({ item, when }) => !when && !item.when && (item.type === 'group' ? item.min > 0 : item.required)).map(({ item }) => item.id);
  return strict(Object.fromEntries(asked.map(({ item }) => [item.id, { ...named(item.label, item.hint), ...schemaOf(item) }])), required);
}

const named = (title: LocalText, hint?: LocalText): Schema => ({ title: title.fa, ...(hint && { description: hint.fa }) });

function schemaOf(item: Field | Group): Schema {
  switch (item.type) {
    case 'group':
      return { type: 'array', minItems: item.min, maxItems: item.max, items: objectOf(item.fields.map((field) => ({ item: field }))) };
    case 'text': case 'longText':
      return {
        type: 'string', minLength: item.minLength ?? 1, maxLength: item.maxLength ?? (item.type === 'text' ? 500 : 10_000),
        ...(item.charset && { pattern: charsets[item.charset] }),
      };
    case 'number':
      return {
        type: item.integer ? 'integer' : 'number', ...(item.min !== undefined && { [item.exclusiveMin ? 'exclusiveMinimum' : 'minimum']: item.min }),
        ...(item.max !== undefined && { maximum: item.max }),
      };
    case 'money': return { type: 'integer', minimum: item.min ?? 0, ...(item.max !== undefined && { maximum: item.max }) };
    case 'choice': return optionOf(item);
    case 'choices': return { type: 'array', items: optionOf(item), uniqueItems: true, ...(item.required && { minItems: 1 }) };
    case 'yesNo': return { type: 'boolean' };
    case 'declaration': return item.required ? { const: true } : { type: 'boolean' };
    case 'date': return { type: 'string', format: 'date' };
    case 'email': return { type: 'string', format: 'email' };
    case 'nationalId': return text(item.orForeignerId ? '^([0-9]{10}|[0-9]{12})$' : '^[0-9]{10}$');
    case 'address':
      return strict(
        { province: item.province ? { const: item.province } : any, county: item.counties ? { enum: item.counties } : any, city: any, rest: any, postalCode: text(patterns.postalCode) },
        addressParts.filter((part) => part !== 'postalCode' || item.needsPostalCode),
      );
    case 'location': {
      const degrees = (limit: number) => ({ type: 'number', minimum: -limit, maximum: limit });
      return { ...strict({ text: { type: 'string' }, latitude: degrees(90), longitude: degrees(180) }, ['text']), dependentRequired: { latitude: ['longitude'], longitude: ['latitude'] } };
    }
    case 'file': return { type: 'array', items: upload, maxItems: item.maxFiles ?? 1, ...(item.required && { minItems: 1 }) };
    case 'staticText': return {};
    default: return text(patterns[item.type]);
  }
}

const optionOf = ({ options }: Field): Schema => ({ type: 'string', oneOf: (options ?? []).map(({ value, label }) => ({ const: value, title: label.fa })) });
