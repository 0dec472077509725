/**
 * What a reader's system asks of pages, by the tag of the stories that show it. A page cannot ask for it itself: the test of
 * the stories lets the browser ask, and in the viewer the elements' own rules are switched as if it had.
 */
export const conditions = {
  'forced-colors': '(forced-colors: active)',
  'more-contrast': '(prefers-contrast: more)',
  'reduced-motion': '(prefers-reduced-motion: reduce)',
  print: 'print',
} as const;
export type Condition = keyof typeof conditions;

/** Queries that hold no longer when the condition does. */
const opposites: Partial<Record<Condition, string>> = {
  'reduced-motion': '(prefers-reduced-motion: no-preference)',
  print: 'not print',
};

export const conditionOf = (tags: readonly string[]): Condition | undefined =>
  (Object.keys(conditions) as Condition[]).find((name) => tags.includes(name));

/** Media rules of all sheets that elements have made, with the query that each was written with. */
const rules = new Map<CSSMediaRule, string>();
let shown: Condition | undefined;

function collect(list: CSSRuleList): void {
  for (const rule of list) {
    if (rule instanceof CSSMediaRule && !rules.has(rule)) rules.set(rule, rule.media.mediaText);
    if (rule instanceof CSSGroupingRule) collect(rule.cssRules);
  }
}

function apply(): void {
  for (const [rule, written] of rules) {
    rule.media.mediaText = !shown ? written : written === conditions[shown] ? 'all' : written === opposites[shown] ? 'not all' : written;
  }
}

/** To be called before the first element is made: their sheets pass through here. */
export function followSheets(): void {
  const replaceSync = CSSStyleSheet.prototype.replaceSync;
  CSSStyleSheet.prototype.replaceSync = function (text: string) {
    replaceSync.call(this, text);
    collect(this.cssRules);
    apply();
  };
}

/** Shows a story as under this condition; where the browser itself is under it, nothing is switched. */
export function showUnder(condition: Condition | undefined): void {
  shown = condition && !matchMedia(conditions[condition]).matches ? condition : undefined;
  apply();
}

/** What switching the rules cannot show. */
export const isPartial = (): boolean => shown === 'forced-colors';
