import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compressed } from './compress.ts';

export interface Listening {
  url: string;
  /** Takes no more, lets what runs end, and cuts off what lasts longer than `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

/** The caller's address: of the socket, or as the trusted proxies in front wrote it, counted from the right. */
export function addressOf(socketAddress: string | undefined, forwarded: string | null, trustedProxies: number): string {
  const chain = (forwarded ?? '').split(',').map((one) => one.trim()).filter(Boolean);
  const said = trustedProxies > 0 ? chain.at(-trustedProxies) : undefined;
  return said ?? socketAddress ?? 'unknown';
}

/** Serves a `fetch` function on a socket. Rejects with one sentence when the address cannot be had. */
export function listen(
  fetch: (request: Request, info: { address: string }) => Promise<Response>,
  options: { host: string; port: number; trustedProxies?: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    // A search of 4096 letters is of the contract; each of ours takes six to nine bytes in an address, and Node stops at 16 kB.
    serverOptions: { maxHeaderSize: 64 * 1024 },
    fetch: async (request, env) => {
      const { incoming } = env as HttpBindings;
      const address = addressOf(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'), options.trustedProxies ?? 0);
      return compressed(request, await fetch(request, { address }));
    },
  }) as Server;
  // A sender that dribbles its head or its body does not hold a connection for ever.
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, options)));
    server.listen(options.port, options.host, () => {
      const { port } = server.address() as AddressInfo;
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      resolve({ url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`, close: (graceMs = 10_000) => close(server, graceMs) });
    });
  });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    // A caller who keeps the line after the last answer is not waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listenError(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken on ${host}: stop the program that uses it, or set PORT to another number.`);
  if (error.code === 'EACCES') return new Error(`This user may not listen on port ${port}: set PORT to a number above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Error(`This machine has no address ${host}: set HOST to one of its own, such as 127.0.0.1.`);
  return error;
}
