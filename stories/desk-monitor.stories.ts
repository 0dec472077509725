import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { GatewayClient } from '../src/client/client.ts';
import '../src/client/staff.ts';
import '../src/elements/desk-monitor/desk-monitor.define.ts';
import { elementIn, press, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedIn, signedInSupervisor } from './support/page-staff.ts';
import { fileOne } from './support/requests.ts';

const tag = 'desk-monitor';

const title = 'درخواست ملاقات مردمی با استاندار';
const at = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Requests at one desk: some late, one new, a dozen that were answered within the promise and one after it. */
async function watched(): Promise<void> {
  const gateway = await pageGateway();
  const client = new GatewayClient(origins.gateway);
  const answered = async (filed: number, after: number) => {
    const { code } = await fileOne(gateway, title, at(filed));
    gateway.setNow(at(filed - after));
    await signedIn(gateway, 'ostandari');
    const { id } = await client.call('findCase', { body: { code } });
    await client.call('take', { params: { id }, body: { version: 1 } });
    await client.call('answer', { params: { id }, body: { version: 2, outcome: 'done', text: 'انجام شد.' } });
    gateway.setNow(null);
  };
  for (let n = 0; n < 12; n++) await answered(40 - n, 1 + (n % 5));
  await answered(30, 16);
  for (const days of [45, 17, 12, 1]) await fileOne(gateway, title, at(days));
  await signedInSupervisor(gateway);
}

const meta: Meta = {
  title: 'Elements/desk-monitor',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<desk-monitor gateway=${gateway} routing="none"></desk-monitor>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** Five figures of the province, and every agency. */
export const Ready: Story = { loaders: [watched], play: shown };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** The cases behind a figure. */
export const Cases: Story = {
  loaders: [watched],
  play: async ({ canvasElement }) => {
    await untilState(canvasElement, tag, 'ready');
    await press(canvasElement, tag, '#to__overdue');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#cases-title'));
  },
};
/** Colours of the reader's own system: what is late keeps its mark. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [watched], play: shown };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [watched], play: shown };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: figures and table, without buttons. */
export const Printed: Story = { tags: ['print'], loaders: [watched], play: shown };
