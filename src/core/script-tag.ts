/** First import of the single file: the prefix must be known before any element is defined. */
import { setScriptConfiguration } from './configuration.ts';
import { setPrefix } from './define.ts';

const address = import.meta.url;
const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
// After a redirect the module's address is another one than the tag's.
const { dataset = {} as DOMStringMap } =
  scripts.find(({ src }) => src === address) ?? scripts.find(({ src }) => /\/desk\.all\.js(\?|$)/.test(src)) ?? {};
setPrefix(dataset['prefix'] ?? '');
setScriptConfiguration({ gateway: dataset['gateway'] || new URL(address).origin, province: dataset['province'], agency: dataset['agency'] });
