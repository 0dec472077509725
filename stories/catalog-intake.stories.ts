import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/catalog-intake/catalog-intake.define.ts';
import { untilState } from './support/act.ts';
import { origins, pageGateway } from './support/page-gateway.ts';
import { signedInOfficer } from './support/page-staff.ts';

const tag = 'catalog-intake';

const meta: Meta = {
  title: 'Elements/catalog-intake',
  component: tag,
  args: { gateway: origins.gateway },
  render: ({ gateway }) => html`<catalog-intake gateway=${gateway} routing="none"></catalog-intake>`,
};
export default meta;
type Story = StoryObj;

const officer = async (): Promise<void> => signedInOfficer(await pageGateway());
const shown: NonNullable<Story['play']> = ({ canvasElement }) => untilState(canvasElement, tag, 'ready') as Promise<void>;

/** Nobody is signed in. */
export const Idle: Story = { loaders: [async () => void (await pageGateway()).setCookie(null)] };
export const Pending: Story = { args: { gateway: origins.silent } };
/** An officer of the province chooses the agency first. */
export const Ready: Story = { loaders: [officer], play: shown };
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down }, play: ({ canvasElement }) => untilState(canvasElement, tag, 'failed') as Promise<void> };
/** Colours of the reader's own system. */
export const ForcedColors: Story = { tags: ['forced-colors'], loaders: [officer], play: shown };
/** The reader's system asks for stronger lines and text. */
export const MoreContrast: Story = { tags: ['more-contrast'], loaders: [officer], play: shown };
/** The reader's system asks for nothing that moves. */
export const ReducedMotion: Story = { tags: ['reduced-motion'], args: Pending.args! };
/** On paper. */
export const Printed: Story = { tags: ['print'], loaders: [officer], play: shown };
