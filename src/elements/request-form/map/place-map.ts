import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { plusIcon } from '../../../core/icons.ts';
import { minusIcon, needleIcon } from './map-icons.ts';
import type { MapSource } from './map-source.ts';
import { pointOf, spotOf, tilesAround, type Point, type Spot } from './mercator.ts';

/** In the language of the form. */
export interface MapWords {
  label: string;
  how: string;
  closer: string;
  farther: string;
  /** The pictures do not come. */
  failed: string;
  at(spot: Spot): string;
}

const closest = 18;
const farthest = 4;
const near = 16;
/** Pixels of one key; with Shift of five. */
const step = 32;
/** So many pixels of a moving finger are still a tap. */
const slack = 6;

/**
 * A map whose middle is the place: it is moved under a pin that stands still. Written here and not taken from a library:
 * those that are well kept write `innerHTML`, which a page with trusted types forbids.
 */
export class PlaceMap extends LitElement {
  static override properties = { source: { attribute: false }, words: { attribute: false }, spot: { attribute: false }, zoom: { state: true }, failed: { state: true }, spoken: { state: true } };
  static override styles = css`
    :host {
      display: block;
    }
    .map {
      position: relative;
      block-size: 18em;
      margin-block-start: 0.35em;
      overflow: hidden;
      isolation: isolate;
      direction: ltr;
      touch-action: none;
      cursor: grab;
      border: 1.5px solid var(--_line-control);
      border-radius: var(--_radius);
      background: var(--_tint);
    }
    .map:focus-visible {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    .tiles img {
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 0;
      inline-size: 256px;
      block-size: 256px;
      max-inline-size: none;
      user-select: none;
    }
    /* Maps are drawn light: a dark surface dims them, a white one leaves them as they are. */
    .tiles::after {
      content: '';
      position: absolute;
      inset: 0;
      background: var(--_surface);
      mix-blend-mode: multiply;
      opacity: 0.45;
    }
    .needle {
      position: absolute;
      inset-block-end: 50%;
      inset-inline-start: calc(50% - 18px);
      inline-size: 36px;
      block-size: 36px;
      pointer-events: none;
      fill: var(--_bad);
      stroke: var(--_surface);
      stroke-width: 1.5;
    }
    .zoom {
      position: absolute;
      inset-block-start: 0.5em;
      inset-inline-end: 0.5em;
      display: grid;
      gap: 0.25em;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      padding: 0;
      border: 1px solid var(--_line-control);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_ink);
      cursor: pointer;
    }
    button[aria-disabled='true'] {
      color: var(--_ink-soft);
    }
    svg.icon {
      inline-size: 1.25em;
      block-size: 1.25em;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
    }
    .credit {
      position: absolute;
      inset-block-end: 0;
      inset-inline-start: 0;
      padding: 0.1em 0.4em;
      font-size: 0.75em;
      background: var(--_surface);
      color: var(--_ink);
    }
    p {
      margin: 0.35em 0 0;
    }
    .how {
      color: var(--_ink-soft);
    }
    @media (forced-colors: active) {
      .needle {
        fill: Highlight;
        stroke: Canvas;
      }
    }
  `;

  declare source: MapSource;
  declare words: MapWords;
  /** Known already; the map opens there. */
  declare spot: Spot | undefined;
  declare private zoom: number;
  declare private failed: boolean;
  /** Where the pin stood when it last came to rest: said to screen readers. */
  declare private spoken: Spot;
  #centre: Point = { x: 0, y: 0 };
  readonly #tiles = new Map<string, HTMLImageElement>();
  readonly #fingers = new Map<number, Point>();
  #travelled = 0;
  #spread = 0;
  #resized = new ResizeObserver(() => this.#draw());

