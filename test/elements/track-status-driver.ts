/** What the tests of track-status do as a person would. */
import { fixture, html } from '@open-wc/testing';
import '../../src/elements/track-status/track-status.define.ts';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { gatewayUrl, oneTimeCode } from '../support/browser.ts';
import { byRole, type } from '../support/find.ts';

export const track = (code = '', lang = 'fa'): Promise<TrackStatus> =>
  fixture<TrackStatus>(html`<track-status ignore-url gateway=${gatewayUrl} lang=${lang} code=${code}><p>111</p></track-status>`);

/** Writes a code and asks. */
export async function enter(element: TrackStatus, code: string): Promise<HTMLElement> {
  const field = await byRole(element, 'textbox', 'کد رهگیری');
  type(field, code);
  (await byRole(element, 'button', 'پیگیری کنید')).click();
  await element.updateComplete;
  return field;
}

/** Opens the record by the one-time code. */
export async function open(element: TrackStatus, { mobile }: { mobile: string }): Promise<HTMLElement> {
  (await byRole(element, 'button', 'کد پیامکی بفرستید')).click();
  const field = await byRole(element, 'textbox', 'کد پیامکی');
  type(field, toPersianDigits(await oneTimeCode(mobile)));
  (await byRole(element, 'button', 'باز کنید')).click();
  return byRole(element, 'region', 'پرونده شما');
}
