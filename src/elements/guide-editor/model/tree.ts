import type { GuideAgency, GuideAnswer, GuideQuestion, GuideTree } from '../../../contract/guide.ts';

export type GuideNode = GuideQuestion | GuideAnswer;
/** A text of a guide, as officers write it. */
export type Text = GuideQuestion['text'];

/** What the contract allows in one place. */
export const most = { options: 10, contacts: 5, services: 6, offices: 4, nodes: 80 } as const;

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const nodeOf = (tree: GuideTree, id: string): GuideNode | undefined => tree.nodes.find((node) => node.id === id);
export const headOf = (node: GuideNode): Text => (node.kind === 'question' ? node.text : node.title);

/** An id that no part of the tree has: `q3` for a question, `a3` for an answer. */
export function freeId(tree: GuideTree, kind: GuideNode['kind']): string {
  const letter = kind === 'question' ? 'q' : 'a';
  const taken = tree.nodes.map(({ id }) => Number(new RegExp(`^${letter}(\\d+)$`).exec(id)?.[1] ?? 0));
  return letter + String(Math.max(0, ...taken) + 1);
}

/** Puts a new question or answer behind the node it is for. Gives its id. */
export function addNode(tree: GuideTree, kind: GuideNode['kind'], after: string): string {
  const id = freeId(tree, kind);
  const at = tree.nodes.findIndex((node) => node.id === after);
  tree.nodes.splice(at < 0 ? tree.nodes.length : at + 1, 0, kind === 'question' ? { id, kind, text: { fa: '' }, options: [] } : { id, kind, title: { fa: '' } });
  return id;
}

/** Questions and answers that no way leads to. */
export function unreachable(tree: GuideTree): GuideNode[] {
  const met = new Set<string>();
  const walk = (id: string): void => {
    if (met.has(id)) return;
    met.add(id);
    const node = nodeOf(tree, id);
    if (node?.kind === 'question') node.options.forEach(({ to }) => walk(to));
  };
  walk(tree.start);
  return tree.nodes.filter(({ id }) => !met.has(id));
}

/** A guide to begin with. */
export const newGuide = (id: string, title: string, order: number): GuideTree => ({
  id, lifeEvent: null, title: { fa: title }, order, start: 'q1', nodes: [{ id: 'q1', kind: 'question', text: { fa: '' }, options: [] }],
});

const lines = (words: readonly string[]): string[] => words.map((line) => line.trim()).filter(Boolean);
const agency = (value: GuideAgency): GuideAgency => ('named' in value ? { named: lines(value.named) } : value);

/** Deletes what was left empty, and what is nothing: an English text that was taken out, a list without members. */
function tidyText(holder: object): void {
  for (const value of Object.values(holder) as unknown[]) {
    if (!value || typeof value !== 'object' || !('fa' in value)) continue;
    for (const [language, text] of Object.entries(value as Record<string, string>)) {
      if (language !== 'fa' && !text.trim()) delete (value as Record<string, string>)[language];
    }
  }
  const { hint, text, note } = holder as { hint?: Text; text?: Text; note?: Text };
  if (hint && !hint.fa.trim()) delete (holder as { hint?: Text }).hint;
  if (note && !note.fa.trim()) delete (holder as { note?: Text }).note;
  if (text && !text.fa.trim() && (holder as GuideNode).kind === 'answer') delete (holder as { text?: Text }).text;
}

/** The tree as it goes to the gateway: lines of words without empty ones, and without texts that say nothing. */
export function tidy(working: GuideTree): GuideTree {
  const tree = copyOf(working);
  tidyText(tree);
  for (const node of tree.nodes) {
    tidyText(node);
    if (node.kind === 'question') {
      node.options.forEach(tidyText);
      continue;
    }
    node.contacts?.forEach((contact) => {
      tidyText(contact);
      if (contact.provinces) contact.provinces = lines(contact.provinces);
    });
    node.services?.forEach((service) => {
      if (service.known) {
        for (const [field, value] of Object.entries(service.known)) if (!field || value === '') delete service.known[field];
        if (!Object.keys(service.known).length) delete service.known;
      }
      if ('offering' in service) return;
      service.need = lines(service.need);
      if (service.agency) service.agency = agency(service.agency);
    });
    node.offices?.forEach((office) => {
      office.agency = agency(office.agency);
      if (office.unit) office.unit = lines(office.unit);
    });
    for (const list of ['contacts', 'services', 'offices'] as const) if (node[list]?.length === 0) delete node[list];
  }
  return tree;
}

/** What differs between two trees: names of questions and answers, and the empty name for what stands at the top. */
export function changed(from: GuideTree, to: GuideTree): string[] {
  const top = ({ nodes: _, ...rest }: GuideTree) => rest;
  const ids = new Set([...from.nodes, ...to.nodes].map(({ id }) => id));
  const names = [...ids].flatMap((id) => {
    const [before, after] = [nodeOf(from, id), nodeOf(to, id)];
    return same(before, after) ? [] : [headOf((after ?? before)!).fa || id];
  });
  return same(top(from), top(to)) ? names : ['', ...names];
}
