/**
 * Defaults of the public tokens `--desk-NAME`, light and dark. Plain values, so that a test can compute every contrast.
 * Their text pairs hold WCAG 2.2 AA on surface, ground and their own tint: test/core/contrast.test.ts.
 */
export const tokens = {
  accent: ['#0b6e75', '#58c7cf'],
  'on-accent': ['#ffffff', '#062427'],
  surface: ['#ffffff', '#14191b'],
  ground: ['#f5f7f7', '#0e1213'],
  ink: ['#1b2426', '#e8eeee'],
  'ink-soft': ['#55636a', '#a3b1b5'],
  line: ['#cfd8da', '#334044'],
  /** A control's border carries meaning alone: 3:1 against the surface. */
  'line-control': ['#7d8b90', '#6f8086'],
  good: ['#1c7a43', '#6fd19a'],
  warn: ['#8a5a00', '#f0bd5a'],
  bad: ['#b3261e', '#ff8a80'],
  info: ['#2a5db0', '#8ab4ff'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Quiet grounds: so many percent of a token over the surface, as `--_NAME`. */
export const tints = {
  tint: ['accent', 9],
  'good-tint': ['good', 9],
  'warn-tint': ['warn', 10],
  'bad-tint': ['bad', 8],
  'info-tint': ['info', 9],
  skeleton: ['ink-soft', 14],
} as const satisfies Record<string, readonly [token: keyof typeof tokens, percent: number]>;

const declare = (value: (light: string, dark: string) => string) =>
  Object.entries(tokens).map(([name, [light, dark]]) => `--_${name}:var(--desk-${name},${value(light, dark)});`).join('');

/**
 * Private shorthands `--_NAME` on `.root`. Offices still run Chrome 109 and Firefox 115, where a declaration with
 * `light-dark()` or `color-mix()` behind a `var()` is not skipped but void: plain values stand first, and newer ones
 * only inside `@supports`. No other sheet may use the two functions.
 */
export const tokenSheet = (): string =>
  `.root{${declare((light) => light)}${Object.keys(tints).map((name) => `--_${name}:var(--_ground);`).join('')}}` +
  `@media not print{:host([theme=dark]) .root{${declare((_, dark) => dark)}}}` +
  `@supports (color:light-dark(#000,#fff)){:host(:not([theme])) .root{${declare((light, dark) => `light-dark(${light},${dark})`)}}}` +
  `@supports (color:color-mix(in srgb,#000,#fff)){.root{` +
  Object.entries(tints).map(([name, [token, percent]]) => `--_${name}:color-mix(in srgb,var(--_${token}) ${percent}%,var(--_surface));`).join('') +
  `}}`;
