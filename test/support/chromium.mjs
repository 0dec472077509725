// Where a Chromium is and how tests start it. Plain Node: `npm test` reads it before anything is installed.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of the browser named by CHROME_PATH, or of the first Chromium on this machine. */
export function findBrowser() {
  if (process.env.CHROME_PATH) return canRun(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual].find(canRun);
}

/** Runs as root and in containers, and asks nobody on the network for anything. */
export const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-search-engine-choice-screen', '--lang=fa',
];
