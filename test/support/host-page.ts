import type { ServerResponse } from 'node:http';
import { serveLoopback } from './loopback.ts';

export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

/** A site of somebody else: its pages by path, on an origin of its own. */
export async function serveHost(pages: Record<string, HostPage>): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const answer = (path: string, response: ServerResponse) => {
    // A browser asks for it by itself.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const page = pages[path];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers }).end(page?.html ?? '');
  };
  const server = await serveLoopback((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(new URL(request.url!, 'http://host.invalid').pathname, response);
  });
  return { ...server, asked };
}
