import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/service-finder/service-finder.define.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins } from './support/page-gateway.ts';

const tag = 'service-finder';
const meta: Meta = {
  title: 'Elements/service-finder',
  component: tag,
  args: { gateway: origins.gateway, agency: '' },
  render: ({ gateway, agency }) => html`<service-finder gateway=${gateway} agency=${agency}></service-finder>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const typed = (text: string): Play => ({ canvasElement }) => typeInto(canvasElement, tag, text);
const answered = (text: string): Play => async (context) => {
  await typed(text)(context);
  await untilState(context.canvasElement, tag, 'ready');
};
/** Results with one filter pressed. */
const narrowed: Play = async (context) => {
  await answered('سجلم گم شده')(context);
  await press(context.canvasElement, tag, '.fold');
  await press(context.canvasElement, tag, '.toggle');
};

/** Nothing typed: life events to start from. */
export const Idle: Story = { play: async ({ canvasElement }) => void (await until(() => elementIn(canvasElement, tag).shadowRoot?.querySelector('button.tile'))) };
/** The catalogue is on its way. */
export const Pending: Story = { args: { gateway: origins.silent }, play: typed('شناسنامه') };
/** Services for what was typed. */
export const Ready: Story = { play: answered('سجلم گم شده') };
/** Nothing found: what to do now. */
export const NothingFound: Story = { play: answered('مجوز پرواز کبوتر') };
/** What happened to somebody: the services that it asks for, in their order. */
export const Situation: Story = {
  play: async (context) => {
    await answered('می‌خواهم خانه بسازم')(context);
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.bundle'));
  },
};
/** The same in English. */
export const SituationInEnglish: Story = {
  render: ({ gateway }) => html`<service-finder gateway=${gateway} lang="en"></service-finder>`,
  play: Situation.play!,
};
/** Typed on another keyboard layout: as what it was read. */
export const OtherLayout: Story = {
  play: async (context) => {
    await answered('ju,dq akhskhli')(context);
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.meant'));
  },
};
/** By what a list can be narrowed, with how many services each would leave. */
export const Narrowed: Story = {
  play: async (context) => {
    await answered('صدور')(context);
    await press(context.canvasElement, tag, '.fold');
  },
};
export const NarrowedInEnglish: Story = {
  render: ({ gateway }) => html`<service-finder gateway=${gateway} lang="en"></service-finder>`,
  play: Narrowed.play!,
};
/** Results side by side, where there is room. */
export const Tiles: Story = {
  play: async (context) => {
    await answered('صدور')(context);
    await press(context.canvasElement, tag, '.tools [aria-pressed]');
  },
};
/** One life event, three services at most, and what the agency has to say. */
export const Embedded: Story = {
  render: ({ gateway }) =>
    html`<service-finder gateway=${gateway} life-event="marriage" max="3"><p slot="notice" class="note">پنجشنبه‌ها تا ساعت ۱۲ پاسخ می‌دهیم.</p></service-finder>`,
  play: ({ canvasElement }) => untilState(canvasElement, tag, 'ready').then(() => undefined),
};
/** The gateway cannot be reached: what was typed stays. */
export const Failed: Story = {
  args: { gateway: origins.down },
  play: async (context) => {
    await typed('شناسنامه')(context);
    await untilState(context.canvasElement, tag, 'failed');
  },
};
/** One agency only. */
export const OneAgency: Story = { args: { agency: 'sabt-ahval' } };
/** In a sidebar of 280 px. */
export const Narrow: Story = {
  render: ({ gateway }) => html`<div class="story-narrow"><service-finder gateway=${gateway}></service-finder></div>`,
  play: answered('کارت ملی'),
};
/** Without a gateway: the fallback between the tags, and one line on the console. */
export const Unconfigured: Story = { render: () => html`<service-finder gateway="ftp://no"><p>تلفن سامد: ۱۱۱</p></service-finder>` };
/** Colours of the reader's own system; a pressed filter is still told apart. */
export const ForcedColors: Story = { tags: ['forced-colors'], play: narrowed };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], play: narrowed };
/** The reader's system asks for nothing that moves: the places that wait stand still. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args!, play: Pending.play! };
/** On paper: what was searched and what was found, without buttons. */
export const Printed: Story = { tags: ['print'], play: answered('سجلم گم شده') };
