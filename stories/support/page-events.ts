/**
 * Server-sent events of the gateway in this page, read from its answers: the browser's own `EventSource` goes to the network, where this gateway is not.
 */
export class PageEvents {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState: number = PageEvents.CONNECTING;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  #reader?: ReadableStreamDefaultReader<Uint8Array>;

  constructor(readonly url: string) {
    void this.#read();
  }

  close(): void {
    this.readyState = PageEvents.CLOSED;
    void this.#reader?.cancel();
  }

  async #read(): Promise<void> {
    try {
      const answer = await fetch(this.url);
      if (!answer.ok) throw new Error(answer.statusText);
      this.#reader = answer.body!.getReader();
      if (this.closed) return void this.#reader.cancel();
      this.readyState = PageEvents.OPEN;
      const decoder = new TextDecoder();
      let text = '';
      for (let part = await this.#reader.read(); !part.done; part = await this.#reader.read()) {
        const events = (text + decoder.decode(part.value, { stream: true })).split('\n\n');
        text = events.pop()!;
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data !== undefined && !this.closed) this.onmessage?.(new MessageEvent('message', { data }));
        }
      }
    } catch {
      // Told below, as where a stream ended.
    }
    if (this.closed) return;
    this.readyState = PageEvents.CLOSED;
    this.onerror?.(new Event('error'));
  }

  private get closed(): boolean {
    return this.readyState === PageEvents.CLOSED;
  }
}
