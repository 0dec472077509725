import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/request-form/request-form.define.ts';
import '../src/elements/service-finder/service-finder.define.ts';
import '../src/elements/service-sheet/service-sheet.define.ts';
import '../src/elements/track-status/track-status.define.ts';
import { origins } from './support/page-gateway.ts';

const meta: Meta = { title: 'Recipes' };
export default meta;
type Story = StoryObj;

/** Three elements join by `for`: the finder hands the choice to the sheet, the sheet to the form. */
export const FindReadFile: Story = {
  render: () => html`
    <service-finder gateway=${origins.gateway} for="recipe-sheet"></service-finder>
    <hr />
    <service-sheet gateway=${origins.gateway} id="recipe-sheet" for="recipe-form"></service-sheet>
    <hr />
    <request-form gateway=${origins.gateway} id="recipe-form" drafts="off"></request-form>
  `,
};

/** Two languages on one page: each element takes the nearest `lang`. */
export const TwoLanguages: Story = {
  render: () => html`
    <section lang="fa" dir="rtl"><track-status ignore-url gateway=${origins.gateway}></track-status></section>
    <hr />
    <section lang="en" dir="ltr"><track-status ignore-url gateway=${origins.gateway}></track-status></section>
  `,
};

/** An agency's own colours and corners, set on any ancestor. */
export const AgencyTheme: Story = {
  render: () => html`<div class="story-agency"><service-finder gateway=${origins.gateway} agency="abfa"></service-finder><track-status ignore-url gateway=${origins.gateway}></track-status></div>`,
};

/** Light and dark beside each other, whatever the page's own scheme is. */
export const Schemes: Story = {
  render: () => html`
    <div class="story-light"><track-status ignore-url theme="light" gateway=${origins.gateway}></track-status></div>
    <div class="story-dark"><track-status ignore-url theme="dark" gateway=${origins.gateway}></track-status></div>
  `,
};
