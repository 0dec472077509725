import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/request-form/request-form.define.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins } from './support/page-gateway.ts';
import { offeringNamed } from './support/requests.ts';

/** A picture for every place of a map: from here, as stories need no network. */
const [tile] = Object.values(import.meta.glob<string>('./support/tile.svg', { query: '?url&no-inline', import: 'default', eager: true }));

const tag = 'request-form';
const meta: Meta = {
  title: 'Elements/request-form',
  component: tag,
  args: { gateway: origins.gateway, title: 'درخواست ملاقات مردمی با استاندار' },
  loaders: [async ({ args }) => ({ service: await offeringNamed(args['title']) })],
  render: ({ gateway }, { loaded }) => html`<request-form gateway=${gateway} service=${loaded['service']} drafts="off" track-href="/track.html?code={code}"></request-form>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const opened: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** Everything written, up to the review. */
const filledIn: Play = async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await typeInto(canvasElement, tag, 'شهروند نمونه', '#f-fullName');
  await typeInto(canvasElement, tag, '۰۳۱۰۰۰۰۰۱۷', '#f-nationalId');
  await typeInto(canvasElement, tag, '۰۹۱۲۰۰۰۰۰۰۰', '#f-mobile');
  await typeInto(canvasElement, tag, 'درخواست دیدار درباره آسفالت کوچه و روشنایی پارک محله که چند ماه است خراب مانده.', '#f-subject');
  await press(canvasElement, tag, 'button[type=submit]');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('.review-step'));
};
const filed: Play = async (context) => {
  await filledIn(context);
  await press(context.canvasElement, tag, 'button[type=submit]');
  await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.receipt'));
};
/** Sent and accepted, up to the code of the mobile. */
const accepted: Play = async (context) => {
  await filledIn(context);
  await press(context.canvasElement, tag, 'button[type=submit]');
  await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#prove-code'));
};
/** A code that is none. */
const wrongCode: Play = async (context) => {
  await accepted(context);
  await typeInto(context.canvasElement, tag, '۱۲۳', '#prove-code');
  await press(context.canvasElement, tag, 'button[type=submit]');
  await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('#prove-code[aria-invalid=true]'));
};
/** A step with a choice made and fields left out. */
const leftOut: Play = async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await press(canvasElement, tag, '.option');
  await press(canvasElement, tag, 'button[type=submit]');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#summary'));
};

/** The map is open where the page names its tiles. */
const mapOpened: Play = async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await press(canvasElement, tag, '#f-location-map');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('place-map')?.shadowRoot?.querySelector('img'));
};
const onMap = (tiles: string): Partial<Story> => ({
  args: { title: 'اعلام قطعی آب و حوادث شبکه' },
  render: (args, context) => html`<desk-config map-tiles=${tiles} map-centre="35.83,50.99" map-credit="نقشه نمونه"></desk-config>${meta.render!(args, context)}`,
  play: mapOpened,
});

/** No service chosen yet. */
export const Idle: Story = { render: ({ gateway }) => html`<request-form gateway=${gateway}></request-form>` };
export const Pending: Story = { args: { gateway: origins.silent } };
/** A short form of one step. */
export const Ready: Story = { play: opened };
/** Six forms of the field, from the agencies' own papers. */
export const BirthRegistration: Story = { args: { title: 'ثبت ولادت و صدور شناسنامه' }, play: opened };
export const BuildingPermit: Story = { args: { title: 'صدور پروانه ساختمان' }, play: opened };
export const WaterConnection: Story = { args: { title: 'واگذاری انشعاب آب' }, play: opened };
export const Complaint195: Story = { args: { title: 'شکایت از سرویس اینترنت' }, play: opened };
export const FreedomOfInformation: Story = { args: { title: 'درخواست دسترسی آزاد به اطلاعات' }, play: opened };
/** "Continue" with empty fields: the summary takes the focus and links to each field. */
export const Errors: Story = { args: BuildingPermit.args!, play: leftOut };
/** A place is chosen on a map, where the page names one. */
export const Map: Story = onMap(`${tile}?{z}/{x}/{y}`);
/** What comes is no picture: told once, and the pin still moves and its place is still read out. */
export const MapWithoutPictures: Story = onMap('/index.json?{z}/{x}/{y}');
/** No map is named: an address is written, or the device tells where it is. */
export const PlaceWithoutMap: Story = { args: Map.args!, play: opened };
/** Everything once more before it is sent. */
export const Review: Story = { play: filledIn };
/** Accepted and kept: the code that went to the mobile files it. */
export const Code: Story = { args: { gateway: origins.proving }, play: accepted };
export const WrongCode: Story = { args: { gateway: origins.proving }, play: wrongCode };
/** Filed: the code, the due day in words, and a code for the phone's camera. */
export const Receipt: Story = { play: filed };
/** The gateway makes a PDF of it: saved, and said so. */
export const ReceiptAsPdf: Story = {
  args: { gateway: origins.paper },
  play: async (context) => {
    await filed(context);
    const { renderRoot } = elementIn(context.canvasElement, tag);
    const [pdf] = [...renderRoot.querySelectorAll<HTMLButtonElement>('.receipt button')].filter(({ textContent }) => textContent.includes('PDF'));
    pdf!.click();
    await until(() => renderRoot.querySelector('.pdf-note:not(.warn)'));
  },
};
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** Colours of the reader's own system. */
export const ForcedColors: Story = { tags: ['forced-colors'], args: BuildingPermit.args!, play: leftOut };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], args: BuildingPermit.args!, play: leftOut };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: a document with its code, without buttons. */
export const Printed: Story = { tags: ['print'], play: filed };
