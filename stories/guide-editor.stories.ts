import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/guide-editor/guide-editor.define.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedInOfficer } from './support/page-staff.ts';

const tag = 'guide-editor';
const officer = async (): Promise<void> => signedInOfficer(await pageGateway());

const meta: Meta = {
  title: 'Elements/guide-editor',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<guide-editor gateway=${gateway} routing="none"></guide-editor>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** Opens a guide, and in it what has this id. */
const open = (guide: string, part: string): Play => async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await press(canvasElement, tag, `#guide_${guide}`);
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#outline-title'));
  await press(canvasElement, tag, `#${part}_edit`);
};

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** All guides of the province. */
export const Ready: Story = { loaders: [officer], play: shown };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** A question with its options, each with the place that it leads to. */
export const Question: Story = { loaders: [officer], play: open('birth', 'nodes_what') };
/** An answer: services by words of their titles, and what these words find now. */
export const Answer: Story = {
  loaders: [officer],
  play: async (context) => {
    await open('birth', 'nodes_certificate')(context);
    await until(() => elementIn(context.canvasElement, tag).renderRoot.querySelector('.found'));
  },
};
/** Errors at their place and in the summary; nothing is saved meanwhile. */
export const Errors: Story = {
  loaders: [officer],
  play: async (context) => {
    await open('birth', 'nodes_what')(context);
    await typeInto(context.canvasElement, tag, '', '#nodes_what_options_0_label');
    await press(context.canvasElement, tag, '#nodes_what_add');
  },
};
/** Colours of the reader's own system: open parts, errors and marks keep their shape. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [officer], play: open('birth', 'nodes_what') };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [officer], play: open('birth', 'nodes_what') };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper: the whole tree, without buttons. */
export const Printed: Story = {
  tags: ['print'],
  loaders: [officer],
  play: async ({ canvasElement }) => {
    await untilState(canvasElement, tag, 'ready');
    await press(canvasElement, tag, '#guide_birth');
    await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#outline-title'));
  },
};
