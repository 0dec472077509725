/** What it needs of what shows it. */
export interface WaitPort {
  signal(): AbortSignal;
  update(): void;
}

/** Until another code may be sent, counted down on the screen. */
export class ResendWait {
  #until = 0;
  #tick?: ReturnType<typeof setTimeout>;

  constructor(readonly port: WaitPort) {}

  /** What is left of it, in whole seconds. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  start(seconds: number): void {
    this.#until = Date.now() + seconds * 1000;
    this.#show();
  }

  /** It is not on the screen any more. */
  stop(): void {
    clearTimeout(this.#tick);
  }

  #show = (): void => {
    this.stop();
    this.port.update();
    if (this.seconds && !this.port.signal().aborted) this.#tick = setTimeout(this.#show, 1000);
  };
}
