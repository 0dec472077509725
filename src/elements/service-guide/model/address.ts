import { pathText, readPath, type GuidePath } from '../../../rules/guide-path.ts';

const parameter = 'guide';
/** Beside whatever the host page keeps in its history. */
const stateKey = 'mizban-guide';

const isOurs = (part: string): boolean => part === parameter || part.startsWith(`${parameter}=`);
const parts = (): string[] => location.search.slice(1).split('&').filter(Boolean);

/** Where `?guide=` of the page's address leads; the list of guides when there is none. */
export function addressPath(): GuidePath {
  const given = parts().find(isOurs)?.slice(parameter.length + 1);
  try {
    return readPath(given && decodeURIComponent(given));
  } catch {
    return readPath('');
  }
}

/**
 * The page's address with a path in it. All else stays letter by letter: old portals have parameters in encodings that a
 * parser would spoil.
 */
export function addressOf(path: GuidePath): string {
  const text = pathText(path);
  const search = [...parts().filter((part) => !isOurs(part)), ...(text ? [`${parameter}=${text}`] : [])].join('&');
  return `${location.origin}${location.pathname}${search && `?${search}`}${location.hash}`;
}

/** The address of another page, with a path in it. */
export function withPath(address: string, path: GuidePath): string {
  const [page = '', ...fragment] = address.split('#');
  return [`${page}${page.includes('?') ? '&' : '?'}${parameter}=${pathText(path)}`, ...fragment].join('#');
}

/** Where a form was on the path before is no place on this one. */
const hostsOwn = (state: object | null): object => Object.fromEntries(Object.entries(state ?? {}).filter(([key]) => !key.startsWith('mizban-')));

/** Adds a step to the page's history, or corrects the present one. What the host keeps in its state is kept. */
export function writeAddress(path: GuidePath, from?: GuidePath): void {
  const state: unknown = history.state;
  const mergeable = state === null || (typeof state === 'object' && !Array.isArray(state));
  try {
    if (!from) history.replaceState(state, '', addressOf(path));
    else history.pushState(mergeable ? { ...hostsOwn(state as object | null), [stateKey]: pathText(from) } : state, '', addressOf(path));
  } catch {
    // A frame without an address of its own: the guide works without history.
  }
}

/** Whether the browser's own way back leads to this path, because we came from there. */
export const cameFrom = (path: GuidePath): boolean => (history.state as Record<string, unknown> | null)?.[stateKey] === pathText(path);
