import type { LocalText } from '../../contract/common.ts';

/** What is not written yet, under the name that stands for it meanwhile. */
export const named = (text: LocalText, meanwhile: string): LocalText => (text.fa.trim() ? text : { ...text, fa: meanwhile });
