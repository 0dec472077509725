import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { GatewayClient } from '../src/client/client.ts';
import '../src/client/delay.ts';
import '../src/client/staff.ts';
import '../src/elements/track-status/track-status.define.ts';
import { fireDue } from '../src/gateway/timers/fire.ts';
import { checkpointOfDay } from '../src/gateway/transparency/checkpoints.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedIn, signedInHead } from './support/page-staff.ts';
import { fileOne } from './support/requests.ts';

const tag = 'track-status';
const title = 'درخواست ملاقات مردمی با استاندار';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A request filed so many days ago; 0 is now. */
const filed = (days: number) => async () => ({ code: (await fileOne(await pageGateway(), title, days ? daysAgo(days) : undefined)).code });

const meta: Meta = {
  title: 'Elements/track-status',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }, { loaded }) => html`<track-status ignore-url gateway=${gateway} code=${loaded['code'] ?? ''}></track-status>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;
const failed: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void>;

/** The code is asked for. */
export const Idle: Story = {};
/** A slip in the code, found without asking the gateway. */
export const MistypedCode: Story = { play: ({ canvasElement }) => typeInto(canvasElement, tag, '1234 5678 9012 3450') };
export const Pending: Story = { args: { gateway: origins.silent }, loaders: [filed(0)] };
/** Filed just now. */
export const Ready: Story = { loaders: [filed(0)], play: shown };
/** The promise was not kept: said plainly, with what the citizen can do, and who was told of it when. */
export const Late: Story = {
  loaders: [async () => {
    const gateway = await pageGateway();
    await signedIn(gateway, 'ostandari');
    await signedInHead(gateway, 'ostandari');
    const loaded = await filed(40)();
    // As if a gateway had looked after it day by day.
    for (let day = 39; day >= 0; day--) await fireDue({ ...gateway.ports, now: () => new Date(daysAgo(day)) });
    return loaded;
  }],
  play: shown,
};
/** The desk has told why it takes longer, by which rule, and until when. */
export const DelayTold: Story = {
  loaders: [async () => {
    const gateway = await pageGateway();
    const loaded = await filed(9)();
    await signedIn(gateway, 'ostandari');
    const client = new GatewayClient(origins.gateway);
    const { id } = await client.call('findCase', { body: { code: loaded.code } });
    const { version } = await client.call('take', { params: { id }, body: { version: (await client.call('staffCase', { params: { id } })).version } });
    const { reasons, ends } = await client.call('delayChoices', { params: { id } });
    await client.call('explainDelay', { params: { id }, body: { version, reason: reasons[0]!.id, expected: ends[2]!, text: 'نوبت بازدید هفته آینده است.' } });
    return loaded;
  }],
  play: shown,
};
/** The gateway cannot be reached; the code stays. */
export const Failed: Story = { args: { gateway: origins.down }, loaders: [filed(0)], play: failed };
/** No request opens with this code. */
export const NotFound: Story = { loaders: [async () => ({ code: '0000000000000000' })], play: failed };
/** Colours of the reader's own system: how much of the time is used is told by the bar's shape too. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [filed(4)], play: shown };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [filed(4)], play: shown };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args!, loaders: [filed(0)] };
/** On paper: where the request stands, without buttons. */
export const Printed: Story = { tags: ['print'], loaders: [filed(4)], play: shown };

let days = 0;
/** The log gets its seal, as at the beginning of another day. */
async function seal(): Promise<void> {
  const { ports } = await pageGateway();
  days++;
  await checkpointOfDay({ ...ports, now: () => new Date(Date.now() + days * 86_400_000) });
}
/** A receipt is checked, and then whether its request is in the log. */
const inLog: Play = async ({ canvasElement, loaded }) => {
  await press(canvasElement, tag, '.button.quiet');
  await typeInto(canvasElement, tag, loaded['receipt'] as string, '#check-text');
  await press(canvasElement, tag, '.check button[type=submit]');
  await press(canvasElement, tag, '.log button');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#log-proof'));
};
/** A genuine receipt, and its request in the log that the desk has sealed. */
export const InTheLog: Story = {
  loaders: [async () => {
    const { receipt } = await fileOne(await pageGateway(), title);
    await seal();
    return { receipt };
  }],
  play: inLog,
};
/** Filed after the last seal: it comes tomorrow. */
export const NotSealedYet: Story = {
  loaders: [async () => {
    await seal();
    return { receipt: (await fileOne(await pageGateway(), title)).receipt };
  }],
  play: inLog,
};

/** The record, opened by the code that went to the phone. */
const proven: Play = async (context) => {
  const { canvasElement } = context;
  await shown(context);
  await press(canvasElement, tag, '.door .button');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#otp'));
  const { messages } = (await (await fetch(`${origins.gateway}/dev/inbox.json`)).json()) as { messages: { text: string }[] };
  await typeInto(canvasElement, tag, messages.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean)!, '#otp');
  await press(canvasElement, tag, '.otp [type=submit]');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#record'));
};
/** In the record, how news come. */
const news: Play = async (context) => {
  await proven(context);
  await press(context.canvasElement, tag, '.news > summary');
};
/** How news of a request come is the citizen's choice. */
export const NewsChosen: Story = { loaders: [filed(0)], play: news };
/** A code went to an address; until it comes back nothing else goes there. */
export const NewsAddress: Story = {
  loaders: [filed(0)],
  async play(context) {
    await news(context);
    await typeInto(context.canvasElement, tag, 'citizen@example.ir', '#news-address');
    await press(context.canvasElement, tag, '.news form [type=submit]');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#news-otp'));
  },
};

/** A request whose desk has taken it, and done something more, so many days ago. */
const worked = (act: (client: GatewayClient, id: string, version: number) => Promise<unknown>, days = 0) => async () => {
  const gateway = await pageGateway();
  const loaded = await filed(days + 2)();
  gateway.setNow(days ? daysAgo(days) : null);
  await signedIn(gateway, 'ostandari');
  const client = new GatewayClient(origins.gateway);
  const { id } = await client.call('findCase', { body: { code: loaded.code } });
  const { version } = await client.call('take', { params: { id }, body: { version: (await client.call('staffCase', { params: { id } })).version } });
  await act(client, id, version);
  gateway.setNow(null);
  return loaded;
};
/** The desk needs a document and a number more: given where the question stands. */
export const QuestionWithFields: Story = {
  loaders: [worked((client, id, version) => client.call('ask', {
    params: { id },
    body: {
      version, text: 'برای دیدار، نامه معرفی و شماره پرونده پیشین لازم است.',
      fields: [
        { id: 'letter', type: 'file', label: { fa: 'نامه معرفی', en: 'Letter of introduction' }, required: true, accept: ['application/pdf', 'image/jpeg'], maxFiles: 1 },
        { id: 'earlier', type: 'number', label: { fa: 'شماره پرونده پیشین', en: 'Number of the earlier file' }, required: false },
      ],
    },
  }))],
  async play(context) {
    await proven(context);
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('question-form')?.shadowRoot?.querySelector('input[type=file]'));
  },
};
const rejected: Parameters<typeof worked>[0] = (client, id, version) =>
  client.call('answer', { params: { id }, body: { version, outcome: 'rejected', text: 'موضوع در صلاحیت این دفتر نیست.', legalBasis: 'نمونه نمایشی' } });
/** An answer that may be objected to, until a day that is named. */
export const WithinTheWindow: Story = { loaders: [worked(rejected)], play: proven };
/** The time to object is over: the request is closed, and its answer stays. */
export const AfterTheWindow: Story = {
  loaders: [async () => {
    const loaded = await worked(rejected, 60)();
    await fireDue((await pageGateway()).ports);
    return loaded;
  }],
  play: proven,
};
