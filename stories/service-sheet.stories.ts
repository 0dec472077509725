import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/service-sheet/service-sheet.define.ts';
import { origins } from './support/page-gateway.ts';
import { offeringNamed } from './support/requests.ts';

const meta: Meta = {
  title: 'Elements/service-sheet',
  component: 'service-sheet',
  args: { gateway: origins.gateway, title: 'صدور شناسنامه المثنی' },
  loaders: [async ({ args }) => ({ service: await offeringNamed(args['title']) })],
  render: ({ gateway }, { loaded }) => html`<service-sheet gateway=${gateway} service=${loaded['service']}></service-sheet>`,
};
export default meta;
type Story = StoryObj;

/** No service chosen yet. */
export const Idle: Story = { render: ({ gateway }) => html`<service-sheet gateway=${gateway}></service-sheet>` };
export const Pending: Story = { args: { gateway: origins.silent } };
export const Ready: Story = {};
/** It can be filed here. */
export const WithForm: Story = {
  args: { title: 'درخواست ملاقات مردمی با استاندار' },
  render: ({ gateway }, { loaded }) => html`<service-sheet gateway=${gateway} service=${loaded['service']} for="apply"></service-sheet>`,
};
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down } };
/** The catalogue has no such service any more. */
export const NotFound: Story = { render: ({ gateway }) => html`<service-sheet gateway=${gateway} service="alborz.sabt-ahval.gone"></service-sheet>` };
