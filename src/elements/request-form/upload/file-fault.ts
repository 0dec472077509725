import type { Field } from '../../../contract/form.ts';

/** Why a file is not with the gateway. `half`: it was on its way in an earlier visit; `unreadable`: the device does not give it out any more. The last three may be tried again. */
export type FileFault = 'empty' | 'tooLarge' | 'type' | 'infected' | 'tooMany' | 'gone' | 'half' | 'unreadable' | 'busy' | 'unreachable' | 'failed';

/** Faults after which the same file may be sent again. */
export const mayRetry = (fault: FileFault | undefined): boolean => fault === 'busy' || fault === 'unreachable' || fault === 'failed';

/** Extensions for the types that forms ask for; a type that is not here is left to the gateway. */
const extensions: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/tiff': ['tif', 'tiff'],
  'application/zip': ['zip'],
};
const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Value for `accept` of the control: types and extensions, for systems that know only one of them. */
export const acceptOf = ({ accept = [] }: Field): string =>
  accept.flatMap((type) => [type, ...(extensions[type] ?? []).map((each) => `.${each}`)]).join();

/** What can be seen without sending: nothing in it, too large, plainly another kind. The content is the gateway's to judge. */
export function faultOf(file: Pick<File, 'size' | 'name' | 'type'>, field: Field): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (field.maxBytes && file.size > field.maxBytes) return 'tooLarge';
  const accept = field.accept ?? [];
  const known = accept.flatMap((type) => extensions[type] ?? []);
  if (!accept.length || accept.includes(file.type) || !known.length) return undefined;
  return known.includes(extensionOf(file.name)) ? undefined : 'type';
}

/** Photos of this size and more are made smaller first, which a slow line feels. */
const worthShrinking = 500_000;
export const shrinks = (file: File, { accept = [] }: Field): boolean =>
  file.size > worthShrinking && /^image\/(jpeg|png|webp)$/.test(file.type) && accept.some((type) => type === 'image/jpeg' || type === 'image/*');
