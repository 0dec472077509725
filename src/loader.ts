import { setPrefix, tagOf } from './core/define.ts';
import { setScriptConfiguration } from './core/configuration.ts';

/**
 * The script-tag entry. It finds the desk's tags on the page, also those that come later (UpdatePanel, client-side
 * navigation), and loads the chunk of each once. A static map: the bundler hashes and splits the chunks, addresses
 * resolve against this module, and an unknown tag cannot cause a request for a guessed path.
 */
const elements: Record<string, () => Promise<unknown>> = {
  'desk-config': () => import('./elements/desk-config/desk-config.define.ts'),
  'service-finder': () => import('./elements/service-finder/service-finder.define.ts'),
  'service-sheet': () => import('./elements/service-sheet/service-sheet.define.ts'),
  'request-form': () => import('./elements/request-form/request-form.define.ts'),
  'track-status': () => import('./elements/track-status/track-status.define.ts'),
  'desk-console': () => import('./elements/desk-console/desk-console.define.ts'),
};

/** The script tag of this module. `document.currentScript` is null in modules. */
const script = [...document.querySelectorAll('script')].find((candidate) => candidate.src === import.meta.url);
const data = script?.dataset ?? {};
setPrefix(data['prefix'] ?? '');
setScriptConfiguration({
  gateway: data['gateway'] ?? new URL('.', import.meta.url).origin,
  province: data['province'],
  agency: data['agency'],
});

const byTag = new Map(Object.keys(elements).map((name) => [tagOf(name), name]));
const selector = [...byTag.keys()].map((tag) => `${tag}:not(:defined)`).join();
const asked = new Set<string>();

function load(tag: string): void {
  const name = byTag.get(tag);
  if (!name || asked.has(name)) return;
  asked.add(name);
  elements[name]!().catch((error: unknown) => {
    // What stands between the tags stays visible; a later sight of the tag tries again.
    asked.delete(name);
    console.error(`Mizban: <${tag}> could not be loaded from ${new URL('.', import.meta.url).href}.`, error);
  });
}

function discover(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) load(element.localName);
}

discover(document);
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      load(node.localName);
      if (node.childElementCount) discover(node);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
