/** What an element needs to know about its gateway. Nearest wins: attribute, `<desk-config>`, script tag, default. */
export interface Configuration {
  /** Origin of the gateway, `https://desk.alborz.ir`. */
  gateway: string;
  /** Undefined: the gateway's own default province. */
  province?: string;
  agency?: string;
}
export type PartialConfiguration = { [K in keyof Configuration]?: Configuration[K] | null };

const key = Symbol.for('mizban.v1.script');
const shared = globalThis as Record<symbol, unknown>;

/** Called by the loader with what stands on its script tag. */
export const setScriptConfiguration = (configuration: PartialConfiguration): void => {
  shared[key] = configuration;
};

/** Fired on document by `<desk-config>` when an attribute of it changes. */
export const configurationChanged = 'mizban-configuration';

/** Duck type of `<desk-config>`: core does not import elements. */
export interface ConfigurationElement extends HTMLElement {
  readonly configuration: PartialConfiguration;
}
const isConfiguration = (node: Element): node is ConfigurationElement => 'configuration' in node;

/** The `<desk-config>` that encloses an element, or the first one of the page. */
function nearest(element: Element, selector: string): ConfigurationElement | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.matches(selector) && isConfiguration(node)) return node;
  }
  const first = element.ownerDocument.querySelector(selector);
  return first && isConfiguration(first) ? first : undefined;
}

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/**
 * Puts the levels together. Throws {@link ConfigurationError} with a sentence for the webmaster when there is no
 * gateway or its address cannot be read.
 */
export function resolveConfiguration(element: Element, own: PartialConfiguration, configTag: string): Configuration {
  const levels = [own, nearest(element, configTag)?.configuration, shared[key] as PartialConfiguration | undefined];
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