  /** What the pin stands on. */
  get middle(): Spot {
    return spotOf(this.#centre, this.zoom);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resized.observe(this.#box);
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.zoom = this.spot ? near : this.source.zoom;
    this.#centre = pointOf(this.spot ?? this.source.centre, this.zoom);
    this.failed = false;
    this.spoken = this.middle;
  }

  protected override firstUpdated(_: PropertyValues): void {
    this.#resized.observe(this.#box);
    this.#draw();
  }

  protected override render(): TemplateResult {
    const { words, source } = this;
    return html`
      <div class="map" role="application" tabindex="0" aria-label=${words.label} aria-describedby="how at" @keydown=${this.#onKey} @pointerdown=${this.#onDown} @pointermove=${this.#onMove} @pointerup=${this.#onUp} @pointercancel=${this.#onUp}>
        <div class="tiles" aria-hidden="true"></div>
        ${needleIcon}
        <div class="zoom" @pointerdown=${(event: Event) => event.stopPropagation()}>
          <button type="button" aria-label=${words.closer} aria-disabled=${this.zoom < closest ? nothing : 'true'} @click=${() => this.#zoomBy(1)}>${plusIcon}</button>
          <button type="button" aria-label=${words.farther} aria-disabled=${this.zoom > farthest ? nothing : 'true'} @click=${() => this.#zoomBy(-1)}>${minusIcon}</button>
        </div>
        ${source.credit ? html`<span class="credit"><bdi>${source.credit}</bdi></span>` : nothing}
      </div>
      <p class="how" id="how">${words.how}</p>
      <p id="at" aria-live="polite">${words.at(this.spoken)}</p>
      <p role="status">${this.failed ? words.failed : nothing}</p>
    `;
  }

  get #box(): HTMLElement {
    return this.renderRoot.querySelector('.map')!;
  }

  #onKey = (event: KeyboardEvent): void => {
    const far = event.shiftKey ? step * 5 : step;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
    const move = moves[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    if (move) this.#moveBy(...move);
    else if (event.key === '+' || event.key === '=') this.#zoomBy(1);
    else if (event.key === '-') this.#zoomBy(-1);
    else return;
    event.preventDefault();
    this.#say();
  };

  #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#box.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.#fingers.size === 1) this.#travelled = 0;
    this.#spread = this.#distance();
  };

  #onMove = (event: PointerEvent): void => {
    const from = this.#fingers.get(event.pointerId);
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#travelled += Math.abs(x) + Math.abs(y);
    if (this.#fingers.size === 1) {
      if (this.#travelled > slack) this.#moveBy(-x, -y);
      return;
    }
    const spread = this.#distance();
    if (spread > this.#spread * 1.5 || spread < this.#spread / 1.5) {
      this.#zoomBy(spread > this.#spread ? 1 : -1);
      this.#spread = spread;
    }
  };

  #onUp = (event: PointerEvent): void => {
    if (!this.#fingers.delete(event.pointerId) || this.#fingers.size) return;
    // A tap sets the pin there.
    if (event.type === 'pointerup' && this.#travelled <= slack) {
      const { left, top, width, height } = this.#box.getBoundingClientRect();
      this.#moveBy(event.clientX - left - width / 2, event.clientY - top - height / 2);
    }
    this.#say();
  };

  #distance(): number {
    const [one, two] = [...this.#fingers.values()];
    return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : 0;
  }

  #moveBy(x: number, y: number): void {
    this.#centre = pointOf(spotOf({ x: this.#centre.x + x, y: this.#centre.y + y }, this.zoom), this.zoom);
    this.#draw();
  }

  #zoomBy(by: 1 | -1): void {
    const to = Math.max(farthest, Math.min(closest, this.zoom + by));
    if (to === this.zoom) return;
    const { middle } = this;
    this.zoom = to;
    this.#centre = pointOf(middle, to);
    this.#draw();
  }

  #say(): void {
    this.spoken = this.middle;
  }

  /** Puts the pictures where they belong, takes away those that are no longer seen, and asks for new ones. */
  #draw(): void {
    const layer = this.renderRoot.querySelector('.tiles')!;
    const { clientWidth, clientHeight } = this.#box;
    const wanted = new Set<string>();
    for (const { key, column, row, left, top } of tilesAround(this.#centre, this.zoom, clientWidth, clientHeight)) {
      wanted.add(key);
      let tile = this.#tiles.get(key);
      if (!tile) {
        tile = new Image();
        tile.alt = '';
        tile.draggable = false;
        tile.onerror = () => {
          tile!.remove();
          this.failed = true;
        };
        tile.src = this.source.tiles.replace('{z}', String(this.zoom)).replace('{x}', String(column)).replace('{y}', String(row));
        this.#tiles.set(key, tile);
        layer.append(tile);
      }
      tile.style.translate = `${left}px ${top}px`;
    }
    for (const [key, tile] of this.#tiles) {
      if (wanted.has(key)) continue;
      tile.remove();
      this.#tiles.delete(key);
    }
  }
}
