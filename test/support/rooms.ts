import type { Import, Source } from './sources.ts';

/** What a room may import, and the sentence that is said when it imports something else. */
interface Room {
  name: string;
  holds: (path: string) => boolean;
  values: string[];
  /** Rooms of which only types may be imported. */
  types: string[];
  packages: RegExp;
  sentence: string;
}

const under = (folder: string) => (path: string) => path.startsWith(`src/${folder}/`);
const none = /^$/;

export const rooms: Room[] = [
  { name: 'persian', holds: under('persian'), values: [], types: [], packages: /^jalaali-js$/, sentence: 'src/persian imports nothing of ours.' },
  {
    name: 'contract', holds: under('contract'), values: [], types: [], packages: /^zod\/mini$/,
    sentence: 'src/contract imports zod/mini only, and that through contract/zod.ts.',
  },
  {
    name: 'rules', holds: under('rules'), values: ['persian'], types: ['contract'], packages: /^(jose|canonicalize)(\/|$)/,
    sentence: 'src/rules is pure: it imports persian, and types of contract.',
  },
  { name: 'search', holds: under('search'), values: ['persian'], types: ['contract'], packages: none, sentence: 'src/search is pure: it imports persian, and types of contract.' },
  {
    name: 'client', holds: under('client'), values: ['rules', 'contract/accepted-routes.ts', 'contract/calendar-routes.ts', 'contract/carry-routes.ts', 'contract/citizen-routes.ts', 'contract/declaration-routes.ts', 'contract/delay-routes.ts', 'contract/form-studio-routes.ts', 'contract/guide-routes.ts', 'contract/intake-routes.ts', 'contract/monitor-routes.ts', 'contract/promise-routes.ts', 'contract/receipt-routes.ts', 'contract/search-routes.ts', 'contract/sheet-routes.ts', 'contract/staff-routes.ts', 'contract/upload-routes.ts'], types: ['contract'], packages: none,
    sentence: 'src/client imports types of contract, its tables of routes, and rules.',
  },
  { name: 'i18n', holds: under('i18n'), values: [], types: [], packages: /^(@lit\/localize|lit)(\/|$)/, sentence: 'src/i18n imports @lit/localize only.' },
  {
    name: 'core', holds: under('core'), values: ['i18n', 'client', 'persian', 'rules'], types: ['contract'],
    packages: /^(lit|@lit\/localize|qrcode-generator|altcha-lib)(\/|$)/, sentence: 'src/core imports i18n, client, persian, rules, and types of contract; never elements.',
  },
  {
    name: 'elements', holds: under('elements'), values: ['core', 'client', 'i18n', 'persian', 'rules', 'search'], types: ['contract'],
    packages: /^(lit|@lit\/localize|qrcode-generator|altcha-lib|tus-js-client)(\/|$)/,
    sentence: 'src/elements imports core, client, i18n, persian, rules, search, and types of contract.',
  },
  {
    name: 'paper', holds: under('paper'), values: ['core/facts', 'i18n', 'persian'], types: ['contract'], packages: /^(pdfkit|bidi-js|@lit\/localize|node:url)$/,
    sentence: 'src/paper imports core/facts, i18n, persian, and types of contract.',
  },
  {
    name: 'gateway', holds: under('gateway'), values: ['contract', 'rules', 'persian', 'search', 'paper'], types: [], packages: /./,
    sentence: 'src/gateway imports contract, rules, persian, search and paper; never core, elements or client.',
  },
  {
    name: 'entries', holds: (path) => /^src\/(loader|index|all)\.ts$/.test(path), values: ['elements', 'core', 'client'], types: ['contract'],
    packages: none, sentence: 'The entries import elements and core (index.ts also re-exports the client).',
  },
];

const roomOf = (path: string): Room | undefined => rooms.find(({ holds }) => holds(path));
/** `src/elements/x/…` → `x`. */
const elementOf = (path: string): string | undefined => /^src\/elements\/([^/]+)\//.exec(path)?.[1];

/** The rule that an import breaks, as its sentence; undefined when it breaks none. */
export function brokenRule(source: Pick<Source, 'path'>, { target, ours, typeOnly }: Import): string | undefined {
  const room = roomOf(source.path);
  if (!room) return 'Every file of src stands in one of the rooms of CONTRIBUTING.md.';
  if (!ours) {
    if (target.startsWith('zod') && source.path !== 'src/contract/zod.ts' && room.name !== 'gateway') return 'zod is imported through contract/zod.ts only.';
    return room.packages.test(target) ? undefined : room.sentence;
  }
  if (/^(demo|stories|test)\//.test(target)) return 'Nothing imports demo, stories or test.';
  if (!target.startsWith('src/')) return room.sentence;
  const other = elementOf(target);
  if (elementOf(source.path) && other && other !== elementOf(source.path)) {
    const defines = /\.define\.ts$/;
    return defines.test(source.path) && defines.test(target) ? undefined : "An element never imports another element's folder; one that contains another defines it in its own define file.";
  }
  if (target.startsWith('src/gateway/') && room.name !== 'gateway') return 'Nothing imports the gateway.';
  if (/^src\/[^/]+\.ts$/.test(target)) return 'Nothing imports an entry.';
  if (room.holds(target)) return undefined;
  const allowed = (name: string) => target === `src/${name}` || target.startsWith(`src/${name}/`);
  if (room.values.some(allowed) || (typeOnly && room.types.some(allowed))) return undefined;
  return room.sentence;
}

/** Rings of imports of values; each as the files in it, the first once more at the end. */
export function cycles(sources: readonly Source[]): string[][] {
  const edges = new Map(sources.map(({ path, imports }) => [path, imports.filter(({ ours, typeOnly, dynamic }) => ours && !typeOnly && !dynamic).map(({ target }) => target)]));
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}

/** Everything that a file needs at run time, itself included. */
export function reach(sources: readonly Source[], from: string): Map<string, Source> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Map<string, Source>();
  const walk = (path: string): void => {
    const source = byPath.get(path);
    if (!source || reached.has(path)) return;
    reached.set(path, source);
    for (const { target, ours, typeOnly } of source.imports) if (ours && !typeOnly) walk(target);
  };
  walk(from);
  return reached;
}
