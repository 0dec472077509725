import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/rate-service/rate-service.define.ts';
import { GatewayClient } from '../src/client/client.ts';
import '../src/client/promise.ts';
import '../src/client/staff.ts';
import { elementIn, press, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedIn } from './support/page-staff.ts';
import { fileOne } from './support/requests.ts';

const tag = 'rate-service';
const title = 'درخواست ملاقات مردمی با استاندار';
const agency = 'ostandari';
const client = (): GatewayClient => GatewayClient.for(origins.gateway);

/** A request that was filed just now, and answered if wanted. */
const filed = (answered: boolean) => async () => {
  const gateway = await pageGateway();
  const { code } = await fileOne(gateway, title);
  if (!answered) return { code };
  await signedIn(gateway, agency);
  const { id } = await client().call('findCase', { body: { code } });
  const { version } = await client().call('staffCase', { params: { id } });
  const taken = await client().call('take', { params: { id }, body: { version } });
  await client().call('answer', { params: { id }, body: { version: taken.version, outcome: 'rejected', text: 'وقت ملاقات داده نشد.' } });
  return { code };
};

const meta: Meta = {
  title: 'Elements/rate-service',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }, { loaded }) => html`<rate-service ignore-url gateway=${gateway} code=${loaded['code'] ?? ''}></rate-service>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;
const score = async (canvasElement: HTMLElement, question: string, value: number): Promise<void> =>
  press(canvasElement, tag, `#${question} input[value="${value}"]`);

/** Which request is asked for. */
export const Idle: Story = {};
export const Pending: Story = { args: { gateway: origins.silent }, loaders: [filed(false)] };
/** Two questions first. */
export const Ready: Story = { loaders: [filed(true)], play: shown };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, loaders: [filed(false)], play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** All ten questions. */
export const All: Story = {
  loaders: [filed(true)],
  play: async (context) => {
    await shown(context);
    await press(context.canvasElement, tag, '.more');
  },
};
const discontent: Play = async (context) => {
  const { canvasElement } = context;
  await shown(context);
  await score(canvasElement, 'satisfied', 1);
  await press(canvasElement, tag, '#reasons input[value="incomplete"]');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#objection'));
};
/** A low score asks for reasons; a reason about the answer itself offers the objection. */
export const Discontent: Story = { loaders: [filed(true)], play: discontent };
/** What has been chosen keeps its shape where the reader's system forces colours. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [filed(true)], play: discontent };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [filed(true)], play: shown };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: { gateway: origins.silent }, loaders: [filed(false)] };
/** On paper: the questions, without buttons. */
export const Printed: Story = { tags: ['print'], loaders: [filed(true)], play: shown };
/** The code that goes to the filed number. */
export const Proving: Story = {
  loaders: [filed(true)],
  play: async (context) => {
    await shown(context);
    await score(context.canvasElement, 'satisfied', 4);
    await press(context.canvasElement, tag, '.button.primary');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#otp'));
  },
};
/** There is no answer yet. */
export const TooEarly: Story = { loaders: [filed(false)], play: shown };
