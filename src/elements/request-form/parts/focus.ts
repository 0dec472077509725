/** Focus to a heading, a summary or a field by its id; in a group of controls to the one that is wrong, or the first. */
export function focusIn(root: ParentNode, id: string): void {
  const target = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  const within = target?.matches('fieldset')
    ? (target.querySelector<HTMLElement>('[aria-invalid="true"]') ?? target.querySelector<HTMLElement>('input, select, textarea'))
    : target;
  within?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: id === 'heading' || id === 'summary' ? 'start' : 'center' });
}
