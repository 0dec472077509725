import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/service-guide/service-guide.define.ts';
import { press, until, untilState, elementIn } from './support/act.ts';
import { origins } from './support/page-gateway.ts';

const tag = 'service-guide';
const meta: Meta = {
  title: 'Elements/service-guide',
  component: tag,
  args: { gateway: origins.gateway, guide: '' },
  // The address belongs to the viewer.
  render: ({ gateway, guide }) => html`<service-guide gateway=${gateway} guide=${guide} ignore-url></service-guide>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

/** Answers question by question: the place of each choice in its list, from 1. */
const answered = (...places: number[]): Play => async ({ canvasElement }) => {
  const element = elementIn(canvasElement, tag);
  await until(() => element.shadowRoot?.querySelector('button.choice'));
  for (const place of places) {
    const before = element.shadowRoot!.querySelector('#stop')!.textContent;
    await press(canvasElement, tag, `li:nth-child(${place}) > button.choice`);
    await until(() => element.state === 'ready' && element.shadowRoot!.querySelector('#stop')!.textContent !== before);
  }
  await element.updateComplete;
};
/** To a lost birth certificate. */
const toAnswer = answered(1, 1);
/** To the smell of gas. */
const toDanger = answered(1, 1);

/** What happened? Dangers first, then life events and complaints. */
export const Idle: Story = { play: answered() };
/** The guide is on its way. */
export const Pending: Story = { args: { gateway: origins.silent } };
/** One question a screen. */
export const Question: Story = { args: { guide: 'documents' }, play: answered(1) };
/** Questions whose answers are numbers to call: the number stands on each. */
export const Dangers: Story = { args: { guide: 'urgent' }, play: answered() };
/** The answer: service, office, what was answered, a link to share. */
export const Ready: Story = { args: { guide: 'documents' }, play: toAnswer };
/** A danger: the number before anything else. */
export const Danger: Story = { args: { guide: 'utilities' }, play: toDanger };
/** A complaint that is not for an office: 195 with the facts that are known. */
export const Complaint: Story = { args: { guide: 'complaint' }, play: answered(2, 1) };
/** None of these: people who listen. */
export const NoneOfThese: Story = {
  args: { guide: 'complaint' },
  play: async (context) => {
    await answered(3)(context);
    await press(context.canvasElement, tag, '.none button');
    await until(() => elementIn(context.canvasElement, tag).shadowRoot!.querySelector('.contacts'));
  },
};
/** The province has declared nothing for this yet. */
export const NothingDeclared: Story = { args: { guide: 'retirement' }, play: answered(1) };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** In a sidebar of 280 px. */
export const Narrow: Story = {
  args: { guide: 'documents' },
  render: ({ gateway, guide }) => html`<div class="story-narrow"><service-guide gateway=${gateway} guide=${guide} ignore-url></service-guide></div>`,
  play: toAnswer,
};
/** Without a gateway: the fallback between the tags, and one line on the console. */
export const Unconfigured: Story = { render: () => html`<service-guide gateway="ftp://no" ignore-url><p>تلفن سامد: ۱۱۱</p></service-guide>` };
/** Colours of the reader's own system; a danger is still told apart. */
export const ForcedColors: Story = { tags: ['forced-colors'], args: Dangers.args!, play: Dangers.play! };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], args: Ready.args!, play: toAnswer };
/** The reader's system asks for nothing that moves: the places that wait stand still. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: the answer with what was answered, without buttons. */
export const Printed: Story = { tags: ['print'], args: Ready.args!, play: toAnswer };
