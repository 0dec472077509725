// Writes icons.ts from lucide-static (ISC): only the icons that are used, as SVG templates, each its own export.
import { readFileSync, writeFileSync } from 'node:fs';

const used = {
  alert: 'circle-alert', search: 'search', clock: 'clock', coin: 'banknote', globe: 'globe', pin: 'map-pin',
  phone: 'phone', check: 'check', checkCircle: 'circle-check', copy: 'copy', print: 'printer', close: 'x',
  chevronDown: 'chevron-down', forward: 'arrow-right', back: 'arrow-left', file: 'file-text', upload: 'upload',
  trash: 'trash-2', plus: 'plus', building: 'building-2', user: 'user', calendar: 'calendar', info: 'info',
  warning: 'triangle-alert', offline: 'wifi-off', refresh: 'refresh-cw', send: 'send', refer: 'corner-up-right',
  question: 'message-circle-question-mark', hourglass: 'hourglass', lock: 'lock', logOut: 'log-out', link: 'external-link',
  list: 'list-checks', route: 'route', book: 'scale', inbox: 'inbox', door: 'door-open', save: 'save', pause: 'pause', mic: 'mic',
  birth: 'baby', education: 'graduation-cap', health: 'heart-pulse', tax: 'percent', business: 'briefcase',
  socialSecurity: 'shield', property: 'house', utilities: 'plug-zap', insurance: 'umbrella', marriage: 'gem',
  retirement: 'armchair', documents: 'id-card', death: 'flower-2', other: 'layout-grid',
};
/** They point somewhere, so they are mirrored where text runs from right to left. */
const directional = new Set(['forward', 'back', 'send', 'refer', 'logOut', 'link', 'list', 'door']);

const icons = Object.entries(used).map(([name, file]) => {
  const source = readFileSync(new URL(`../../node_modules/lucide-static/icons/${file}.svg`, import.meta.url), 'utf8');
  const body = source.replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '').replace(/\s*\n\s*/g, '').replaceAll(' />', '/>').trim();
  const kind = directional.has(name) ? 'icon directional' : 'icon';
  return `export const ${name}Icon = html\`<svg class="${kind}" viewBox="0 0 24 24" aria-hidden="true">${body}</svg>\`;\n`;
});
writeFileSync(
  new URL('icons.ts', import.meta.url),
  `// Written by make-icons.mjs from lucide-static (ISC licence); do not edit.\n/* eslint-disable */\nimport { html } from 'lit';\n\n${icons.join('')}`,
);
