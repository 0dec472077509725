/** Pieces that the first field does not need. Asked for once; a piece that failed to come is asked for again. */
const loaders = {
  review: () => import('../parts/review.ts'),
  receipt: () => import('../receipt/receipt.ts'),
  files: () => import('../upload/file-control.ts'),
};
type Loaders = typeof loaders;
export type ChunkName = keyof Loaders;
export type Chunk<N extends ChunkName> = Awaited<ReturnType<Loaders[N]>>;

const loaded: { [N in ChunkName]?: Chunk<N> } = {};

export const chunk = <N extends ChunkName>(name: N): Chunk<N> | undefined => loaded[name];

/** Rejects when the piece cannot be had now. */
export async function loadChunk<N extends ChunkName>(name: N): Promise<Chunk<N>> {
  const present = loaded[name];
  if (present) return present;
  const piece = (await loaders[name]()) as Chunk<N>;
  (loaded as Record<ChunkName, unknown>)[name] = piece;
  return piece;
}

/** All of them, in the background: when the network goes, filling in, review and receipt still work. */
export const preloadChunks = (): void =>
  (Object.keys(loaders) as ChunkName[]).forEach((name) => void loadChunk(name).catch(() => undefined));
