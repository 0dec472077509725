import { brotliCompressSync, constants } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { serveLoopback } from '../support/loopback.ts';

/** A phone four times slower than this machine, on slow 4G, as web.dev's Lighthouse sets them. */
export const phone = {
  cpuRate: 4,
  network: { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
};

/** Makes a page as slow as on that phone; gives the session through which more may be asked. */
export async function onPhone(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', phone.network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuRate });
  return session;
}

/** A page of a public agency, as small as it can be. */
export const shell = (head: string, body: string): string =>
  `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>bench</title>${head}<body>${body}`;

/** Serves texts by path, all compressed as the gateway compresses its files. */
export async function servePages(pages: Record<string, [type: string, text: string]>, headers: Record<string, string> = {}) {
  const bodies = Object.fromEntries(
    Object.entries(pages).map(([path, [, text]]) => [path, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })]),
  );
  return serveLoopback((request, response) => {
    const path = request.url ?? '';
    const page = pages[path];
    if (!page) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${page[0]}; charset=utf-8`, 'content-encoding': 'br', ...headers }).end(bodies[path]);
  });
}
