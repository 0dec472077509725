import { ownNote } from './script.ts';

/** What an element needs to know about its gateway. Nearest wins: attribute, `<desk-config>`, script tag, default. */
export interface Configuration {
  /** Origin of the gateway, `https://desk.alborz.ir`. */
  gateway: string;
  /** Undefined: the gateway's own default province. */
  province?: string;
  agency?: string;
}
export type PartialConfiguration = { [K in keyof Configuration]?: Configuration[K] | null };

let script: PartialConfiguration = ownNote();
/** For those who have no script tag of ours: the single file, the npm entry, tests. */
export const setScriptConfiguration = (configuration: PartialConfiguration): void => {
  script = configuration;
};

/** Fired on document by `<desk-config>` when an attribute of it changes. */
export const configurationChanged = 'mizban-configuration';

/**
 * The `<desk-config>` that encloses an element, or the first one of the page. Its attributes are read from the tag, so
 * that they count also before its class has arrived.
 */
function nearest(element: Element, tag: string): PartialConfiguration | undefined {
  let found: Element | null = null;
  for (let node: Node | null = element; node && !found; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.localName === tag) found = node;
  }
  found ??= element.ownerDocument.querySelector(tag);
  const read = (name: string) => found?.getAttribute(name);
  return { gateway: read('gateway'), province: read('province'), agency: read('agency') };
}

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/**
 * Puts the levels together. Throws {@link ConfigurationError} with a sentence for the webmaster when there is no
 * gateway or its address cannot be read.
 */
export function resolveConfiguration(element: Element, own: PartialConfiguration, configTag: string): Configuration {
  const levels = [own, nearest(element, configTag), script];
  const pick = (name: keyof Configuration) =>
    levels.map((level) => level?.[name]).find((value) => value !== undefined && value !== null && value !== '');
  const gateway = pick('gateway');
  const tag = element.localName;
  if (!gateway) {
    throw new ConfigurationError(
      `<${tag}> does not know its gateway. Add gateway="https://…" to it, to <${configTag}> or data-gateway to the script tag.`,
    );
  }
  let url: URL;
  try {
    url = new URL(gateway, element.ownerDocument.baseURI);
  } catch {
    throw new ConfigurationError(`<${tag}> cannot read the gateway address “${gateway}”. Write it like https://desk.example.ir.`);
  }
  if (!/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(`<${tag}> needs a gateway address that starts with https://, not “${gateway}”.`);
  }
  return { gateway: url.href.replace(/\/$/, ''), province: pick('province') ?? undefined, agency: pick('agency') ?? undefined };
}
