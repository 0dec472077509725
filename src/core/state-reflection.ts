/**
 * Shows a state to the page's style sheet as `:state(pending)`. Chrome before 125 knows only the older `:--pending`;
 * before 90, and Firefox before 126, know neither: those pages lose a style, nothing else.
 */
export function reflectState(internals: ElementInternals | undefined, before: string, now: string): void {
  const states = internals?.states;
  if (!states || before === now) return;
  try {
    states.delete(before);
    states.add(now);
  } catch {
    try {
      states.delete(`--${before}`);
      states.add(`--${now}`);
    } catch {
      // A state is an ornament.
    }
  }
}
