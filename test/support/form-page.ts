import type { Browser, Locator, Page } from 'playwright-core';
import { serveHost } from './host-page.ts';
import { launchBrowser } from './launch-browser.ts';

export interface Visit {
  /** What runs in the page before all else. */
  before?: string;
  /** Where the clock of the device stands. */
  now?: Date | string;
}

/** An agency's page with the form of one service, and a browser of a small phone that opens it. */
export class FormPage {
  private constructor(private readonly host: Awaited<ReturnType<typeof serveHost>>, private readonly browser: Browser) {}

  static async open(gateway: string, offering: string): Promise<FormPage> {
    const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>دستگاه</title><script type="module" src="${gateway}/desk.js"></script><request-form service="${offering}"></request-form></html>`;
    return new FormPage(await serveHost({ '/form': { html } }), await launchBrowser());
  }

  get origin(): string {
    return this.host.url;
  }
  get url(): string {
    return `${this.host.url}/form`;
  }

  /** By somebody who was never here. */
  async visit(work: (form: Locator, page: Page) => Promise<void>, { before, now }: Visit = {}): Promise<void> {
    const context = await this.browser.newContext({ locale: 'fa-IR', viewport: { width: 320, height: 800 } });
    try {
      if (now) await context.clock.setFixedTime(now);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      if (before) await page.addInitScript(before);
      await page.goto(this.url);
      const form = page.locator('request-form');
      await work(form, page).catch(async (error: Error) => {
        const shown = await form.ariaSnapshot({ timeout: 1_000 }).catch(() => 'nothing');
        error.stack += `\nThe form shows:\n${shown}`;
        throw error;
      });
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.host.close();
  }
}
