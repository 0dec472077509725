import type { CSSResult, LitElement, ReactiveController } from 'lit';
import type { FormDefinition } from '../../../contract/form.ts';
import { adoptStyles } from '../../../core/adopt-styles.ts';
import { itemsOf } from '../form/raw.ts';
import { isRare } from '../parts/field-view.ts';
import { loadPiece, type Piece, type PieceName, type Pieces } from './pieces.ts';

/** The pieces that one element has, with their styles in its root. */
export class PieceHolder implements ReactiveController {
  readonly there: Pieces = {};
  readonly #coming = new Set<Promise<unknown>>();
  /** The form whose fields were asked for last. */
  #definition?: FormDefinition;

  constructor(
    private readonly host: LitElement,
    /** What the form's rarer fields need has come. */
    private readonly prepare: (rare: Piece<'rare'>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
  }

  /** For forms with more than lines and radios. What cannot be had now comes when the line is back. */
  async rare(definition: FormDefinition): Promise<void> {
    this.#definition = definition;
    const piece = itemsOf(definition).some(isRare) && (await this.get('rare'));
    if (piece) this.prepare(piece);
  }

  #onOnline = (): void => void (this.#definition && this.rare(this.#definition));

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
      if ('styles' in piece) adoptStyles(this.host.renderRoot, piece.styles as CSSResult);
      this.host.requestUpdate();
      return piece;
    } catch {
      return undefined;
    }
  }
}
