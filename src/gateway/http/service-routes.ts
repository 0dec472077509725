import type { Hono } from 'hono';
import { isMigrated } from '../database/migrate.ts';
import type { Ports } from '../ports.ts';
import { originOf } from '../open-data/respond.ts';
import { isDatabaseAway } from './failure.ts';
import { filingExample } from './filing-example.ts';
import type { Metrics } from './metrics.ts';
import type { GatewayEnv } from './mount.ts';
import { openApi, type Here } from './openapi.ts';
import { declarePage, deskPage, docsPage, formsPage, guidesPage, monitorPage } from './pages.ts';
import { ProblemException } from './problem.ts';
import { matches } from './respond.ts';
import { sitemapRoutes } from './sitemap.ts';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers } });

/** Where the reader found us, so that what is copied from the documentation reaches this gateway. */
async function here(ports: Ports, request: Request): Promise<Here> {
  const { version } = ports.settings;
  const server = originOf(ports, request);
  try {
    return { version, server, filing: await filingExample(ports) };
  } catch (error) {
    // Whoever reads the contract shall not need the database for it.
    if (!isDatabaseAway(error) && !(error instanceof ProblemException)) ports.log.error('docs.example', { message: String(error) });
    return { version, server };
  }
}

/** What stands beside the contract: for those who run the gateway, for developers, and the staff page. */
export function serviceRoutes(app: Hono<GatewayEnv>, ports: Ports, metrics: Metrics): void {
  const { version } = ports.settings;
  const named = (path: string, name: string, handler: (request: Request) => Promise<Response> | Response) =>
    app.get(path, (context) => {
      context.set('route', name);
      return handler(context.req.raw);
    });

  /** This process lives; says nothing of the database, so that its loss does not restart every copy. */
  named('/health', 'health', () => json({ status: 'ok', version }));
  /** Traffic may come: the database answers and its tables are of this version. */
  named('/ready', 'ready', async () => {
    try {
      if (await isMigrated(ports.db)) return json({ status: 'ready', version });
      return new ProblemException('server.unavailable', { detail: 'The database is not migrated yet.', retryAfter: 5 }).toResponse();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return new ProblemException('server.unavailable', { detail: 'The database cannot be reached.', retryAfter: 5 }).toResponse();
    }
  });
  named('/metrics', 'metrics', () =>
    new Response(metrics.text(version), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' } }));
  named('/openapi.json', 'openapi', async (request) =>
    // Without a public address it names the one that this reader called: no cache on the way may show it to another.
    json(openApi(await here(ports, request)), 200, { 'cache-control': `${ports.settings.publicUrl ? 'public' : 'private'}, max-age=300` }));
  named('/docs', 'docs', async (request) => docsPage(openApi(await here(ports, request))));
  named('/desk', 'desk', () => deskPage());
  named('/desk/guides', 'deskGuides', () => guidesPage());
  named('/desk/monitor', 'deskMonitor', () => monitorPage());
  named('/desk/forms', 'deskForms', () => formsPage());
  named('/desk/declare', 'deskDeclare', () => declarePage());
  sitemapRoutes(app, ports);
  app.get('/', (context) => context.redirect('/docs'));
  named('/*', 'file', async (request) => {
    const path = new URL(request.url).pathname;
    const file = await ports.pages?.file(path, request.headers.get('accept-encoding') ?? '');
    const tag = file?.headers.get('etag');
    if (tag && matches(request.headers.get('if-none-match'), tag)) {
      for (const name of ['content-encoding', 'content-type']) file!.headers.delete(name);
      return new Response(null, { status: 304, headers: file!.headers });
    }
    return file ?? new ProblemException('notFound').toResponse();
  });
}
