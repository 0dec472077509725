import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Field } from '../../src/contract/form.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import type { GatewaySettings } from '../../src/gateway/ports.ts';
import { publishTestDesk, startDesk, testForm, type TestDesk } from '../gateway/requests/desk.ts';
import { FormPage } from './form-page.ts';
import { root } from './sources.ts';

/** The real gateway behind a socket, with the published scripts. */
export const startPublished = (settings: Partial<GatewaySettings> = {}): Promise<TestDesk> =>
  startDesk({ listen: true, settings, ports: { pages: browserFiles(join(root, 'dist/browser')) } });

/** A desk whose form asks for a name, a mobile number and `field`, and an agency's page with it. */
export interface FormDesk {
  desk: TestDesk;
  at: FormPage;
  close(): Promise<void>;
}

export async function openFormDesk(field: Field, settings?: Partial<GatewaySettings>): Promise<FormDesk> {
  const desk = await startPublished(settings);
  try {
    const [step] = testForm.steps;
    await publishTestDesk(desk.ports, { ...testForm, version: 2, steps: [{ ...step!, items: [...step!.items.slice(0, 2), field] }] });
    const at = await FormPage.open(desk.url, desk.offering);
    return {
      desk, at,
      async close() {
        await at.close();
        await desk.stop();
      },
    };
  } catch (error) {
    await desk.stop();
    throw error;
  }
}

/** Writes who asks; the name is nobody's. */
export async function fillPerson(form: Locator, mobile: string): Promise<void> {
  await form.getByLabel('نام', { exact: true }).fill('شهروند نمونه');
  await form.getByLabel('تلفن همراه').fill(mobile);
}
