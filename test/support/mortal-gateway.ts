import { request as call, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveLoopback } from './loopback.ts';
import type { Server } from '../gateway/requests/server.ts';

/** The gateway is killed before it hears a write (a method and a path without its ids), or after its answer, which then is lost. */
export interface Death {
  write: string;
  when: 'before' | 'after';
}
export const deathsAt = (...writes: string[]): Death[] => writes.flatMap((write) => (['before', 'after'] as const).map((when) => ({ write, when })));

const writeOf = ({ method, url }: IncomingMessage): string => `${method} ${url!.replace(/\?.*/, '').replace(/(?<=\/(uploads|accepted))\/[^/]+/, '')}`;

/** One address in front of a gateway that is killed at writes and started anew on another port. */
export class MortalGateway {
  url = '';
  close: () => Promise<void> = () => Promise.resolve();
  /** Runs as long as the gateway is not up again. */
  restarting: Promise<void> | undefined;
  /** `left`: what is still to happen, each once. `up` is told of each new start. */
  constructor(private readonly server: Server, readonly left: Death[] = [], private readonly up: () => void = () => undefined) {}

  async open(): Promise<void> {
    const { url, close } = await serveLoopback((incoming, response) => void this.#carry(incoming, response).catch(() => response.destroy()));
    Object.assign(this, { url, close });
  }

  async #carry(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const at = this.restarting ? -1 : this.left.findIndex(({ write }) => write === writeOf(incoming));
    const [death] = at < 0 ? [] : this.left.splice(at, 1);
    if (death?.when === 'before') await this.#kill();
    const answer = await this.#ask(incoming, Buffer.concat(chunks));
    if (death?.when === 'after') {
      await this.#kill();
      throw new Error('the answer is lost');
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #kill(): Promise<void> {
    const ended = this.server.end('SIGKILL');
    this.restarting = ended.then(() => this.server.start()).then(() => {
      this.restarting = undefined;
      this.up();
    });
    await ended;
  }

  #ask({ method, url, headers }: IncomingMessage, body: Buffer): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const asked = call(new URL(url!, this.server.url), { method, headers, agent: false }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
