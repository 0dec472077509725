/** The gateway's clock, carried on by this device from the last time it was told. */
export class GatewayTime {
  #ahead = 0;

  /** Takes the time that an answer carries. The way it took, some tenths of a second, does not matter for days and hours. */
  set(at: string): void {
    this.#ahead = Date.parse(at) - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }
}
