import type { Browser, Locator, Page, Request } from 'playwright-core';
import { serveHost } from './host-page.ts';
import { launchBrowser } from './launch-browser.ts';

export interface Visit {
  /** What runs in the page before all else. */
  before?: string;
  /** Where the clock of the device stands. */
  now?: Date | string;
}

/**
 * Puts files into a field. By its label alone the field may be the line that keeps its place until its piece has come, and
 * Playwright gives files to a line of text without a word.
 */
export const chooseFiles = (form: Locator, label: string | RegExp, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> =>
  form.locator('input[type=file]').and(form.getByLabel(label)).setInputFiles(files);

/** What went over the line last, for a failure to tell. */
function watchLine(page: Page): string[] {
  const seen: string[] = [];
  const tell = (what: string) => (request: Request) => {
    seen.push(`${what} ${request.method()} ${request.url()}`);
    if (seen.length > 40) seen.shift();
  };
  page.on('request', tell('asked'));
  page.on('requestfinished', tell('answered'));
  page.on('requestfailed', tell('failed'));
  return seen;
}

/** An agency's page with the form of one service, and a browser of a small phone that opens it. */
export class FormPage {
  private constructor(private readonly host: Awaited<ReturnType<typeof serveHost>>, private readonly browser: Browser) {}

  /** `config`: attributes of the page's `desk-config`. */
  static async open(gateway: string, offering: string, config = ''): Promise<FormPage> {
    const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>دستگاه</title><script type="module" src="${gateway}/desk.js"></script>${config && `<desk-config gateway="${gateway}" ${config}></desk-config>`}<request-form service="${offering}"></request-form></html>`;
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
      const line = watchLine(page);
      await page.goto(this.url);
      const form = page.locator('request-form');
      await work(form, page).catch(async (error: Error) => {
        // The last one, where the page itself was killed.
        const shown = await context.pages().at(-1)!.locator('request-form').ariaSnapshot({ timeout: 1_000 }).catch(() => 'nothing');
        error.stack += `\nThe form shows:\n${shown}\nOn the line:\n${line.join('\n')}`;
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
