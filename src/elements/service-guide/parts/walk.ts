/** Arrow keys walk between choices, Home and End to the first and last. */
export function walkChoices(event: KeyboardEvent, root: ParentNode): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const choices = [...root.querySelectorAll<HTMLElement>('.choice:not(.skeleton)')];
  const at = choices.indexOf(event.composedPath()[0] as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choices[to]?.focus();
}
