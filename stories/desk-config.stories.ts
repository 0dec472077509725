import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/desk-config/desk-config.define.ts';
import '../src/elements/service-finder/service-finder.define.ts';
import { origins } from './support/page-gateway.ts';

const meta: Meta = { title: 'Elements/desk-config', component: 'desk-config' };
export default meta;
type Story = StoryObj;

/** Said once for all elements inside it. */
export const Around: Story = {
  render: () => html`<desk-config gateway=${origins.gateway}><service-finder agency="sabt-ahval"></service-finder></desk-config>`,
};

/** An element's own attribute is nearer, so this one cannot reach its gateway while the configuration is right. */
export const NearestWins: Story = {
  render: () => html`<desk-config gateway=${origins.gateway}>
    <service-finder gateway=${origins.down}></service-finder>
  </desk-config>`,
};
