import { docsBody } from './docs-view.ts';
import { docsStyle, deskStyle, noteStyle } from './page-styles.ts';
import type { OpenApi } from './openapi.ts';

const encoder = new TextEncoder();

/** `'sha256-…'` of an inline style, so that the policy needs no `unsafe-inline`. */
async function styleSource(style: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(style)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

/** A page with a policy of its own: its style and what `policy` adds, nothing else. */
export async function page(html: { lang: string; dir: 'ltr' | 'rtl'; title: string; head?: string; style: string; body: string }, policy: string[]): Promise<Response> {
  const text =
    `<!doctype html>\n<html lang="${html.lang}" dir="${html.dir}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n` +
    `<title>${html.title}</title>\n<link rel="icon" href="data:,">\n<style>${html.style}</style>\n${html.head ?? ''}</head>\n<body>\n${html.body}\n</body>\n</html>\n`;
  const csp = [
    "default-src 'none'", `style-src ${await styleSource(html.style)}`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", ...policy,
  ];
  return new Response(text, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp.join('; '), 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cache-control': 'no-cache' },
  });
}

/** Every route of the contract, readable without a script. */
export const docsPage = (document: OpenApi): Promise<Response> =>
  page({ lang: 'en', dir: 'ltr', title: 'Mizban gateway: contract', style: docsStyle, body: docsBody(document) }, ['img-src data:']);

/** What a person reads who opens a link to a file that has run out or was altered. */
export async function linkOverPage(status: number): Promise<Response> {
  const { body, headers } = await page({
    lang: 'fa', dir: 'rtl', title: 'این پیوند باز نمی‌شود', style: noteStyle, head: '<meta name="robots" content="noindex">\n',
    body:
      '<main><h1>این پیوند باز نمی‌شود</h1><p>پیوند هر فایل فقط چند دقیقه باز می‌شود. زمان این یکی تمام شده یا نشانی آن کامل نیست.</p>' +
      '<p>برای گرفتن فایل، به صفحه پیگیری درخواست یا میز کار برگردید و دوباره روی نام فایل بزنید.</p>' +
      '<section lang="en" dir="ltr"><h2>This link does not open</h2><p>A link to a file opens for a few minutes only. The time of this one is over, or its address is not complete.</p>' +
      '<p>To get the file, go back to the page where you track the request, or to the desk, and choose the name of the file again.</p></section></main>',
  }, ["font-src 'self'", 'img-src data:']);
  headers.set('cache-control', 'private, no-store');
  headers.set('referrer-policy', 'no-referrer');
  return new Response(body, { status, headers });
}

/** A page of the staff. Only scripts of this origin run, and only lit's own template policy may make HTML of text. */
const staffPage = (title: string, tag: string): Promise<Response> =>
  page(
    {
      lang: 'fa', dir: 'rtl', title, style: deskStyle,
      head: '<meta name="robots" content="noindex">\n<script type="module" src="/desk.js" data-gateway="/"></script>\n',
      body: `<${tag}><p>${title} در حال باز شدن است. اگر این نوشته ماند، جاوااسکریپت مرورگر را روشن کنید یا صفحه را دوباره باز کنید.</p></${tag}>`,
    },
    ["script-src 'self'", "connect-src 'self'", "font-src 'self'", "img-src 'self' data: blob:", "require-trusted-types-for 'script'", 'trusted-types lit-html'],
  );

/** The experts' page. */
export const deskPage = (): Promise<Response> => staffPage('میز کار کارشناسان', 'desk-console');

/** The page of those who watch over promises. */
export const monitorPage = (): Promise<Response> => staffPage('دستگاه‌ها و قولشان', 'desk-monitor');

/** The page of those who write the guides. */
export const guidesPage = (): Promise<Response> => staffPage('ویرایش راهنماها', 'guide-editor');

/** The page of those who write the forms of an agency's services. */
export const formsPage = (): Promise<Response> => staffPage('فرم‌های خدمت‌ها', 'form-studio');

/** The page of those who declare the services of an agency. */
export const declarePage = (): Promise<Response> => staffPage('اعلام خدمات دستگاه', 'catalog-intake');
