import { ownNote } from './script.ts';

/** Version of this copy, to name in the one warning when two copies meet on a page. */
export const version = '0.1.0';

let prefix = '';
/** `alborz` makes `<alborz-request-form>`: for a portal where a name is taken. Set before anything is defined. */
export const setPrefix = (value: string): void => {
  prefix = value ? `${value.replace(/-$/, '')}-` : '';
};
setPrefix(ownNote().prefix ?? '');

/** The tag under which an element of this copy stands on the page. */
export const tagOf = (name: string): string => prefix + name;

/**
 * Registers an element once. The first copy on a page wins; a second one of another version is told on the console and
 * otherwise harmless: a throw here would lose every later tag of the module.
 */
export function define(name: string, element: CustomElementConstructor & { version?: string }): void {
  const tag = tagOf(name);
  const present = customElements.get(tag) as { version?: string } | undefined;
  if (!present) {
    element.version = version;
    customElements.define(tag, element);
  } else if (present !== element && present.version !== version) {
    console.warn(
      `<${tag}> is already defined${present.version ? ` by Mizban ${present.version}` : ' by another script'}; Mizban ${version} leaves it as it is. ` +
        `Load one version, or give this one a prefix: <script data-prefix="name">.`,
    );
  }
}
