import type { GatewayClient } from '../../../client/client.ts';
import type { RouteInput } from '../../../contract/route-schemas.ts';

/**
 * What was published, kept on the device for the time without network, and so that the next visit need not wait. Cache
 * Storage is there on secure pages only; elsewhere the browser's own cache does what it can.
 */
const name = 'mizban-catalogue';
type Kept = 'catalogue' | 'catalogueIndex' | 'catalogueLexicon';

const addressOf = <N extends Kept>(client: GatewayClient, route: N, input: RouteInput<N>): string => {
  const { params, query } = input as { params?: Record<string, string>; query?: Record<string, string | undefined> };
  return client.url(route, params, query);
};

/** What lies on the device, or undefined. */
export async function kept<T, N extends Kept>(client: GatewayClient, route: N, input: RouteInput<N>): Promise<T | undefined> {
  try {
    const answer = await (await caches.open(name)).match(addressOf(client, route, input));
    return (await answer?.json()) as T | undefined;
  } catch {
    return undefined;
  }
}

/** Puts something on the device when the page has nothing else to do. */
export async function keep<N extends Kept>(client: GatewayClient, route: N, input: RouteInput<N>, content: object): Promise<void> {
  if (!('caches' in globalThis)) return;
  await import('./later.ts').then(({ keepOnDevice }) => keepOnDevice(name, addressOf(client, route, input), content)).catch(() => undefined);
}
