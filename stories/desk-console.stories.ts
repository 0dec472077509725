import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { GatewayClient } from '../src/client/client.ts';
import '../src/client/staff.ts';
import '../src/elements/desk-console/desk-console.define.ts';
import { enqueue } from '../src/gateway/messages/outbox.ts';
import { countUnanswered } from '../src/gateway/search/unanswered.ts';
import { addReport } from '../src/gateway/sheets/reports.ts';
import { fireDue } from '../src/gateway/timers/fire.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedIn, signedInHead, signedInOfficer, signedInSupervisor } from './support/page-staff.ts';
import { fileOne, offeringNamed } from './support/requests.ts';

const tag = 'desk-console';
const agency = 'ostandari';
const title = 'درخواست ملاقات مردمی با استاندار';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A request filed so many days ago, in the hands of nobody, the expert or a colleague; the expert is signed in. */
const filed = (days: number, taker: 'nobody' | 'expert' | 'colleague' = 'nobody') => async () => {
  const gateway = await pageGateway();
  const { code } = await fileOne(gateway, title, days ? daysAgo(days) : undefined);
  if (taker === 'colleague') await signedIn(gateway, agency, 'همکار میز خدمت');
  else await signedIn(gateway, agency);
  if (taker !== 'nobody') {
    const client = new GatewayClient(origins.gateway);
    const { id } = await client.call('findCase', { body: { code } });
    const { version } = await client.call('staffCase', { params: { id } });
    await client.call('take', { params: { id }, body: { version } });
  }
  await signedIn(gateway, agency);
  return { code };
};

