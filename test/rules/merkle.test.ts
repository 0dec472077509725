import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  consistencyPath, emptyRoot, eventLeaf, frontier, growBy, inclusionPath, leafHash, nodeHash, treeRoot, verifyConsistency, verifyInclusion, type ReadNodes,
} from '../../src/rules/merkle.ts';

/** As the gateway keeps a tree: grown leaf by leaf, complete subtrees only. */
async function grow(leaves: string[]): Promise<ReadNodes> {
  const nodes = new Map<string, string>();
  const hashes: string[] = [];
  for (const [size, leaf] of leaves.entries()) {
    for (const { level, index, hash } of await growBy(leaf, size, hashes)) {
      assert.equal(nodes.has(`${level}/${index}`), false, 'a node is written once');
      nodes.set(`${level}/${index}`, hash);
    }
    assert.deepEqual(hashes, frontier(size + 1).map(({ level, index }) => nodes.get(`${level}/${index}`)));
  }
  return async (wanted) => wanted.map(({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`);
    assert.ok(hash, `${level}/${index} is a complete subtree`);
    return hash;
  });
}

/** The definition of the RFC, word by word and with another implementation of SHA-256. */
function definition(leaves: string[]): string {
  if (leaves.length === 0) return createHash('sha256').digest('hex');
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash('sha256').update(Buffer.from(`01${definition(leaves.slice(0, k))}${definition(leaves.slice(k))}`, 'hex')).digest('hex');
}

const numbered = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, (_, index) => leafHash(Uint8Array.of(index % 256, index >> 8))));

// Those of the certificate transparency project's own tests, which other implementations carry too.
const published = {
  data: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    { index: 0, size: 1, path: [] },
    {
      index: 0, size: 8, path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5, size: 8, path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    { index: 2, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
    {
      index: 1, size: 5, path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { size: 1, to: 1, path: [] },
    {
      size: 1, to: 8, path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      size: 6, to: 8, path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      size: 2, to: 5, path: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
};

test('roots, audit paths and consistency proofs are those that are published for RFC 6962', async () => {
  const leaves = await Promise.all(published.data.map((hex) => leafHash(Buffer.from(hex, 'hex'))));
  const read = await grow(leaves);
  assert.equal(await emptyRoot(), published.roots[0]);
  for (const [size, root] of published.roots.entries()) assert.equal(await treeRoot(size, read), root, `of ${size} leaves`);
  for (const { index, size, path } of published.inclusion) {
    assert.deepEqual(await inclusionPath(index, size, read), path, `leaf ${index} of ${size}`);
    assert.ok(await verifyInclusion({ leaf: leaves[index]!, index, size, path, root: published.roots[size]! }), `leaf ${index} of ${size} verifies`);
  }
  for (const { size, to, path } of published.consistency) {
    assert.deepEqual(await consistencyPath(size, to, read), path, `${size} in ${to}`);
    assert.ok(await verifyConsistency({ size, root: published.roots[size]!, to, toRoot: published.roots[to]!, path }), `${size} in ${to} verifies`);
  }
});

test('the leaf of an event is the 32 bytes of its hash, and no leaf passes for a node', async () => {
  const event = createHash('sha256').update('event').digest('hex');
  assert.equal(await eventLeaf(event), createHash('sha256').update(Buffer.from(`00${event}`, 'hex')).digest('hex'));
  assert.notEqual(await leafHash(Buffer.from(event + event, 'hex')), await nodeHash(event, event));
});

test('every leaf of every tree of 1 to 70 leaves, and of some larger, proves to the root of the definition', async () => {
  const leaves = await numbered(200);
  const read = await grow(leaves);
  for (const size of [...Array.from({ length: 70 }, (_, index) => index + 1), 127, 128, 129, 200]) {
    const root = await treeRoot(size, read);
    assert.equal(root, definition(leaves.slice(0, size)), `root of ${size}`);
    const proved = await Promise.all(leaves.slice(0, size).map(async (leaf, index) =>
      verifyInclusion({ leaf, index, size, path: await inclusionPath(index, size, read), root })));
    assert.deepEqual(proved.flatMap((ok, index) => ok ? [] : [index]), [], `leaves of ${size} that do not prove`);
  }
});

test('every tree of 1 to 40 leaves is the beginning of every later one, and of none that differs in one leaf of it', async () => {
  const leaves = await numbered(40);
  const read = await grow(leaves);
  const roots = await Promise.all(leaves.map((_, index) => treeRoot(index + 1, read)));
  for (let size = 1; size <= leaves.length; size++) {
    const altered = await grow(leaves.map((leaf, index) => index === size - 1 ? leaves[0]!.replace(/^./, (first) => first === 'a' ? 'b' : 'a') : leaf));
    for (let to = size; to <= leaves.length; to++) {
      const path = await consistencyPath(size, to, read);
      const whole = { size, root: roots[size - 1]!, to, toRoot: roots[to - 1]!, path };
      assert.ok(await verifyConsistency(whole), `${size} in ${to}`);
      const other = { path: await consistencyPath(size, to, altered), toRoot: await treeRoot(to, altered) };
      assert.equal(await verifyConsistency({ ...whole, ...other }), false, `${size} in an altered ${to}`);
      if (to > size) assert.equal(await verifyConsistency({ ...whole, path: path.slice(1) }), false, `${size} in ${to}, cut`);
    }
  }
});

const one = fc.integer({ min: 1, max: 700 }).chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

test('no other leaf, place, size, path or root proves', async () => {
  const leaves = await numbered(701);
  const read = await grow(leaves);
  const stranger = createHash('sha256').update('stranger').digest('hex');
  await fc.assert(fc.asyncProperty(one, fc.nat(20), fc.nat(700), async ({ size, index }, at, otherIndex) => {
    const proof = { leaf: leaves[index]!, index, size, path: await inclusionPath(index, size, read), root: await treeRoot(size, read) };
    assert.ok(await verifyInclusion(proof));
    const forged = [
      { ...proof, leaf: stranger },
      { ...proof, root: stranger },
      { ...proof, path: [...proof.path, stranger] },
      { ...proof, index: size },
      { ...proof, size: size * 2 },
      { ...proof, index: -1 },
      { ...proof, index: index + 0.5 },
      ...(otherIndex === index ? [] : [{ ...proof, index: otherIndex }]),
      ...(proof.path.length ? [
        { ...proof, path: proof.path.slice(1) },
        { ...proof, path: proof.path.map((hash, place) => place === at % proof.path.length ? stranger : hash) },
        { ...proof, path: proof.path.map((hash, place) => place === at % proof.path.length ? hash.slice(1) : hash) },
      ] : []),
      // The next tree's root is another one, whatever its size is called.
      { ...proof, root: await treeRoot(size + 1, read) },
    ];
    for (const wrong of forged) assert.equal(await verifyInclusion(wrong), false, JSON.stringify(wrong));
  }), { numRuns: 60 });
});

test('a leaf that is not in the tree has no path, nor has a tree that is not in another', async () => {
  const read = await grow(await numbered(3));
  await assert.rejects(inclusionPath(3, 3, read), RangeError);
  await assert.rejects(consistencyPath(0, 3, read), RangeError);
  await assert.rejects(consistencyPath(4, 3, read), RangeError);
  const root = await treeRoot(3, read);
  assert.equal(await verifyConsistency({ size: 0, root: await emptyRoot(), to: 3, toRoot: root, path: [root] }), false);
  assert.equal(await verifyConsistency({ size: 3, root, to: 3, toRoot: root, path: [root] }), false, 'nothing more to say of the same tree');
  const path = await consistencyPath(2, 3, read);
  assert.ok(await verifyConsistency({ size: 2, root: await treeRoot(2, read), to: 3, toRoot: root, path }));
  assert.equal(await verifyConsistency({ size: 2, root: await treeRoot(2, read), to: 6, toRoot: root, path }), false, 'a path that ends too early');
  assert.equal(await verifyConsistency({ size: 3, root, to: 4, toRoot: root, path: [] }), false);
});
