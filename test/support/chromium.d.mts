/** Path of the browser named by CHROME_PATH, or of the first Chromium on this machine. */
export function findBrowser(): string | undefined;
export const chromiumFlags: string[];
