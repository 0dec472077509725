/**
 * Hands bytes that were fetched over to the browser as a download. A link to the gateway would lead away from the page when
 * the line is down or the link has run out.
 */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own reference by the next task in every browser that is met; a minute is for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
