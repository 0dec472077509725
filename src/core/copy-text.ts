/**
 * Copies a text. Where the clipboard is closed to us (plain http, a frame without permission) the older command is tried
 * on `shown`, which stays selected when that fails too. Gives whether it was copied.
 */
export async function copyText(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shown) return false;
    const selection = getSelection();
    selection?.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(shown);
    selection?.addRange(range);
    return document.execCommand('copy');
  }
}
