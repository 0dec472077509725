/** Random text; `crypto.randomUUID` exists on https only, and many portals are not there yet. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
