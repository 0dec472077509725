import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/complaint-form/complaint-form.define.ts';
import type { DeskElement } from '../src/core/desk-element.ts';
import { addVersion, newestGuides } from '../src/gateway/guides/store.ts';
import { elementIn, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';

const tag = 'complaint-form';

/** As officers leave the guide where complaints about landlines are taken elsewhere: by the number alone. */
async function landlinesElsewhere(): Promise<void> {
  const { ports } = await pageGateway();
  const [newest] = await newestGuides(ports.db, 'alborz', 'complaint');
  const tree = structuredClone(newest!.tree);
  const landline = tree.nodes.find(({ id }) => id === 'landline');
  if (landline?.kind !== 'answer' || !landline.services) return;
  delete landline.services;
  await addVersion(ports.db, { province: 'alborz', tree, version: newest!.version + 1, at: ports.now(), by: 'storybook', staff: null, note: null });
}

const meta: Meta = {
  title: 'Elements/complaint-form',
  component: tag,
  args: { gateway: origins.gateway },
  loaders: [landlinesElsewhere],
  // The address belongs to the viewer, and what is written to nobody.
  render: ({ gateway }) => html`<complaint-form gateway=${gateway} drafts="off" href="/service.html?service={id}" track-href="/track.html?code={code}" ignore-url></complaint-form>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const inner = (canvas: HTMLElement, name: string): DeskElement | null => elementIn(canvas, tag).shadowRoot?.querySelector<DeskElement>(name) ?? null;

/** Answers question by question: the place of each choice in its list, from 1. */
const answered = (...places: number[]): Play => async ({ canvasElement }) => {
  const guide = await until(() => inner(canvasElement, 'service-guide'));
  const root = await until(() => guide.shadowRoot);
  for (const place of places) {
    const before = (await until(() => root.querySelector('button.choice') && root.querySelector('#stop')))!.textContent;
    root.querySelector<HTMLElement>(`li:nth-child(${place}) > button.choice`)!.click();
    await until(() => guide.state === 'ready' && root.querySelector('#stop')!.textContent !== before);
  }
  await until(() => root.querySelector('#stop') && guide.state !== 'pending');
  await elementIn(canvasElement, tag).updateComplete;
};
/** To the internet, whose body is here. */
const toForm: Play = async (context) => {
  await answered(2, 1)(context);
  const form = await until(() => inner(context.canvasElement, 'request-form'));
  await until(() => form.state === 'ready' && !form.renderRoot.querySelector('input[disabled]'));
};
/** To a landline, about which one complains elsewhere, with something written. */
const toText: Play = async (context) => {
  await answered(2, 3)(context);
  const root = elementIn(context.canvasElement, tag).renderRoot;
  const write = async (field: string, text: string) => {
    const control = (await until(() => root.querySelector<HTMLInputElement>(`#said-${field}`)))!;
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  await write('party', 'شرکت نمونه، تلفن ثابت');
  await write('happened', 'دو هفته است که تلفن خانه قطع است و شماره خرابی هم بی‌پاسخ مانده.');
  await until(() => root.querySelector('.ready'));
};

/** The subject is asked first. */
export const Idle: Story = { play: answered() };
/** The questions are on their way. */
export const Pending: Story = { args: { gateway: origins.silent } };
/** Who hears it, and that body's own form. */
export const Ready: Story = { play: toForm };
/** A danger: the number before anything else, and nothing to fill in. */
export const Danger: Story = { play: answered(1, 1) };
/** The body has no form here: how to reach it, and a text to take along. */
export const NotHere: Story = { play: toText };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** In a sidebar of 280 px. */
export const Narrow: Story = {
  render: ({ gateway }) => html`<div class="story-narrow"><complaint-form gateway=${gateway} drafts="off" ignore-url></complaint-form></div>`,
  play: toText,
};
/** Without a gateway: the fallback between the tags, and one line on the console. */
export const Unconfigured: Story = { render: () => html`<complaint-form gateway="ftp://no" ignore-url><p>تلفن سامد: ۱۱۱</p></complaint-form>` };
/** Colours of the reader's own system. */
export const ForcedColors: Story = { tags: ['forced-colors'], play: toForm };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], play: toText };
/** The reader's system asks for nothing that moves: the places that wait stand still. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: the text to take along, and where to. */
export const Printed: Story = { tags: ['print'], play: toText };
