import { sql } from 'kysely';
import type { LiveChange } from '../../contract/request.ts';
import { ProblemException } from '../http/problem.ts';
import { most } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';

/** How often versions are looked at, for all streams together. Milliseconds, as all here. */
export const lookEvery = 2_000;
/** A stream that had nothing to tell for so long says the same version again: both ends find out when the line is dead. */
export const repeatAfter = 15_000;
/** Then a stream is ended, and whoever still looks comes again: to another copy of the gateway, perhaps. */
export const longest = 300_000;
/** Streams of one address. Who gets none asks now and then. */
export const mostOfSource = 4;
const mostOfProcess = 5_000;

interface Stream {
  request: string;
  source: string;
  version: number;
  openedAt: number;
  toldAt: number;
  out: ReadableStreamDefaultController<Uint8Array>;
}

const bytes = new TextEncoder();

/** Does `work` again and again, so long after it was done the last time, until the returned function is called. */
function byTimer(milliseconds: number, work: () => Promise<void>): () => void {
  let ended = false;
  let timer = setTimeout(run, milliseconds);
  function run(): void {
    void work().finally(() => { if (!ended) timer = setTimeout(run, milliseconds); });
  }
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/**
 * Tells whoever holds a stream that its request has a newer version. One statement each round for all streams of the
 * process, none while there are none: notifications of the database do not come through poolers.
 */
export class Watch {
  readonly #streams = new Set<Stream>();
  #endRounds?: (() => void) | undefined;

  constructor(readonly ports: Ports) {
    ports.stopping?.addEventListener('abort', () => {
      for (const stream of [...this.#streams]) this.#end(stream);
    });
  }

  /** A stream of a request whose version is `version` now. Throws `rate.limited`, `server.unavailable`. */
  open(request: string, version: number, source: string): ReadableStream<Uint8Array> {
    const { ports } = this;
    if (ports.stopping?.aborted) throw new ProblemException('server.unavailable', { retryAfter: 2 });
    const same = [...this.#streams].filter((stream) => stream.source === source).length;
    if (same >= most(ports, mostOfSource) || this.#streams.size >= mostOfProcess) throw new ProblemException('rate.limited', { retryAfter: 60 });
    const now = ports.now().getTime();
    let stream: Stream;
    return new ReadableStream<Uint8Array>({
      start: (out) => {
        stream = { request, source, version, openedAt: now, toldAt: now, out };
        this.#streams.add(stream);
        // Not all at once after a restart.
        out.enqueue(bytes.encode(`retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n\n`));
        this.#tell(stream, now);
        this.#endRounds ??= (ports.rounds ?? byTimer)(lookEvery, () => this.#look());
      },
      cancel: () => this.#forget(stream),
    });
  }

  async #look(): Promise<void> {
    const now = this.ports.now().getTime();
    for (const stream of [...this.#streams]) if (now - stream.openedAt >= longest) this.#end(stream);
    const ids = [...new Set([...this.#streams].map(({ request }) => request))];
    if (!ids.length) return;
    const versions = new Map<string, number>();
    try {
      const rows = await this.ports.db.selectFrom('request').select(['id', 'version']).where(sql<boolean>`id = any(${ids})`).execute();
      for (const { id, version } of rows) versions.set(id, version);
    } catch (error) {
      if (!this.ports.stopping?.aborted) this.ports.log.error('live.failed', { message: error instanceof Error ? error.message : String(error) });
    }
    for (const stream of this.#streams) {
      const version = versions.get(stream.request) ?? stream.version;
      if (version === stream.version && now - stream.toldAt < repeatAfter) continue;
      stream.version = version;
      this.#tell(stream, now);
    }
  }

  #tell(stream: Stream, now: number): void {
    stream.toldAt = now;
    const { version }: LiveChange = stream;
    stream.out.enqueue(bytes.encode(`data: ${JSON.stringify({ version })}\n\n`));
  }

  #end(stream: Stream): void {
    this.#forget(stream);
    stream.out.close();
  }

  #forget(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size) return;
    this.#endRounds?.();
    this.#endRounds = undefined;
  }
}
