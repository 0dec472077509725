import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../src/contract/catalogue.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { escape, publicData } from './public-data.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface Site {
  name: string;
  /** For the lines that the start script prints. */
  titleEn: string;
  folder: string;
  /** Files that a site takes from packages, so that nothing comes from a third party. */
  files?: Record<string, string>;
  /** Head and foot that all pages of the site share, around `{{content}}`; a page whose name ends with `-en` is in English. */
  layout?: Record<Locale, string>;
  /** Header that a careful host sends; the old portal sends none. */
  policy?: (gateway: string) => string;
}

/** As strict as a host can be: no inline style, no inline script, no eval, Trusted Types. */
const strictPolicy = (gateway: string): string =>
  [
    "default-src 'none'", `script-src ${gateway}`, `connect-src ${gateway}`, "style-src 'self'", "font-src 'self'", "img-src 'self' data:",
    "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html',
  ].join('; ');

export const sites: Site[] = [
  {
    name: 'portal', titleEn: 'Province portal', folder: './sites/portal/', layout: { fa: 'layout.html', en: 'layout-en.html' }, policy: strictPolicy,
    files: { '/fonts/vazirmatn.woff2': '../node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2' },
  },
  {
    name: 'registry', titleEn: 'Agency site: civil registry', folder: './sites/registry/', policy: strictPolicy,
    files: { '/bootstrap.rtl.min.css': '../node_modules/bootstrap/dist/css/bootstrap.rtl.min.css' },
  },
  { name: 'water', titleEn: 'Agency site: water company', folder: './sites/water/' },
];

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2',
};

const langOf = (path: string): Locale => (path.endsWith('-en.html') ? 'en' : 'fa');

/** The page within the site's layout; its first line says its title. */
async function within(site: Site, page: string, lang: Locale): Promise<string> {
  if (!site.layout) return page;
  const [first, title, content] = /^<!-- title: (.*) -->\n([^]*)$/.exec(page) ?? [];
  if (first === undefined) throw new Error(`A page of ${site.name} does not begin with <!-- title: … -->.`);
  const layout = await readFile(at(`${site.folder}${site.layout[lang]}`), 'utf8');
  return layout.replace('{{title}}', () => title!).replace('{{content}}', () => content!);
}

/** Fills `{{…}}` of a page: all of it is text for an attribute or an element, so all of it is escaped but our own lists. */
async function fill(page: string, gateway: string, path: string, query: URLSearchParams): Promise<string> {
  let catalogue: Catalogue | undefined;
  if (/\{\{agenc/.test(page)) {
    catalogue = await fetch(`${gateway}/v1/catalogue`).then((answer) => answer.json() as Promise<Catalogue>).catch(() => undefined);
  }
  const persian = new Intl.NumberFormat('fa-IR');
  const agencies = (catalogue?.agencies ?? [])
    .filter((agency) => agency.offerings > 0)
    .map(
      (agency) =>
        `<li><a href="/agency.html?id=${encodeURIComponent(agency.id)}"><span>${escape(agency.name.fa)}</span>` +
        `<span class="count">${persian.format(agency.offerings)} خدمت</span></a></li>`,
    )
    .join('');
  const names = [...new Set([...page.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))];
  const data = new Map(await Promise.all(names.map(async (name) => [name, await publicData(name, gateway, langOf(path), query.get('sort'))] as const)));
  return page.replace(/\{\{([\w./-]+)\}\}/g, (_, name: string) => {
    const told = data.get(name);
    if (told !== undefined) return told;
    if (name === 'gateway') return escape(gateway);
    if (name === 'agencies') return agencies || '<li>فهرست دستگاه‌ها اکنون در دسترس نیست.</li>';
    if (name === 'agencyName') return escape(catalogue?.agencies.find(({ id }) => id === query.get('id'))?.name.fa ?? 'دستگاه');
    if (name.startsWith('here.')) return name.slice(5) === path ? ' aria-current="page"' : '';
    return name.startsWith('query.') ? escape(query.get(name.slice(6)) ?? '') : '';
  });
}

async function answer(site: Site, gateway: string, target: string, response: ServerResponse): Promise<void> {
  const url = new URL(target, 'http://site.invalid');
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const file = site.files?.[path] ?? (/^\/[a-z-]+\.(html|css|js)$/.test(path) ? `${site.folder}${path.slice(1)}` : undefined);
  const body = file && !Object.values(site.layout ?? {}).some((layout) => path === `/${layout}`) && (await readFile(at(file)).catch(() => undefined));
  if (!file || !body) {
    response.writeHead(404, { 'content-type': types['html'] }).end('<!doctype html><html lang="fa" dir="rtl"><title>پیدا نشد</title><link rel="icon" href="data:,"><p>این صفحه نیست. <a href="/">صفحه نخست</a>');
    return;
  }
  const extension = file.split('.').at(-1)!;
  const headers: Record<string, string> = { 'content-type': types[extension]!, 'x-content-type-options': 'nosniff' };
  if (extension === 'html') {
    if (site.policy) headers['content-security-policy'] = site.policy(gateway);
    const page = await within(site, body.toString('utf8'), langOf(path));
    response.writeHead(200, headers).end(await fill(page, gateway, path, url.searchParams));
  } else {
    response.writeHead(200, headers).end(body);
  }
}

/** Serves one site on loopback. Port 0 takes a free one. */
export function serveSite(site: Site, port: number, gateway: string): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    answer(site, gateway, request.url ?? '/', response).catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program. Stop it, or start with another PORT (the sites take the ports after it).`) : error),
    );
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as { port: number };
      resolve({
        url: `http://127.0.0.1:${taken}`,
        close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
      });
    });
  });
}
