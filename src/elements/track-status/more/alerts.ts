import { inTab } from '../../../core/drafts/in-tab.ts';

/** `absent`: this browser, or this page, shows no notes; `denied`: its user or somebody in charge of it shut them. */
export type AlertState = 'absent' | 'denied' | 'off' | 'on';

/** Asked for in this page, also where the tab keeps nothing. */
const here = new Map<string, boolean>();
/** There is such a thing, but pages may not show them: browsers of phones leave it to service workers, which a widget cannot bring. */
let refused = false;

const name = (code: string): string => `mizban-alerts|${code}`;
const wanted = (code: string): boolean => here.get(code) ?? inTab((tab) => tab.getItem(name(code))) === 'on';

/** Whether the browser itself tells of a request, by its code, while the page is open. Nothing of it goes over a server of anybody's. */
export function alertState(code: string): AlertState {
  if (refused || typeof Notification !== 'function' || !isSecureContext) return 'absent';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && wanted(code) ? 'on' : 'off';
}

function keep(code: string, on: boolean): void {
  here.set(code, on);
  inTab((tab) => (on ? tab.setItem(name(code), 'on') : tab.removeItem(name(code))));
}

/** Asks the browser's user, and shows the first note: only by that is known that they come. */
export async function turnAlertsOn(code: string, first: AlertWords): Promise<AlertState> {
  if (alertState(code) === 'off' && (await Notification.requestPermission()) === 'granted') {
    keep(code, true);
    showAlert(first);
  }
  return alertState(code);
}

export const turnAlertsOff = (code: string): void => keep(code, false);

export interface AlertWords {
  title: string;
  body: string;
  lang: string;
}

export function showAlert({ title, body, lang }: AlertWords): void {
  try {
    const note = new Notification(title, { body, lang, dir: 'auto' });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    refused = true;
  }
}

/** Calls back when the browser's user opens or shuts notes for this site, until the signal aborts. */
export async function onPermission(signal: AbortSignal, changed: () => void): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name: 'notifications' });
    permission.addEventListener('change', changed, { signal });
  } catch {
    // A browser that does not tell: it is read again whenever something is drawn.
  }
}
