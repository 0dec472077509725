import type { LitElement, ReactiveController } from 'lit';
import type { Filed } from '../../../contract/request.ts';
import { placeName, readPlace, writePlace } from '../../../core/history-place.ts';
import type { Position } from './form-session.ts';

/** Where somebody is: at a step, at the review, where the code of the mobile is asked for, or at the receipt, which goes with the tab. */
export type Place = Position | { at: 'proving' } | { at: 'filed'; filed: Filed };

interface Stop {
  service: string;
  known: string;
  at?: Place;
  /** Where the browser's own way back leads, within the same form. */
  from?: string;
}

export interface WayHost extends LitElement {
  service: string;
  known: string;
  /** Whoever contains this element says which form it shows. */
  readonly waiting?: 'outside' | undefined;
  /** The browser has gone to another place of the same form. */
  arrive(at: Place): void;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The browser's way back goes through the steps of a form and out of it, and a reload comes back to where it was, also
 * where the page itself names no service: the choice and the place lie in the entry of the history.
 */
export class Way implements ReactiveController {
  /** What the page itself asks for. */
  #given?: string;
  /** What the browser arrives at is where the person is already, or has left again. */
  #goingBack = false;

  constructor(private readonly host: WayHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPop);
    this.#given ??= this.host.service;
    if (!this.host.service) this.#choose();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPop);
  }

  /** Another form is asked for. Only what a person chose on this page is a way that leads back. */
  chosen(): void {
    const { service, known, waiting, hasUpdated } = this.host;
    const stop = this.#stop;
    if (stop?.service === service || (!service && !stop)) return;
    const byPerson = hasUpdated && service && !waiting && navigator.userActivation?.hasBeenActive;
    this.#write({ service, known }, byPerson ? 'push' : 'replace');
  }

  /** This is where the entry stands; without a place, where nothing is begun. */
  opened(at?: Place): void {
    const { service, known } = this.host;
    const stop = this.#stop;
    this.#write({ service, known, at, from: same(stop?.at, at) ? stop?.from : undefined }, 'replace');
  }

  /** The person is somewhere else now. History does not grow by going back to where they came from. */
  moved(at: Place): void {
    const { service, known } = this.host;
    const stop = this.#stop;
    if (this.#goingBack || same(stop?.at, at)) return;
    if (stop?.from === JSON.stringify(at)) {
      this.#goingBack = true;
      history.back();
    } else this.#write({ service, known, at, from: stop?.at && JSON.stringify(stop.at) }, 'push');
  }

  /** Where the entry of the history stands in the form that is open. */
  get at(): Place | undefined {
    return this.#stop?.service === this.host.service ? this.#stop.at : undefined;
  }

  get #stop(): Stop | undefined {
    return readPlace(placeName(this.host));
  }

  #write(stop: Stop, how: 'push' | 'replace'): void {
    writePlace(placeName(this.host), stop, how);
  }

  #onPop = (): void => {
    const { host } = this;
    if (this.#goingBack) {
      this.#goingBack = false;
      return host.requestUpdate();
    }
    if (host.waiting || this.#stop?.service === host.service) {
      if (this.at) host.arrive(this.at);
    } else this.#choose();
  };

  /** As attributes, which is how others choose too. */
  #choose(): void {
    const { service = this.#given, known } = this.#stop ?? {};
    if (this.host.waiting || (service ?? '') === this.host.service) return;
    for (const [name, value] of Object.entries({ known, service })) {
      if (value) this.host.setAttribute(name, value);
      else this.host.removeAttribute(name);
    }
  }
}
