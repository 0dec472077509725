import { setScriptConfiguration } from './configuration.ts';
import { setPrefix } from './define.ts';

/** The script tag whose module has this address; `document.currentScript` is null in modules. */
export function scriptOf(address: string): HTMLScriptElement | undefined {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  // After a redirect the module's address is another one than the tag's.
  return scripts.find(({ src }) => src === address) ?? scripts.find(({ src }) => /\/desk(\.all)?\.js(\?|$)/.test(src));
}

/** Takes over what stands on the script tag. The gateway is where the script came from when nothing else is said. */
export function configureScript(data: DOMStringMap, address: string): void {
  setPrefix(data['prefix'] ?? '');
  setScriptConfiguration({
    gateway: data['gateway'] || new URL(address).origin,
    province: data['province'],
    agency: data['agency'],
  });
}
