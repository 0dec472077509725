import type { Resource, Value } from './model.ts';
import { namespaces } from './vocabulary.ts';

const hex = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
const short: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Half of a pair of surrogates is no text in any encoding. */
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A string literal: STRING_LITERAL_QUOTE of the grammar. */
const quoted = (text: string): string => `"${text.replace(lone, '\ufffd').replace(/[\\"\u0000-\u001f\u007f]/g, (sign) => short[sign] ?? hex(sign))}"`;
/** What IRIREF may not hold is written as percent signs. */
const reference = (iri: string): string => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;

function valueText(value: Value): string {
  if ('iri' in value) return reference(value.iri);
  if ('lang' in value) return `${quoted(value.text)}@${value.lang}`;
  return value.type ? `${quoted(value.text)}^^${value.type}` : quoted(value.text);
}

export const turtleHead = `${Object.entries(namespaces).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`).join('\n')}\n`;

/** One resource as a paragraph of Turtle. */
export const turtle = ({ iri, types, facts }: Resource): string =>
  `\n${reference(iri)} a ${types.join(', ')}${facts.map(([property, value]) => ` ;\n  ${property} ${valueText(value)}`).join('')} .\n`;
