import type { CSSResult, LitElement } from 'lit';
import { loadPiece, type Piece, type PieceName, type Pieces } from './pieces.ts';

/** The pieces that one element has, with their styles in its root. */
export class PieceHolder {
  readonly there: Pieces = {};
  readonly #coming = new Set<Promise<unknown>>();

  constructor(private readonly host: LitElement) {}

  /** Undefined when the piece cannot be had now. */
  get<N extends PieceName>(name: N): Promise<Piece<N> | undefined> {
    const present = this.there[name];
    if (present) return Promise.resolve(present);
    const coming = this.#load(name);
    this.#coming.add(coming);
    return coming.finally(() => this.#coming.delete(coming));
  }

  /** When nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#coming.size) await Promise.all(this.#coming);
  }

  async #load<N extends PieceName>(name: N): Promise<Piece<N> | undefined> {
    try {
      const piece = await loadPiece(name);
      if (this.there[name]) return piece;
      (this.there as Record<string, unknown>)[name] = piece;
      const root = this.host.renderRoot as ShadowRoot;
      if ('styles' in piece) root.adoptedStyleSheets = [...root.adoptedStyleSheets, (piece.styles as CSSResult).styleSheet!];
      this.host.requestUpdate();
      return piece;
    } catch {
      return undefined;
    }
  }
}
