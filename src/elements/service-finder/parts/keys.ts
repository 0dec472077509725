/** What the keys do, told by the element. */
export interface Keys {
  input: HTMLInputElement | null | undefined;
  links: HTMLElement[];
  /** Enter in the field with nothing to go to. */
  entered(): void;
  clear(): void;
}

/**
 * Arrow keys walk between field and results, Home and End within the results, Escape leads back and clears, and what is
 * typed on a result goes on in the field. The results are links in a list, and focus really moves to them: a listbox would
 * hide from screen readers what stands beside a title, and that they are links.
 */
export function onKey(event: KeyboardEvent, { input, links, entered, clear }: Keys): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const from = event.composedPath()[0] as HTMLElement;
  const field = from === input;
  const at = links.indexOf(from);
  if (!field && at < 0) return;
  const go = (target: HTMLElement | undefined | null) => {
    event.preventDefault();
    target?.focus();
  };
  switch (event.key) {
    case 'ArrowDown':
      return go(field ? links[0] : links[at + 1]);
    case 'ArrowUp':
      return field ? undefined : go(at === 0 ? input : links[at - 1]);
    case 'Home':
      return field ? undefined : go(links[0]);
    case 'End':
      return field ? undefined : go(links.at(-1));
    case 'Enter':
      if (!field) return;
      entered();
      return go(links[0] ?? input);
    case 'Escape':
      if (!field) return go(input);
      if (!input?.value) return;
      event.preventDefault();
      event.stopPropagation();
      return clear();
  }
  // The letter itself is written by the browser, into what has the focus by then.
  if (!field && [...event.key].length === 1 && event.key !== ' ') {
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }
}
