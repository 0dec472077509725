/** What a citizen may have to download, in bytes of brotli; a kilobyte is 1000 bytes. */
export interface Budget {
  name: string;
  limit: number;
  /** Entries of the build's manifest whose static imports are counted, each chunk once. */
  entries: string[];
}

const loader = 'src/loader.ts';
const element = (name: string) => `src/elements/${name}/${name}.define.ts`;

export const budgets: Budget[] = [
  { name: 'loader', limit: 3000, entries: [loader] },
  { name: 'service-finder', limit: 22_000, entries: [loader, element('service-finder')] },
  { name: 'service-finder with results', limit: 28_000, entries: [loader, element('service-finder'), 'src/elements/service-finder/parts/engine.ts'] },
  { name: 'track-status', limit: 24_000, entries: [loader, element('track-status'), 'src/elements/track-status/parts/status.ts'] },
  { name: 'rate-service', limit: 22_000, entries: [loader, element('rate-service')] },
  // To the first question; the form comes when the subject is chosen.
  { name: 'complaint-form', limit: 32_000, entries: [loader, element('complaint-form')] },
  { name: 'request-form', limit: 34_000, entries: [loader, element('request-form')] },
];

/** Without a limit: told, so that growth is seen. */
export const watched: Budget[] = ['service-sheet', 'service-guide', 'desk-console', 'desk-monitor', 'guide-editor', 'form-studio', 'catalog-intake'].map((name) => ({ name, limit: Infinity, entries: [loader, element(name)] }));

/** Code that must not reach the chunks of these budgets: strings that survive minifying. */
export const bans: { budget: string; strings: string[] }[] = ['service-finder', 'service-finder with results', 'track-status', 'rate-service'].map((budget) => ({
  budget, strings: ['ZodMini', 'ZodError', '$ZodType', 'urn:mizban:problem:', 'hono'],
}));
