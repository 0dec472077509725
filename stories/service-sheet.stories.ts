import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/service-sheet/service-sheet.define.ts';
import { untilState } from './support/act.ts';
import { origins } from './support/page-gateway.ts';
import { offeringNamed } from './support/requests.ts';

const tag = 'service-sheet';
const meta: Meta = {
  title: 'Elements/service-sheet',
  component: tag,
  args: { gateway: origins.gateway, title: 'صدور شناسنامه المثنی' },
  loaders: [async ({ args }) => ({ service: await offeringNamed(args['title']) })],
  render: ({ gateway }, { loaded }) => html`<service-sheet gateway=${gateway} service=${loaded['service']}></service-sheet>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const opened: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;
const failed: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void>;

/** No service chosen yet. */
export const Idle: Story = { render: ({ gateway }) => html`<service-sheet gateway=${gateway}></service-sheet>` };
export const Pending: Story = { args: { gateway: origins.silent } };
export const Ready: Story = { play: opened };
/** It can be filed here. */
export const WithForm: Story = {
  args: { title: 'درخواست ملاقات مردمی با استاندار' },
  render: ({ gateway }, { loaded }) => html`<service-sheet gateway=${gateway} service=${loaded['service']} for="apply"></service-sheet>`,
  play: opened,
};
/** The agency says otherwise than the sheet that all provinces share, and leaves something to it. */
export const BesideNational: Story = { args: { title: 'صدور کارت ملی المثنی' }, play: opened };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: failed };
/** The catalogue has no such service any more. */
export const NotFound: Story = { render: ({ gateway }) => html`<service-sheet gateway=${gateway} service="alborz.sabt-ahval.gone"></service-sheet>`, play: failed };
/** Colours of the reader's own system. */
export const ForcedColors: Story = { tags: ['forced-colors'], play: opened };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], play: opened };
/** The reader's system asks for nothing that moves: the places that wait stand still. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: a checklist to take along, every answer open, without buttons. */
export const Printed: Story = { tags: ['print'], play: opened };
