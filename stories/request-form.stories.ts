import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/request-form/request-form.define.ts';
import { origins } from './support/page-gateway.ts';
import { offeringNamed } from './support/requests.ts';

const meta: Meta = {
  title: 'Elements/request-form',
  component: 'request-form',
  args: { gateway: origins.gateway, title: 'درخواست ملاقات مردمی با استاندار' },
  loaders: [async ({ args }) => ({ service: await offeringNamed(args['title']) })],
  render: ({ gateway }, { loaded }) => html`<request-form gateway=${gateway} service=${loaded['service']} drafts="off"></request-form>`,
};
export default meta;
type Story = StoryObj;

/** No service chosen yet. */
export const Idle: Story = { render: ({ gateway }) => html`<request-form gateway=${gateway}></request-form>` };
export const Pending: Story = { args: { gateway: origins.silent } };
/** A short form of one step. */
export const Ready: Story = {};
/** Six forms of the field, from the agencies' own papers. */
export const BirthRegistration: Story = { args: { title: 'ثبت ولادت و صدور شناسنامه' } };
export const BuildingPermit: Story = { args: { title: 'صدور پروانه ساختمان' } };
export const WaterConnection: Story = { args: { title: 'واگذاری انشعاب آب' } };
export const Complaint195: Story = { args: { title: 'شکایت از سرویس اینترنت' } };
export const FreedomOfInformation: Story = { args: { title: 'درخواست دسترسی آزاد به اطلاعات' } };
/** "Continue" with empty fields: the summary takes the focus and links to each field. */
export const Errors: Story = {
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('request-form')!;
    const button = await until(() => form.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]'));
    button.click();
  },
};
/** The gateway cannot be reached. */
export const Failed: Story = { args: { gateway: origins.down } };

async function until<T>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}
