import type { LocalText } from '../../contract/common.ts';
import { z } from '../../contract/zod.ts';
import { FileId, ProvinceFileError, readFileOf, text } from './province-files.ts';

/** `national.json`. What else stands in it is for readers. */
export const NationalFile = z.object({
  /** Facts of these sheets are composed samples and are shown as such. */
  illustrative: z.optional(z.boolean()),
  organisations: z.array(z.object({
    id: FileId, nameFa: text, nameEn: z.optional(text),
    /** Ids that its agencies have in the provinces. */
    agencies: z.array(FileId),
    /** Its declaration, seen from this file: the template of the agencies, without rooms. */
    declaration: text,
  })),
});

/** National sheets as their organisations declare them. */
export interface NationalInput {
  organisations: { id: string; name: LocalText; agencies: string[]; fileName: string; bytes: Uint8Array }[];
  illustrative: boolean;
  /** Who publishes, for the record. */
  by: string;
}

/** All national sheets, from their files: `national.json` parsed, and declarations by path. Throws {@link ProvinceFileError}. */
export function nationalInput(files: { national: unknown; declarations: Record<string, Uint8Array> }, by: string): NationalInput {
  const { organisations, illustrative } = readFileOf(NationalFile, 'national.json', files.national);
  const agencies = organisations.flatMap(({ agencies: own }) => own);
  const twice = agencies.find((id, at) => agencies.indexOf(id) !== at) ?? organisations.find(({ id }, at) => organisations.findIndex((other) => other.id === id) !== at)?.id;
  if (twice) throw new ProvinceFileError('national.json', `“${twice}” stands twice.`);
  return {
    organisations: organisations.map(({ id, nameFa, nameEn, agencies: own, declaration }) => {
      const bytes = files.declarations[declaration];
      if (!bytes) throw new ProvinceFileError('national.json', `the declaration ${declaration} of “${id}” is not there.`);
      return { id, name: { fa: nameFa, ...(nameEn && { en: nameEn }) }, agencies: own, fileName: declaration.split('/').at(-1)!, bytes };
    }),
    illustrative: illustrative ?? false,
    by,
  };
}
