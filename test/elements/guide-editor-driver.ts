/** An officer at the guides, on the real gateway: every test works on a guide of its own. */
import { fixture, html } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/staff.ts';
import type { GuideTree, StaffGuide } from '../../src/contract/guide.ts';
import '../../src/elements/guide-editor/guide-editor.define.ts';
import type { GuideEditor } from '../../src/elements/guide-editor/guide-editor.ts';
import { ownOriginUrl } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { byRole, type } from '../support/find.ts';

const client = new GatewayClient(ownOriginUrl);
let guides = 0;

/** A guide of two answers, saved as version 1 by the officer, who is signed in. */
export async function savedGuide(change: (tree: GuideTree) => void = () => undefined): Promise<StaffGuide> {
  await signInExpert('officer');
  const tree: GuideTree = {
    id: `test-${Date.now().toString(36)}-${++guides}`, lifeEvent: null, title: { fa: 'راهنمای آزمون' }, order: 900, start: 'what',
    nodes: [
      {
        id: 'what', kind: 'question', text: { fa: 'چه شده است؟' },
        options: [{ label: { fa: 'شناسنامه می‌خواهم' }, to: 'paper' }, { label: { fa: 'کمک می‌خواهم' }, to: 'help' }],
      },
      { id: 'paper', kind: 'answer', title: { fa: 'گرفتن شناسنامه' }, services: [{ need: ['صدور شناسنامه'] }] },
      { id: 'help', kind: 'answer', title: { fa: 'کمک فوری' }, contacts: [{ name: { fa: 'اورژانس' }, phone: '115', illustrative: false }] },
    ],
  };
  change(tree);
  return client.call('saveGuide', { params: { id: tree.id }, body: { version: 0, tree } });
}

export const readGuide = (id: string): Promise<StaffGuide> => client.call('staffGuide', { params: { id } });

/** What a colleague saves meanwhile, on top of what is newest. */
export async function colleagueSaves(id: string, change: (tree: GuideTree) => void): Promise<void> {
  await signInExpert('officer-2');
  const { tree, version } = await readGuide(id);
  change(tree);
  await client.call('saveGuide', { params: { id }, body: { version, tree, note: 'کار همکار' } });
  await signInExpert('officer');
}

export const editor = (lang = 'fa', routing: 'hash' | 'none' = 'hash'): Promise<GuideEditor> =>
  fixture<GuideEditor>(html`<guide-editor gateway=${ownOriginUrl} lang=${lang} routing=${routing}><p>111</p></guide-editor>`);

/** The editor with this guide open. */
export async function openGuide(id: string, lang = 'fa'): Promise<GuideEditor> {
  location.hash = `#/${id}`;
  const element = await editor(lang);
  await byRole(element, 'heading', lang === 'fa' ? 'پرسش‌ها و پاسخ‌ها' : 'Questions and answers');
  return element;
}

export const press = async (element: GuideEditor, name: string | RegExp): Promise<void> => (await byRole(element, 'button', name)).click();
export const write = async (element: GuideEditor, name: string | RegExp, text: string): Promise<void> => type(await byRole(element, 'textbox', name), text);
