import type { Unit } from '../src/contract/agency.ts';
import type { FormDefinition } from '../src/contract/form.ts';
import type { GuideTree } from '../src/contract/guide.ts';
import { publishProvince, type ProvinceInput, type PublishReport } from '../src/gateway/catalogue/publish.ts';
import type { Ports } from '../src/gateway/ports.ts';
import { toAsciiDigits } from '../src/persian/digits.ts';
import { readCalendarFile } from '../src/rules/calendar-file.ts';
import type { LexiconData } from '../src/search/lexicon-data.ts';

/** `demo/data/agencies.json`, as far as it is published. */
export interface AgenciesFile {
  provinces: { id: string; nameFa: string; nameEn: string }[];
  agencies: {
    id: string; nameFa: string; nameEn?: string; kind: string; province: string; county: string | null; declaration: string;
    units: { id: string; nameFa: string; floor: string | null; room: string | null; addressCity: string | null; phone: string | null; hoursRef: string }[];
  }[];
}

/** All files that a province of the demo is made of: read from disk in Node, bundled in Storybook's page. */
export interface DemoFiles {
  agencies: AgenciesFile;
  /** By province. */
  calendars: Record<string, unknown>;
  /** By path below `demo/data`, `declarations/abfa.csv`. */
  declarations: Record<string, Uint8Array>;
  forms: { definition: FormDefinition; agency: string; title: string }[];
  lexicon: LexiconData[];
  guides: GuideTree[];
}

const unitOf = (agency: string, unit: AgenciesFile['agencies'][number]['units'][number]): Unit => ({
  id: unit.id,
  agency,
  name: { fa: unit.nameFa },
  floor: unit.floor,
  room: unit.room,
  city: unit.addressCity,
  phone: unit.phone && toAsciiDigits(unit.phone).replace(/\D/g, ''),
  hours: unit.hoursRef as Unit['hours'],
});

/** Publishes one province of the demo, or only the named agencies of it. Everything in it is marked illustrative. */
export function publishDemoProvince(ports: Ports, files: DemoFiles, provinceId: string, only?: readonly string[]): Promise<PublishReport> {
  const province = files.agencies.provinces.find(({ id }) => id === provinceId);
  if (!province) throw new Error(`There is no province “${provinceId}” in the demo's data.`);
  const agencies = files.agencies.agencies.filter((agency) => agency.province === provinceId && (!only || only.includes(agency.id)));
  const input: ProvinceInput = {
    provinceId,
    name: { fa: province.nameFa, en: province.nameEn },
    calendar: readCalendarFile(files.calendars[provinceId], 1),
    agencies: agencies.map(({ id, nameFa, nameEn, kind, county }) => ({ id, name: { fa: nameFa, ...(nameEn && { en: nameEn }) }, kind, county })),
    units: agencies.flatMap(({ id, units }) => units.map((unit) => unitOf(id, unit))),
    declarations: agencies.map(({ id, declaration }) => {
      const bytes = files.declarations[declaration];
      if (!bytes) throw new Error(`The declaration ${declaration} is missing.`);
      return { agency: id, fileName: declaration.split('/').at(-1)!, bytes };
    }),
    forms: files.forms.map(({ definition }) => definition),
    formOf: files.forms.map(({ definition, agency, title }) => ({ agency, title, form: definition.id })),
    lexicon: files.lexicon,
    // Where nothing is published yet there is nothing to lead to.
    guides: agencies.length ? files.guides : [],
    illustrative: true,
    by: 'demo',
  };
  return publishProvince(ports, input);
}
