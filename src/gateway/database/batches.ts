/** Rows that one statement writes or looks for. */
const mostAtOnce = 500;

/** Many rows in parts that one statement holds. */
export function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += mostAtOnce) yield all.slice(from, from + mostAtOnce);
}
