import type { Guide } from '../contract/guide.ts';

/**
 * Whether a question or an answer of a resolved guide leads to a service, an office or a phone number in its province: by
 * itself, or by one of its options. A tree serves every province, and not every agency of each has declared its services.
 */
export function leads(nodes: Guide['nodes'], id: string, seen: ReadonlySet<string> = new Set()): boolean {
  const node = nodes.find((each) => each.id === id);
  if (!node || seen.has(id)) return false;
  if (node.kind === 'answer') return node.services.length + node.contacts.length + node.offices.length > 0;
  return node.options.some(({ to }) => leads(nodes, to, new Set([...seen, id])));
}
