import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/service-finder/service-finder.define.ts';
import { origins } from './support/page-gateway.ts';
import { typeInto } from './support/type-into.ts';

const meta: Meta = {
  title: 'Elements/service-finder',
  component: 'service-finder',
  args: { gateway: origins.gateway, agency: '' },
  render: ({ gateway, agency }) => html`<service-finder gateway=${gateway} agency=${agency}></service-finder>`,
};
export default meta;
type Story = StoryObj;

/** Nothing typed: life events to start from. */
export const Idle: Story = {};

/** The catalogue is on its way. */
export const Pending: Story = { args: { gateway: origins.silent }, play: ({ canvasElement }) => typeInto(canvasElement, 'service-finder', 'شناسنامه') };

/** Services for what was typed. */
export const Ready: Story = { play: ({ canvasElement }) => typeInto(canvasElement, 'service-finder', 'سجلم گم شده') };

/** Nothing found: what to do now. */
export const NothingFound: Story = { play: ({ canvasElement }) => typeInto(canvasElement, 'service-finder', 'مجوز پرواز کبوتر') };

/** The gateway cannot be reached: what was typed stays. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => typeInto(canvasElement, 'service-finder', 'شناسنامه') };

/** One agency only. */
export const OneAgency: Story = { args: { agency: 'sabt-ahval' } };

/** In a sidebar of 280 px. */
export const Narrow: Story = {
  render: ({ gateway }) => html`<div class="story-narrow"><service-finder gateway=${gateway}></service-finder></div>`,
  play: ({ canvasElement }) => typeInto(canvasElement, 'service-finder', 'کارت ملی'),
};

/** Without a gateway: the fallback between the tags, and one line on the console. */
export const Unconfigured: Story = { render: () => html`<service-finder gateway="ftp://no"><p>تلفن سامد: ۱۱۱</p></service-finder>` };
