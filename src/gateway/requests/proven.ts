import type { CallerContext } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { provenRequest } from '../proof/proofs.ts';
import { lookupHash } from './code.ts';

/** Id of the request that the code names and the caller's proof opens. One answer for all that is not so. */
export async function proven(ports: Ports, code: string, caller: CallerContext): Promise<string> {
  const id = await provenRequest(ports, await lookupHash(ports, code), caller.proof ?? '');
  if (!id) throw new ProblemException('request.notFound');
  return id;
}
