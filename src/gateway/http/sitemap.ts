import type { Hono } from 'hono';
import type { Ports } from '../ports.ts';
import { serviceAddress } from '../open-data/rdf/vocabulary.ts';
import { published, type Published } from '../open-data/published.ts';
import { keptWithAddresses, originOf, streamed } from '../open-data/respond.ts';
import { escaped } from '../open-data/xml.ts';
import { ProblemException } from './problem.ts';
import { matches, shortLived, tagOfText } from './respond.ts';
import type { GatewayEnv } from './mount.ts';

/** As many addresses as one file may hold (sitemaps.org, protocol 0.9). */
const mostInOneFile = 50_000;
const xmlType = 'application/xml; charset=utf-8';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

async function answer(ports: Ports, request: Request, text: string, mediaType: string): Promise<Response> {
  const etag = await tagOfText(text);
  const headers = { 'cache-control': keptWithAddresses(ports, shortLived), etag };
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': mediaType } });
}
const head = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${namespace}">\n`;
const entry = (name: string, address: string, at: Date | null): string =>
  `<${name}><loc>${escaped(address)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</${name}>\n`;

/** Addresses that are written at a time. */
const atOnce = 500;

async function* addressFile(origin: string, offerings: Published['offerings']): AsyncGenerator<string> {
  yield head('urlset');
  for (let from = 0; from < offerings.length; from += atOnce)
    yield offerings.slice(from, from + atOnce).map(({ id, at }) => entry('url', serviceAddress(origin, id), at)).join('');
  yield '</urlset>\n';
}

/** What search engines may read, and the addresses of all published services of every province. */
export function sitemapRoutes(app: Hono<GatewayEnv>, ports: Ports): void {
  app.get('/robots.txt', (context) => {
    context.set('route', 'robots');
    const origin = originOf(ports, context.req.raw);
    return answer(ports, context.req.raw, `User-agent: *\nDisallow: /v1/staff/\nDisallow: /desk\nDisallow: /metrics\nSitemap: ${origin}/sitemap.xml\n`, 'text/plain; charset=utf-8');
  });
  app.get('/sitemap.xml', async (context) => {
    context.set('route', 'sitemap');
    const origin = originOf(ports, context.req.raw);
    const rows = await ports.db.selectFrom('offering as o')
      .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
      .select(({ fn }) => ['o.province', fn.countAll<string>().as('count'), fn.max('v.created_at').as('at')])
      .groupBy('o.province').orderBy('o.province').execute();
    const files = rows.flatMap(({ province, count, at }) =>
      Array.from({ length: Math.ceil(Number(count) / mostInOneFile) }, (_, part) => entry('sitemap', `${origin}/sitemap/${province}-${part + 1}.xml`, at)));
    return answer(ports, context.req.raw, `${head('sitemapindex')}${files.join('')}</sitemapindex>\n`, xmlType);
  });
  app.get('/sitemap/:file', async (context) => {
    context.set('route', 'sitemapPart');
    const [, province, part] = /^([a-z0-9][a-z0-9.-]*)-([1-9]\d{0,5})\.xml$/.exec(context.req.param('file')) ?? [];
    const all = province ? await published(ports.db, province) : undefined;
    const offerings = all?.offerings.slice((Number(part) - 1) * mostInOneFile, Number(part) * mostInOneFile);
    if (!all || !offerings?.length) throw new ProblemException('notFound');
    const origin = originOf(ports, context.req.raw);
    return streamed(
      ports, context.req.raw,
      { of: ['sitemap', part!, all.version, all.modified!.toISOString(), origin], mediaType: xmlType, holdsAddresses: true, modified: all.modified },
      () => addressFile(origin, offerings),
    );
  });
}
