import type { GuideAnswer, GuideFinding, GuideQuestion, GuideTree } from '../contract/guide.ts';
import { foldKey } from '../persian/fold.ts';
import { findOffice, findServices, type GuideWorld } from './guide-match.ts';
import { noneId } from './guide-path.ts';

/**
 * From «where do I start?» to an answer in at most five questions. The list of guides is the first of them, so a tree may
 * ask four more.
 */
export const mostQuestions = 5;
const mostInTree = mostQuestions - 1;

type Node = GuideQuestion | GuideAnswer;

/**
 * Everything that must hold of a guide before citizens are led by it: no dead end, no loop, nothing that leads nowhere,
 * at most five questions. With `world` also that what it names is published there.
 */
export function checkGuide(tree: GuideTree, world?: GuideWorld, province?: string): GuideFinding[] {
  const findings: GuideFinding[] = [];
  const tell = (path: string, code: string, params?: GuideFinding['params'], severity: GuideFinding['severity'] = 'error') =>
    void findings.push({ path, code, severity, ...(params && { params }) });
  const nodes = new Map<string, Node>();
  if (tree.id === noneId) tell('id', 'guide.reserved');
  for (const node of tree.nodes) {
    if (nodes.has(node.id)) tell(`nodes.${node.id}`, 'node.twice');
    else nodes.set(node.id, node);
    if (node.id === noneId) tell(`nodes.${node.id}`, 'node.reserved');
  }
  if (!nodes.has(tree.start)) tell('start', 'target.unknown', { target: tree.start });
  for (const node of nodes.values()) {
    if (node.kind === 'question') checkQuestion(node, nodes, tell);
    else checkAnswer(node, world, province, tell);
  }
  checkWays(tree, nodes, tell);
  return findings;
}

type Tell = (path: string, code: string, params?: GuideFinding['params'], severity?: GuideFinding['severity']) => void;

function checkQuestion({ id, options }: GuideQuestion, nodes: Map<string, Node>, tell: Tell): void {
  const path = `nodes.${id}`;
  if (options.length === 0) tell(path, 'deadEnd');
  if (options.length === 1) tell(path, 'question.oneOption', undefined, 'warning');
  const labels = new Map<string, number>();
  const targets = new Map<string, number>();
  options.forEach(({ label, to }, at) => {
    const here = `${path}.options.${at}`;
    const key = foldKey(label.fa);
    if (labels.has(key)) tell(`${here}.label`, 'option.labelTwice', { other: labels.get(key)! });
    labels.set(key, at);
    // An address names the way by its stops: two ways to one stop would be the same address.
    if (targets.has(to)) tell(`${here}.to`, 'option.targetTwice', { other: targets.get(to)! });
    targets.set(to, at);
    if (!nodes.has(to)) tell(`${here}.to`, 'target.unknown', { target: to });
  });
}

function checkAnswer({ id, urgent, contacts = [], services = [], offices = [] }: GuideAnswer, world: GuideWorld | undefined, province: string | undefined, tell: Tell): void {
  const path = `nodes.${id}`;
  if (contacts.length + services.length + offices.length === 0) return tell(path, 'deadEnd');
  if (urgent && contacts.length === 0) tell(path, 'urgent.noPhone');
  if (!world) return;
  let there = contacts.filter(({ provinces }) => !provinces || !province || provinces.includes(province)).length;
  if (urgent && contacts.length > 0 && there === 0) tell(path, 'urgent.noPhone');
  services.forEach((service, at) => {
    const found = findServices(service, world).length;
    there += found;
    if (found) return;
    // An id is a promise; words may well meet nothing in a province that does not offer it.
    if ('offering' in service) tell(`${path}.services.${at}.offering`, 'service.unknown', { offering: service.offering });
    else tell(`${path}.services.${at}.need`, 'service.notOffered', { need: service.need[0]! }, 'warning');
  });
  offices.forEach((office, at) => {
    const found = findOffice(office, world);
    if (found) there++;
    if (!found) tell(`${path}.offices.${at}.agency`, 'agency.unknown', undefined, 'id' in office.agency ? 'error' : 'warning');
    else if (office.unit && !found.unit) tell(`${path}.offices.${at}.unit`, 'unit.unknown', undefined, 'warning');
  });
  if (there === 0) tell(path, 'answer.leadsNowhere');
}

/** Walks every way once: finds loops, what no way leads to, and ways that are too long. */
function checkWays(tree: GuideTree, nodes: Map<string, Node>, tell: Tell): void {
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const looped = new Set<string>();
  /** Questions on the longest way from here on. */
  const longest = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const node = nodes.get(id);
    if (!node || node.kind === 'answer') {
      depths.set(id, 0);
      return 0;
    }
    open.add(id);
    let most = 0;
    node.options.forEach(({ to }, at) => {
      if (!open.has(to)) most = Math.max(most, longest(to));
      else {
        looped.add(to);
        tell(`nodes.${id}.options.${at}.to`, 'loop', { target: to });
      }
    });
    open.delete(id);
    depths.set(id, most + 1);
    return most + 1;
  };
  const depth = longest(tree.start);
  // The length of a loop has no end, and it has been told.
  if (looped.size === 0 && depth > mostInTree) tell(`nodes.${tree.start}`, 'tooDeep', { questions: depth + 1, most: mostQuestions });
  for (const id of nodes.keys()) if (!depths.has(id)) tell(`nodes.${id}`, 'node.unreachable');
}
