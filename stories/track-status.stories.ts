import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/track-status/track-status.define.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { fileOne } from './support/requests.ts';
import { typeInto } from './support/type-into.ts';

const title = 'درخواست ملاقات مردمی با استاندار';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A request filed so many days ago; 0 is now. */
const filed = (days: number) => async () => ({ code: (await fileOne(await pageGateway(), title, days ? daysAgo(days) : undefined)).code });

const meta: Meta = {
  title: 'Elements/track-status',
  component: 'track-status',
  args: { gateway: origins.gateway },
  render: ({ gateway }, { loaded }) => html`<track-status ignore-url gateway=${gateway} code=${loaded['code'] ?? ''}></track-status>`,
};
export default meta;
type Story = StoryObj;

/** The code is asked for. */
export const Idle: Story = {};
/** A slip in the code, found without asking the gateway. */
export const MistypedCode: Story = { play: ({ canvasElement }) => typeInto(canvasElement, 'track-status', '1234 5678 9012 3450') };
export const Pending: Story = { args: { gateway: origins.silent }, loaders: [filed(0)] };
/** Filed just now. */
export const Ready: Story = { loaders: [filed(0)] };
/** The promise was not kept: said plainly, with what the citizen can do. */
export const Late: Story = { loaders: [filed(40)] };
/** The gateway cannot be reached; the code stays. */
export const Failed: Story = { args: { gateway: origins.down }, loaders: [filed(0)] };
/** No request opens with this code. */
export const NotFound: Story = { loaders: [async () => ({ code: '0000000000000000' })] };