const meta: Meta = {
  title: 'Elements/desk-console',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<desk-console gateway=${gateway} routing="none"></desk-console>`,
};
export default meta;
type Story = StoryObj;

type Play = NonNullable<Story['play']>;
type Context = Parameters<Play>[0];

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** A list of the desk, when what the selector points at is there. */
const openList = (list: string, selector: string): Play => async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await press(canvasElement, tag, `a[href="#/${list}"]`);
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector(selector));
};
const headSignedIn = async (): Promise<void> => signedInHead(await pageGateway(), agency);

/** Opens the case of the story by its code, as for a citizen who reads it out. */
async function open({ canvasElement, loaded }: Context): Promise<void> {
  await untilState(canvasElement, tag, 'ready');
  await typeInto(canvasElement, tag, loaded['code'] as string, '#find-code');
  await press(canvasElement, tag, '.find button');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('.case'));
}

/** Illustrative: what so many people searched for in vain, and an officer who may see it. */
const unanswered = (queries: Record<string, number>) => async () => {
  const gateway = await pageGateway();
  for (const [query, people] of Object.entries(queries)) {
    for (let at = 1; at <= people; at++) await countUnanswered(gateway.ports, 'alborz', query, `198.51.100.${at}`);
  }
  await signedInOfficer(gateway);
};

/** Illustrative: what readers found wrong, and an officer who may see it. */
const reported = async (): Promise<void> => {
  const gateway = await pageGateway();
  const offering = await offeringNamed('صدور شناسنامه المثنی');
  await gateway.ports.db.deleteFrom('sheet_report').execute();
  for (const text of ['اتاق ۴ دیگر نیست؛ این کار را در طبقه دوم انجام می‌دهند.', 'نوشته‌اید رایگان است ولی هزینه گرفتند.']) await addReport(gateway.ports, offering, { version: 1, text });
  await signedInOfficer(gateway);
};

/** Illustrative: three messages that nobody got, each for a reason of its own, one of them an e-mail, and a code; an officer may see it. */
const unheard = async (): Promise<void> => {
  const gateway = await pageGateway();
  const { db } = gateway.ports;
  await db.deleteFrom('outbox').execute();
  for (const last_error of ['recipient', 'refused', 'unreachable']) {
    const { code } = await fileOne(gateway, title);
    const request = (await db.selectFrom('outbox').select('request').where('delivered_at', 'is not', null).executeTakeFirstOrThrow()).request;
    await db.updateTable('outbox').set({ delivered_at: null, given_up_at: gateway.ports.now(), last_error, tries: last_error === 'recipient' ? 1 : 10 }).where('request', '=', request).execute();
    if (last_error === 'unreachable') await new GatewayClient(origins.gateway).call('askProof', { params: { code } });
  }
  // The last was an e-mail, and its news went by SMS.
  const mail = await db.updateTable('outbox').set({ channel: 'email' }).where('last_error', '=', 'unreachable').where('about', '=', 'filed').returning(['id', 'request']).executeTakeFirstOrThrow();
  const sms = await enqueue(db, gateway.ports, { request: mail.request, to: '09120000000', about: 'filed', from: { province: 'البرز', language: 'fa' }, text: '', sameAs: mail.id });
  await db.updateTable('outbox').set({ delivered_at: gateway.ports.now() }).where('id', '=', sms).execute();
  await db.updateTable('outbox').set({ delivered_at: null, given_up_at: gateway.ports.now(), last_error: 'unreachable' }).where('about', '=', 'code').execute();
  await signedInOfficer(gateway);
};

/** Two requests whose time runs out or has run out, and the head of the agency, who is told. */
const reminded = async (): Promise<void> => {
  const gateway = await pageGateway();
  for (const load of [filed(13), filed(9)]) await load();
  await signedInHead(gateway, agency);
  await fireDue(gateway.ports);
  // Also at night, when the desk would wait for the morning.
  await gateway.ports.db.updateTable('staff_notice').set({ tell_at: gateway.ports.now() }).execute();
};

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** The queue of an agency: late, soon due, with time left; nobody's, mine, a colleague's. */
export const Ready: Story = {
  // One after the other: they move the gateway's clock.
  loaders: [async () => {
    for (const load of [filed(40), filed(9, 'colleague'), filed(4, 'expert'), filed(0)]) await load();
  }],
  play: shown,
};
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** A slip in the code that a citizen reads out, found without asking the gateway. */
export const MistypedCode: Story = {
  loaders: [filed(0)],
  play: async ({ canvasElement }) => {
    await untilState(canvasElement, tag, 'ready');
    await typeInto(canvasElement, tag, '1234 5678 9012 3450', '#find-code');
    await press(canvasElement, tag, '.find button');
  },
};
/** A case of one's own, an answer being written. */
export const Answering: Story = {
  loaders: [filed(4, 'expert')],
  play: async (context) => {
    await open(context);
    await press(context.canvasElement, tag, '.actions .segments button');
    await typeInto(context.canvasElement, tag, 'دیدار شما سه‌شنبه ساعت ۱۰ است. اصل کارت ملی را همراه بیاورید.', '#draft-text');
  },
};
/** A question that asks again for a part of the form and for a document, with what the citizen will see. */
export const AskingForFields: Story = {
  loaders: [filed(4, 'expert')],
  play: async (context) => {
    const { canvasElement } = context;
    await open(context);
    await press(canvasElement, tag, '.actions .segments button:nth-child(2)');
    await typeInto(canvasElement, tag, 'نامه معرفی و شماره ملی درست را بفرستید؛ بدون آن‌ها وقت دیدار داده نمی‌شود.', '#draft-question');
    await press(canvasElement, tag, '.ask-again summary');
    await press(canvasElement, tag, '.ask-again .choice:nth-child(2) input');
    await press(canvasElement, tag, '#add-field');
    await typeInto(canvasElement, tag, 'نامه معرفی', '.own-field input');
    await press(canvasElement, tag, '.preview-of summary');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('question-form')?.shadowRoot?.querySelector('input[type=file]'));
  },
};
/** A case of a colleague: what cannot be done says why, and taking over says what happens. */
export const TakingOver: Story = {
  loaders: [filed(9, 'colleague')],
  play: async (context) => {
    await open(context);
    await press(context.canvasElement, tag, '#hold-takeOver');
  },
};
/** Whole names of units, also where there is little room. */
export const Referring: Story = {
  loaders: [filed(0)],
  play: async (context) => {
    await open(context);
    await press(context.canvasElement, tag, '.actions .segments button:last-child');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.unit'));
  },
};
/** Another unit is asked, and the clock goes on. */
export const Inquiring: Story = {
  loaders: [filed(4, 'expert')],
  play: async (context) => {
    await open(context);
    await press(context.canvasElement, tag, '.actions .segments button:nth-child(3)');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.unit'));
  },
};
/** Why the answer comes later, by the province's list, and until when. */
export const TellingADelay: Story = {
  loaders: [filed(9, 'expert')],
  play: async (context) => {
    await open(context);
    await press(context.canvasElement, tag, '.actions .segments button:nth-child(4)');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#draft-expected'));
  },
};
/** What people searched for and did not find, for those who can fill the gap. */
export const Unanswered: Story = {
  loaders: [unanswered({
    'مجوز پرورش بلدرچین': 17, 'کلاس خیاطی رایگان': 9, 'ثبت نام آموزش زبان اشاره برای خانواده ناشنوایان در خانه محله': 6, 'zabt video parvandeh': 5,
  })],
  play: shown,
};
/** What readers found wrong in sheets, until somebody has looked after it. */
export const Reports: Story = {
  loaders: [reported],
  play: async ({ canvasElement }) => {
    await untilState(canvasElement, tag, 'ready');
    await press(canvasElement, tag, 'a[href="#/reports"]');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('.reports'));
  },
};
/** Messages that did not reach a citizen, until somebody has looked after them. */
export const Undelivered: Story = { loaders: [unheard], play: openList('undelivered', '.reports') };
/** Whose time runs out or has run out, as the ladder tells the head of the agency. */
export const Reminders: Story = { loaders: [reminded], play: openList('notices', '.reports') };
/** Nothing to be reminded of. */
export const NoReminders: Story = {
  loaders: [filed(0), async () => void (await (await pageGateway()).ports.db.deleteFrom('staff_notice').execute())],
  play: openList('notices', '.empty'),
};
/** The province's list of reasons for delays, as the supervisor keeps it. */
export const Reasons: Story = { loaders: [async () => signedInSupervisor(await pageGateway())], play: openList('reasons', '#reason-title') };
/** Tokens by which systems of agencies declare. */
export const Tokens: Story = { loaders: [headSignedIn], play: openList('tokens', '#token-name') };
/** A new token: its secret is shown this once. */
export const NewToken: Story = {
  loaders: [headSignedIn],
  play: async (context) => {
    await openList('tokens', '#token-name')(context);
    await typeInto(context.canvasElement, tag, 'سامانه مکاتبات', '#token-name');
    await press(context.canvasElement, tag, '.token-form button');
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#token-secret'));
  },
};
/** Who in the province has declared what, and how it stands. */
export const Declarations: Story = { loaders: [headSignedIn], play: openList('declarations', '.overview table') };
/** The working calendar, with a closed day that is not saved yet and what it would do. */
export const Calendar: Story = {
  loaders: [async () => signedInSupervisor(await pageGateway())],
  play: async (context) => {
    const { canvasElement } = context;
    await openList('calendar', '#versions-title')(context);
    await press(canvasElement, tag, '#closures-title ~ button');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#calendar-date-day'));
    await typeInto(canvasElement, tag, '1405/10/14', '#calendar-date-day');
    await typeInto(canvasElement, tag, 'آلودگی هوا', '#calendar-reason');
    await press(canvasElement, tag, '.calendar-form .primary');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#calendar-mine'));
    await press(canvasElement, tag, '.calendar-mine .primary');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#calendar-why'));
  },
};
/** Colours of the reader's own system: bands, chosen filters and the bar keep their shape. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [filed(4, 'expert')], play: open };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [filed(4, 'expert')], play: open };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: a case to be taken along, without buttons. */
export const Printed: Story = { tags: ['print'], loaders: [filed(4, 'expert')], play: open };
