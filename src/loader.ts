import type { ScriptNote } from './core/script.ts';

/**
 * The script-tag entry. It finds the desk's tags on the page, also those that come later (UpdatePanel, client-side
 * navigation), and loads the chunk of each once. A static map: the bundler hashes and splits the chunks, addresses
 * resolve against this module, and an unknown tag cannot cause a request for a guessed path.
 *
 * It imports no value statically: a chunk that imported back from `desk.js` would run it a second time on pages that
 * write `desk.js?v=2`.
 */
const elements: Record<string, () => Promise<unknown>> = {
  'desk-config': () => import('./elements/desk-config/desk-config.define.ts'),
  'service-finder': () => import('./elements/service-finder/service-finder.define.ts'),
  'service-sheet': () => import('./elements/service-sheet/service-sheet.define.ts'),
  'service-guide': () => import('./elements/service-guide/service-guide.define.ts'),
  'request-form': () => import('./elements/request-form/request-form.define.ts'),
  'complaint-form': () => import('./elements/complaint-form/complaint-form.define.ts'),
  'track-status': () => import('./elements/track-status/track-status.define.ts'),
  'rate-service': () => import('./elements/rate-service/rate-service.define.ts'),
  'desk-console': () => import('./elements/desk-console/desk-console.define.ts'),
  'desk-monitor': () => import('./elements/desk-monitor/desk-monitor.define.ts'),
  'guide-editor': () => import('./elements/guide-editor/guide-editor.define.ts'),
  'form-studio': () => import('./elements/form-studio/form-studio.define.ts'),
  'catalog-intake': () => import('./elements/catalog-intake/catalog-intake.define.ts'),
};

const address = import.meta.url;
/** The chunk that every element needs. The build puts its address here. */
const core = 'mizban:core';
// After a redirect the module's address is another one than the tag's.
const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
const script = scripts.find(({ src }) => src === address) ?? scripts.find(({ src }) => /\/desk\.js(\?|$)/.test(src));
const data = script?.dataset ?? {};
const prefix = data['prefix'] ? `${data['prefix'].replace(/-$/, '')}-` : '';

// The chunks find this note when they come, each at its own time. See core/script.ts.
const notes = ((globalThis as Record<symbol, unknown>)[Symbol.for('mizban.v1.scripts')] ??= {}) as Record<string, ScriptNote>;
notes[new URL('.', address).href] = {
  prefix,
  // The gateway is where the script came from when nothing else is said.
  gateway: data['gateway'] || new URL(address).origin,
  province: data['province'],
  agency: data['agency'],
};

const byTag = new Map(Object.keys(elements).map((name) => [prefix + name, name]));
const selector = [...byTag.keys()].map((tag) => `${tag}:not(:defined)`).join();
const asked = new Set<string>();
/** Seconds until a chunk that did not arrive is asked for again. */
const patience = [2, 8, 30];

function load(tag: string): void {
  const name = byTag.get(tag);
  if (!name || asked.has(name)) return;
  asked.add(name);
  // What every element needs is fetched beside it, not after it.
  void import(core).catch(() => {});
  elements[name]!().catch((error: unknown) => {
    // What stands between the tags stays visible meanwhile.
    asked.delete(name);
    console.error(`Mizban: <${tag}> could not be loaded.`, error);
    const seconds = patience.shift();
    if (seconds) setTimeout(() => discover(document), seconds * 1000);
  });
}

function discover(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) load(element.localName);
}

discover(document);
addEventListener('online', () => discover(document));
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      load(node.localName);
      discover(node);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
