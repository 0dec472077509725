/** An expert at the desk, on the real gateway: every test works on a request of its own. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/desk-console/desk-console.define.ts';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { ownOriginUrl, restoreFetch, staffPasswords } from '../support/browser.ts';
import { agency, caseOf, expert, fileInformationRequest, signInExpert, signOutExpert, type FiledRequest } from '../support/citizen.ts';
import { allByRole, byRole, type, untilReadable } from '../support/find.ts';

export const desk = (lang = 'fa', routing: 'hash' | 'none' = 'hash'): Promise<DeskConsole> =>
  fixture<DeskConsole>(html`<desk-console gateway=${ownOriginUrl} lang=${lang} routing=${routing}><p>111</p></desk-console>`);

/** To be called after each test: nobody is signed in, the network is whole, the address is that of the page. */
export async function leaveDesk(): Promise<void> {
  restoreFetch();
  await signOutExpert();
  history.replaceState(null, '', location.pathname + location.search);
}

/** A desk with the queue on it. */
export async function atQueue(): Promise<DeskConsole> {
  await signInExpert();
  const element = await desk();
  await byRole(element, 'heading', 'پرونده‌های میز');
  await waitUntil(() => rows(element).length > 0);
  return element;
}

/** A desk with a new case open on it, taken by its expert when `taken`. */
export async function atCase(description: string, taken = false): Promise<{ element: DeskConsole; id: string; filed: FiledRequest }> {
  const filed = await fileInformationRequest(description);
  await signInExpert();
  const { id } = await caseOf(filed);
  if (taken) await expert.take(id);
  location.hash = `#/case/${id}`;
  const element = await desk();
  await byRole(element, 'heading', 'تاریخچه');
  return { element, id, filed };
}

export const rows = (element: Element): HTMLAnchorElement[] => [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.case-row a')];
export const idOf = (row: HTMLAnchorElement): string => /[^/]+$/.exec(row.hash)![0];

/** A case's row, on whatever page of the queue it stands. */
export async function rowOf(element: DeskConsole, id: string): Promise<HTMLAnchorElement> {
  for (;;) {
    let row: HTMLAnchorElement | undefined;
    let more: HTMLElement | undefined;
    await waitUntil(() => {
      row = rows(element).find((each) => idOf(each) === id);
      more = allByRole(element, 'button', 'پرونده‌های بعدی').find((button) => !button.ariaDisabled);
      return row ?? more;
    }, `the row of ${id}`, { timeout: 8000 });
    if (row) return row;
    const before = rows(element).length;
    more!.click();
    await waitUntil(() => rows(element).length > before, 'more rows', { timeout: 8000 });
  }
}

export async function signIn(element: DeskConsole, password = staffPasswords[agency]!): Promise<void> {
  type(await byRole(element, 'textbox', 'نام کاربری'), agency);
  type(await byRole(element, 'password', 'گذرواژه'), password);
  (await byRole(element, 'button', 'ورود')).click();
}

/** Signs in again after the session ended. */
export async function writePassword(element: DeskConsole): Promise<void> {
  type(await byRole(element, 'password', 'گذرواژه'), staffPasswords[agency]!);
  (await byRole(element, 'button', 'ورود')).click();
}

export async function take(element: DeskConsole): Promise<void> {
  (await byRole(element, 'button', 'برداشتن کار')).click();
  await untilReadable(element, 'این کار دست شماست.');
}

export async function writeAnswer(element: DeskConsole, text: string): Promise<void> {
  (await byRole(element, 'button', 'پاسخ دادن')).click();
  (await byRole(element, 'radio', 'انجام شد')).click();
  type(await byRole(element, 'textbox', 'پاسخ به شهروند'), text);
}
export const sendAnswer = async (element: DeskConsole): Promise<void> => (await byRole(element, 'button', 'پاسخ را بفرستید')).click();

/** Writes a referral to the first unit of water and sewage, with a reason. */
export async function writeReferral(element: DeskConsole, reason: string): Promise<void> {
  (await byRole(element, 'button', 'ارجاع به واحد دیگر')).click();
  type(await byRole(element, 'textbox', 'جست‌وجوی واحد'), 'آب فاضلاب');
  await waitUntil(() => allByRole(element, 'radio').length > 0 && allByRole(element, 'radio').length < 20);
  allByRole(element, 'radio')[0]!.click();
  type(await byRole(element, 'textbox', 'علت ارجاع'), reason);
}
export const sendReferral = async (element: DeskConsole): Promise<void> => (await byRole(element, 'button', 'ارجاع دهید')).click();

/** Looks for a case by the code that a citizen reads out; gives the field. */
export async function find(element: DeskConsole, code: string): Promise<HTMLElement> {
  const field = await byRole(element, 'textbox', 'کد رهگیری');
  type(field, code);
  (await byRole(element, 'button', 'پیدا کنید')).click();
  return field;
}
