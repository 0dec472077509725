/** What the tests of rate-service do as a person would. */
import { fixture, html } from '@open-wc/testing';
import '../../src/elements/rate-service/rate-service.define.ts';
import { GatewayClient } from '../../src/client/client.ts';
import type { RateService } from '../../src/elements/rate-service/rate-service.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { gatewayUrl, oneTimeCode } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, type } from '../support/find.ts';

/** Each page of a test is a page on which nothing was proven yet. */
export const forgetProof = (): void => void delete GatewayClient.for(gatewayUrl).numberProof;

export const rate = (code = '', lang = 'fa'): Promise<RateService> =>
  fixture<RateService>(html`<rate-service ignore-url gateway=${gatewayUrl} lang=${lang} code=${code}><p>111</p></rate-service>`);

/** A request with an answer. */
export async function answered(): Promise<FiledRequest & { id: string }> {
  const filed = await fileInformationRequest();
  await signInExpert();
  const { id } = await caseOf(filed);
  await expert.take(id);
  await expert.answer(id, 'rejected', 'سند پیدا نشد.');
  return { ...filed, id };
}

/** Chooses a score of a question, from 1 to 5. */
export async function score(element: RateService, question: string, value: number): Promise<void> {
  await byRole(element, 'button', /بفرستید$/);
  element.renderRoot.querySelector<HTMLInputElement>(`#${question} input[value="${value}"]`)!.click();
  await element.updateComplete;
}

export const send = async (element: RateService, name: string | RegExp = 'نظرتان را بفرستید'): Promise<void> => (await byRole(element, 'button', name)).click();

/** Writes the code that went to the filed number, and sends. */
export async function prove(element: RateService, { mobile }: { mobile: string }): Promise<void> {
  const field = await byRole(element, 'textbox', 'کد پیامکی');
  type(field, toPersianDigits(await oneTimeCode(mobile)));
  await send(element);
}
