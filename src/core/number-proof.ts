import type { GatewayClient } from '../client/client.ts';
import type { Proof } from '../contract/request.ts';

/**
 * The last proof of a mobile number on this page, for the next filing of the same person: it is not asked for again within
 * its minutes. It lives in memory alone and ends with the page.
 */
const proofs = new WeakMap<GatewayClient, Proof>();

export const keepNumberProof = (client: GatewayClient, proof: Proof): void => void proofs.set(client, proof);

export function numberProof(client: GatewayClient): string | undefined {
  const proof = proofs.get(client);
  return proof && Date.parse(proof.expiresAt) > Date.now() ? proof.token : undefined;
}
