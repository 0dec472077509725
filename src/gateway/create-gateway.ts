import { Hono } from 'hono';
import { catalogueHandlers } from './catalogue/handlers.ts';
import { randomToken } from './crypto.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { formHandlers } from './forms/handlers.ts';
import { guideHandlers } from './guides/handlers.ts';
import { toProblem } from './http/failure.ts';
import type { Handlers } from './http/handler.ts';
import { addStandardHeaders, preflight } from './http/headers.ts';
import { Metrics } from './http/metrics.ts';
import { mount, type GatewayEnv } from './http/mount.ts';
import { ProblemException } from './http/problem.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { hsdsHandlers } from './hsds/handlers.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { liveHandlers } from './live/handlers.ts';
import { inboxPage } from './messages/inbox.ts';
import { openDataHandlers } from './open-data/handlers.ts';
import { overviewHandlers } from './overview/handlers.ts';
import type { Ports } from './ports.ts';
import { proofHandlers } from './proof/handlers.ts';
import { calendarHandlers } from './calendars/handlers.ts';
import { reasonHandlers } from './desk-log/handlers.ts';
import { monitorHandlers } from './monitor/handlers.ts';
import { queueHandlers } from './queue/handlers.ts';
import { requestHandlers } from './requests/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { undeliveredHandlers } from './messages/undelivered.ts';
import { sheetHandlers } from './sheets/handlers.ts';
import { noticeHandlers } from './staff/notices.ts';
import { staffHandlers } from './staff/handlers.ts';
import { authenticate } from './staff/sessions.ts';
import { declareHandlers } from './tokens/declare-handlers.ts';
import { tokenHandlers } from './tokens/handlers.ts';
import { systemOf } from './tokens/tokens.ts';
import { transparencyHandlers } from './transparency/handlers.ts';
import { uploadHandlers } from './uploads/handlers.ts';

export interface Gateway {
  /** `address`: where the caller comes from, for rate limits. */
  fetch(request: Request, info?: { address?: string }): Promise<Response>;
}

/**
 * The whole gateway as one `fetch`: the same code behind a socket, in tests, and in the page of Storybook. It keeps no
 * state of its own but open streams, so any number of copies may run over one database.
 */
export function createGateway(ports: Ports): Gateway {
  const handlers: Handlers = {
    ...catalogueHandlers(ports),
    ...formHandlers(ports),
    ...guideHandlers(ports),
    ...hsdsHandlers(ports),
    ...intakeHandlers(ports),
    ...openDataHandlers(ports),
    ...searchHandlers(ports),
    ...sheetHandlers(ports),
    ...undeliveredHandlers(ports),
    ...staffHandlers(ports),
    ...noticeHandlers(ports),
    ...overviewHandlers(ports),
    ...tokenHandlers(ports),
    ...declareHandlers(ports),
    ...requestHandlers(ports),
    ...liveHandlers(ports),
    ...draftHandlers(ports),
    ...proofHandlers(ports),
    ...transparencyHandlers(ports),
    ...uploadHandlers(ports),
    ...monitorHandlers(ports),
    ...queueHandlers(ports),
    ...calendarHandlers(ports),
    ...reasonHandlers(ports),
  };
  const metrics = new Metrics();
  const app = new Hono<GatewayEnv>();

  app.use(async (context, next) => {
    const started = performance.now();
    const id = randomToken(9);
    // As the router reads it: `/v1/%73taff` is a staff route too, and gets the headers of one.
    const { path } = context.req;
    context.set('route', 'none');
    if (context.req.method === 'OPTIONS') {
      context.res = preflight(path);
      return;
    }
    await next();
    addStandardHeaders(ports, path, context.res.headers);
    context.res.headers.set('x-request-id', id);
    const ms = performance.now() - started;
    const { status } = context.res;
    metrics.count(context.get('route'), status, ms);
    // Name of the route, never its address: addresses hold tracking codes.
    ports.log.info('request', { id, route: context.get('route'), method: context.req.method, status, ms: Math.round(ms) });
  });
  mount(app, ports, handlers, { staff: (request) => authenticate(ports, request), system: (bearer) => systemOf(ports, bearer) });
  if (!ports.settings.production) {
    for (const path of ['/dev/inbox', '/dev/inbox.json']) {
      app.get(path, (context) => {
        context.set('route', 'inbox');
        return inboxPage(ports, context.req.raw);
      });
    }
  }
  serviceRoutes(app, ports, metrics);
  app.notFound(() => new ProblemException('notFound').toResponse());
  app.onError((error, context) => toProblem(error, ports.log, { route: context.get('route') }).toResponse());

  return { fetch: async (request, info = {}) => app.fetch(request, info) };
}
