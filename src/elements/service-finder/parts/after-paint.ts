/** Does it when what is there now has been laid out and painted, in a task of its own: neither makes the other longer. */
export const afterPaint = (work: () => void): void => {
  // A page that nobody sees paints nothing.
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
};
