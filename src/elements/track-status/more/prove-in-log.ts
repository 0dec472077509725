import '../../../client/promise.ts';
import type { GatewayClient } from '../../../client/client.ts';
import type { CheckpointClaims } from '../../../contract/transparency.ts';
import { verifyCheckpoint } from '../../../rules/checkpoint.ts';
import { eventLeaf, verifyInclusion } from '../../../rules/merkle.ts';
import { verifyReceipt } from '../../../rules/receipt.ts';

export interface ProvenInLog {
  checkpoint: CheckpointClaims;
  /** To be kept. */
  jws: string;
}

/**
 * Whether the filing that a receipt names stands in the log that the gateway has signed, decided here: the gateway is asked for
 * the path, and not believed. `undefined` when what it gave does not prove it. Rejects as calls do.
 */
export async function proveInLog(client: GatewayClient, receipt: string, signal: AbortSignal): Promise<ProvenInLog | undefined> {
  const { keys } = await client.call('receiptKeys', {}, { signal });
  const { event } = await verifyReceipt(receipt, keys);
  const { checkpoint: { jws }, index, path } = await client.call('logProof', { params: { event } }, { signal });
  const checkpoint = await verifyCheckpoint(jws, keys).catch(() => undefined);
  if (!checkpoint) return undefined;
  const { size, root } = checkpoint;
  return (await verifyInclusion({ leaf: await eventLeaf(event), index, size, path, root })) ? { checkpoint, jws } : undefined;
}
