import { csvFormat } from './csv.ts';
import type { Format } from './format.ts';
import { jsonFormat } from './json.ts';
import { jsonLdFormat, schemaOrgFormat, turtleFormat } from './rdf/formats.ts';
import { xlsxFormat } from './xlsx.ts';

/** Every file of a catalogue. */
export const formats: readonly Format[] = [jsonFormat, csvFormat, xlsxFormat, jsonLdFormat, turtleFormat, schemaOrgFormat];
