/** What the first field does not need comes in pieces. Asked for once; one that failed to come is asked for again. */
const loaders = {
  /** Groups, checkboxes, dates, times, places, files: forms that have them ask for it at once. */
  rare: () => import('./rare.ts'),
  /** The calendar to pick a day from, once somebody asks for it. */
  calendar: () => import('./calendar.ts'),
  /** The map of a place, once somebody asks for it. */
  map: () => import('./map.ts'),
  /** What is said when something is wrong. */
  wrong: () => import('./wrong.ts'),
  /** Keeps what is typed. */
  keeper: () => import('../../../core/drafts/draft-keeper.ts'),
  /** What a form does with what was kept. */
  drafts: () => import('./drafts.ts'),
  /** How a draft is kept, and for how long. */
  keeping: () => import('./keeping.ts'),
  review: () => import('./review.ts'),
  receipt: () => import('./receipt.ts'),
  /** What other forms have left waiting. */
  others: () => import('./others.ts'),
  /** For services without a form. */
  instead: () => import('./instead.ts'),
};
type Loaders = typeof loaders;
export type PieceName = keyof Loaders;
export type Piece<N extends PieceName> = Awaited<ReturnType<Loaders[N]>>;
/** Those that are there. */
export type Pieces = { [N in PieceName]?: Piece<N> };

/** Rejects when the piece cannot be had now. */
export const loadPiece = <N extends PieceName>(name: N): Promise<Piece<N>> => loaders[name]() as Promise<Piece<N>>;
