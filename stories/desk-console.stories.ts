import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/desk-console/desk-console.define.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedIn } from './support/page-staff.ts';
import { fileOne } from './support/requests.ts';

const title = 'درخواست ملاقات مردمی با استاندار';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const meta: Meta = {
  title: 'Elements/desk-console',
  component: 'desk-console',
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<desk-console gateway=${gateway} routing="none"></desk-console>`,
};
export default meta;
type Story = StoryObj;

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** The queue of an agency: late, soon due, with time left. */
export const Ready: Story = {
  loaders: [
    async () => {
      const gateway = await pageGateway();
      for (const days of [40, 9, 4, 0]) await fileOne(gateway, title, days ? daysAgo(days) : undefined);
      await signedIn(gateway, 'ostandari');
    },
  ],
};
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down } };
