import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/form-studio/form-studio.define.ts';
import { elementIn, press, typeInto, until, untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedInOfficer } from './support/page-staff.ts';

const tag = 'form-studio';
const officer = async (): Promise<void> => signedInOfficer(await pageGateway());

const meta: Meta = {
  title: 'Elements/form-studio',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<form-studio gateway=${gateway} routing="none"></form-studio>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const shown: Play = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** Opens the first form, and in it what has this id. */
const open = (part: string): Play => async ({ canvasElement }) => {
  await untilState(canvasElement, tag, 'ready');
  await press(canvasElement, tag, '.forms a');
  await until(() => elementIn(canvasElement, tag).renderRoot.querySelector('#outline-title'));
  await press(canvasElement, tag, `#${part}_edit`);
};

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** All services of an agency, each with its form. */
export const Ready: Story = { loaders: [officer], play: shown };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** A question, written in its place. */
export const Question: Story = { loaders: [officer], play: open('at-0-0') };
/** What stands above the steps. */
export const Head: Story = { loaders: [officer], play: open('form') };
/** An error at its place and in the summary; the draft can be saved all the same. */
export const Errors: Story = {
  loaders: [officer],
  play: async (context) => {
    await open('at-0-0')(context);
    await typeInto(context.canvasElement, tag, '', '#at-0-0_label');
  },
};
/** Colours of the reader's own system: open parts and errors keep their shape. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [officer], play: open('at-0-0') };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [officer], play: open('at-0-0') };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper. */
export const Printed: Story = { tags: ['print'], loaders: [officer], play: open('at-0-0') };
/** A form comes from a file or a text. */
export const Import: Story = {
  loaders: [officer],
  play: async (context) => {
    await open('form')(context);
    await press(context.canvasElement, tag, '#import');
  },
};
