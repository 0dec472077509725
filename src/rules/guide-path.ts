/** Stands in shared addresses for «none of these», so nothing may be called so. */
export const noneId = 'none';

/** The guide of complaints: its answers say who hears one. */
export const complaintGuide = 'complaint';

/** Where somebody stands: a guide, the stops after its first question, and whether they said «none of these» there. */
export interface GuidePath {
  /** Empty: the list of guides. */
  guide: string;
  nodes: readonly string[];
  none: boolean;
}

export const startOf = (guide = ''): GuidePath => ({ guide, nodes: [], none: false });

/** `death.family.spouse`, as it stands in an address; empty for the list of guides. */
export const pathText = ({ guide, nodes, none }: GuidePath): string => [guide, ...nodes, none ? noneId : ''].filter(Boolean).join('.');

/** Reads what {@link pathText} wrote; anything else is the list of guides. */
export function readPath(text: string | null | undefined): GuidePath {
  const parts = (text ?? '').split('.');
  if (!text || text.length > 400 || !parts.every((part) => /^[a-z0-9][a-z0-9-]{0,95}$/.test(part))) return startOf();
  const none = parts.at(-1) === noneId;
  const [guide = '', ...nodes] = none ? parts.slice(0, -1) : parts;
  return { guide, nodes, none };
}

export const samePath = (a: GuidePath, b: GuidePath): boolean => pathText(a) === pathText(b);

/** One step back; undefined at the list of guides, or at the first question where `only` is the guide that is shown. */
export function parentOf({ guide, nodes, none }: GuidePath, only = ''): GuidePath | undefined {
  if (none) return { guide, nodes, none: false };
  if (nodes.length) return { guide, nodes: nodes.slice(0, -1), none: false };
  return guide && guide !== only ? startOf() : undefined;
}

interface Option { to: string }
type Question = { id: string; kind: 'question'; options: readonly Option[] };
type Answer = { id: string; kind: 'answer' };

export interface Stop<N> {
  node: N;
  /** Questions on the way here, with the place of the option that was chosen. */
  answered: { question: Extract<N, { kind: 'question' }>; option: number }[];
  /** How many stops of the path are still there: a guide may have changed since its address was shared. */
  steps: number;
}

/** Follows a path in a guide as far as it leads. Undefined when the guide has no beginning. */
export function follow<N extends Question | Answer>(guide: { start: string; nodes: readonly N[] }, nodes: readonly string[]): Stop<N> | undefined {
  const find = (id: string) => guide.nodes.find((node) => node.id === id);
  let node = find(guide.start);
  if (!node) return undefined;
  const answered: Stop<N>['answered'] = [];
  for (const step of nodes) {
    if (node.kind !== 'question') break;
    const option = node.options.findIndex(({ to }) => to === step);
    const next = find(step);
    if (option < 0 || !next) break;
    answered.push({ question: node as Extract<N, { kind: 'question' }>, option });
    node = next;
  }
  return { node, answered, steps: answered.length };
}
