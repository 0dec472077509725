/**
 * The Merkle tree of RFC 9162, section 2.1 (that of RFC 6962), over SHA-256. Hashes are 64 letters of hex. Only what the
 * platform has is needed, so that whoever holds a proof can check it in a browser, by themselves.
 *
 * A tree that only grows is kept as the roots of its complete subtrees: `NodeAt` names the one over the leaves
 * [index × 2^level, (index + 1) × 2^level). Whatever else a proof needs is made of these.
 */
export interface NodeAt {
  level: number;
  index: number;
}
export interface Node extends NodeAt {
  hash: string;
}
/** Hashes of complete subtrees, in the order of the question. */
export type ReadNodes = (nodes: NodeAt[]) => Promise<string[]>;

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const half = (n: number): number => Math.floor(n / 2);

async function sha256(...parts: Uint8Array[]): Promise<string> {
  const data = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of the tree without leaves. */
export const emptyRoot = (): Promise<string> => sha256();
/** The 0 and the 1 before them keep a leaf from passing for a node. */
export const leafHash = (data: Uint8Array): Promise<string> => sha256(Uint8Array.of(0), data);
export const nodeHash = (left: string, right: string): Promise<string> => sha256(Uint8Array.of(1), bytesOf(left), bytesOf(right));
/** The leaf of an event is the 32 bytes of its hash. */
export const eventLeaf = (eventHash: string): Promise<string> => leafHash(bytesOf(eventHash));

/** Complete subtrees that the leaves [from, to) fall into, left to right. `from` stands where a subtree of that size may begin. */
function cover(from: number, to: number): NodeAt[] {
  const nodes: NodeAt[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    for (let width = 2; at % width === 0 && at + width <= to; width *= 2) level++;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Root over complete subtrees that stand side by side, the largest first, as those of `frontier`. */
export async function fold(hashes: readonly string[]): Promise<string> {
  let root = hashes.at(-1)!;
  for (const left of hashes.slice(0, -1).reverse()) root = await nodeHash(left, root);
  return root;
}

type Range = readonly [from: number, to: number];
/** Roots of several ranges of leaves by one reading. */
async function rootsOf(ranges: readonly Range[], read: ReadNodes): Promise<string[]> {
  const covers = ranges.map(([from, to]) => cover(from, to));
  const hashes = await read(covers.flat());
  let at = 0;
  return Promise.all(covers.map(({ length }) => fold(hashes.slice(at, at += length))));
}

/** What a tree needs to grow: its complete subtrees, the largest first. */
export const frontier = (size: number): NodeAt[] => cover(0, size);

/**
 * Subtrees that become complete by one more leaf, the leaf itself first. `hashes` are those of `frontier(size)`; they are
 * brought to those of `size + 1`.
 */
export async function growBy(leaf: string, size: number, hashes: string[]): Promise<Node[]> {
  const grown: Node[] = [{ level: 0, index: size, hash: leaf }];
  hashes.push(leaf);
  for (let index = size; index % 2 === 1;) {
    const [left, right] = hashes.splice(-2) as [string, string];
    const hash = await nodeHash(left, right);
    index = half(index);
    grown.push({ level: grown.length, index, hash });
    hashes.push(hash);
  }
  return grown;
}

export async function treeRoot(size: number, read: ReadNodes): Promise<string> {
  return size ? (await rootsOf([[0, size]], read))[0]! : emptyRoot();
}

/** The largest power of two below `n`. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Audit path of a leaf in the tree of that size, from the leaf up. */
export async function inclusionPath(index: number, size: number, read: ReadNodes): Promise<string[]> {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError(`leaf ${index} is not among ${size}`);
  const siblings: Range[] = [];
  for (let [from, to] = [0, size]; to - from > 1;) {
    const middle = from + split(to - from);
    if (index < middle) {
      siblings.unshift([middle, to]);
      to = middle;
    } else {
      siblings.unshift([from, middle]);
      from = middle;
    }
  }
  return rootsOf(siblings, read);
}

/** That the first `size` leaves are the same in the tree of `to` leaves; both above 0. */
export async function consistencyPath(size: number, to: number, read: ReadNodes): Promise<string[]> {
  if (!(Number.isInteger(size) && size > 0 && size <= to)) throw new RangeError(`no tree of ${size} in one of ${to}`);
  const ranges: Range[] = [];
  let [from, end, whole] = [0, to, true];
  while (size < end) {
    const middle = from + split(end - from);
    if (size <= middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([from, middle]);
      from = middle;
      whole = false;
    }
  }
  if (!whole) ranges.unshift([from, end]);
  return rootsOf(ranges, read);
}

/** Whether the leaf stands at `index` of the tree with this size and root. Never throws: a proof comes from elsewhere. */
export async function verifyInclusion(
  { leaf, index, size, path, root }: { leaf: string; index: number; size: number; path: readonly string[]; root: string },
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (![leaf, root, ...path].every(isHash)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = await nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = await nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash === root;
}

/** Whether the tree of `size` leaves is the beginning of the one of `to`. Never throws. */
export async function verifyConsistency(
  { size, root, to, toRoot, path }: { size: number; root: string; to: number; toRoot: string; path: readonly string[] },
): Promise<boolean> {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(to) || size < 1 || size > to) return false;
  if (![root, toRoot, ...path].every(isHash)) return false;
  if (size === to) return path.length === 0 && root === toRoot;
  let [fn, sn] = [size - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  // A whole power of two is its own first node.
  const [first, ...rest] = fn === 0 ? [root, ...path] : path;
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  for (const node of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      older = await nodeHash(node, older);
      newer = await nodeHash(node, newer);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newer = await nodeHash(newer, node);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && older === root && newer === toRoot;
}
