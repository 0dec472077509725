import type { TemplateResult } from 'lit';
import { ProblemError } from '../../client/errors.ts';
import { hearClock } from '../drafts/draft-store.ts';
import { draftPlaces, type DraftPlace } from '../drafts/places.ts';
import type { GatewayClient } from '../../client/client.ts';
import type { Locale } from '../../i18n/locale.ts';
import { elsewhereView, sentText } from './elsewhere-view.ts';
import { gatewayNow, replayable, type Attempt } from './attempt.ts';
import { alone, Waiting } from './waiting.ts';

/** One request that waits on the device, and what became of it. */
export interface Told {
  key: string;
  /** Offering id. */
  service: string;
  title: string;
  /** `refused`: its form says what is to be mended. */
  state: 'waits' | 'refused' | { code: string } | { proveUntil: number };
  /** The gateway wants to be left alone: it is sent by then, an instant in milliseconds since 1970. */
  goesAt?: number;
}

/** Of a draft, what matters here. */
interface Sendable {
  attempt?: Attempt;
}

/** What an element gives to whoever sends for it what other forms have left waiting on the device. */
export interface ElsewhereHost {
  readonly client: GatewayClient;
  readonly signal: AbortSignal;
  /** Key of the draft that this element looks after itself; undefined where it has no form open. */
  own(): string | undefined;
  update(): void;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
  /** Opens the form of a service: its request waits for a code, or to be mended. */
  open(service: string): void;
}

/**
 * Sends what other forms of this gateway have left waiting on the device: whoever opens another page of the agency has a
 * line again. Of two pages that do so at once one has the turn, and the key makes that a second sending changes nothing.
 */
export class Elsewhere {
  readonly told = new Map<string, Told>();
  #waiting?: Waiting | undefined;
  #busy = false;

  constructor(readonly host: ElsewhereHost) {}

  async send(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    let retryAfter: number | undefined;
    const lying = new Set<string>();
    hearClock(this.host.client.ahead);
    try {
      for (const place of draftPlaces()) {
        for (const draft of await place.list<Sendable>()) {
          const attempt = this.#ready(draft);
          if (!attempt) continue;
          lying.add(draft.key);
          try {
            await alone(draft.key, () => this.#sendOne(place, draft.key), this.host.signal);
          } catch (error) {
            if (this.host.signal.aborted) return;
            this.#tell(draft.key, attempt, 'waits');
            if (error instanceof ProblemError) retryAfter = Math.max(retryAfter ?? 0, error.problem.retryAfter ?? 0);
          }
        }
      }
      // Another page has sent it, or it was taken off.
      for (const [key, { state }] of this.told) if (state === 'waits' && !lying.has(key)) this.told.delete(key);
      this.host.update();
    } catch {
      // The browser keeps nothing here.
    } finally {
      this.#busy = false;
    }
    const rest = [...this.told.values()].some(({ state }) => state === 'waits');
    if (!rest) return this.stop();
    const goesAt = gatewayNow(this.host.client) + (this.#waiting ??= new Waiting(() => void this.send())).plan(retryAfter);
    if (!retryAfter) return;
    for (const each of this.told.values()) each.goesAt = goesAt;
    this.host.update();
  }

  stop(): void {
    this.#waiting?.stop();
    this.#waiting = undefined;
  }

  /** What waits and what became of it. Call while rendering. */
  view(locale: Locale, now: Date): TemplateResult {
    return elsewhereView(this, locale, now);
  }

  #ready({ key, content }: { key: string; content: Sendable }): Attempt | undefined {
    const { client, own } = this.host;
    const { attempt } = content;
    return key.startsWith(`${client.gateway}|`) && key !== own() && attempt?.waiting && gatewayNow(client) - attempt.at < replayable ? attempt : undefined;
  }

  /** Throws where it has to wait longer. */
  async #sendOne(place: DraftPlace, key: string): Promise<void> {
    // Its own form may have sent it, or somebody may have taken it off, while this one waited for its turn.
    const draft = await place.read<Sendable>(key);
    const attempt = draft && this.#ready(draft);
    if (!attempt) {
      if (this.told.get(key)?.state === 'waits') this.told.delete(key);
      return this.host.update();
    }
    if (attempt.proveUntil !== undefined) {
      // Its code is asked for in its own form. What the gateway has erased is told there too.
      if (attempt.proveUntil > gatewayNow(this.host.client)) this.#tell(key, attempt, { proveUntil: attempt.proveUntil });
      return;
    }
    try {
      const { post } = await import('./post.ts');
      const answer = await post(this.host.client, attempt, this.host.signal);
      if ('code' in answer) {
        await place.filed(key);
        this.#tell(key, attempt, { code: answer.code });
        this.host.say(() => sentText(attempt.title));
      } else {
        const proveUntil = Date.parse(answer.until);
        await place.write({ ...draft, content: { ...draft.content, attempt: { ...attempt, proveUntil } } });
        this.#tell(key, attempt, { proveUntil });
      }
    } catch (error) {
      if ((await import('./post.ts')).comesAgain(error)) throw error;
      await place.write({ ...draft, content: { ...draft.content, attempt: undefined } });
      this.#tell(key, attempt, 'refused');
    }
  }

  #tell(key: string, { title, body }: Attempt, state: Told['state']): void {
    this.told.set(key, { key, service: body.offering, title, state });
    this.host.update();
  }
}
