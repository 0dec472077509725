import type { GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import type { Offering } from '../../../contract/offering.ts';

/** A service and its form, where it has one. Side by side: on a slow line a second round trip is a second of waiting. */
export async function openOffering(client: GatewayClient, id: string, signal: AbortSignal): Promise<{ offering: Offering; definition?: FormDefinition }> {
  const [offering, definition] = await Promise.all([
    client.call('offering', { params: { id } }, { signal }),
    client.call('offeringForm', { params: { id } }, { signal }).catch((error: unknown) => {
      if (error instanceof ProblemError && (error.code === 'form.notFound' || error.code === 'offering.notOnline')) return undefined;
      throw error;
    }),
  ]);
  return { offering, definition };
}
