import type { Selectable } from 'kysely';
import { readTrackingCode } from '../../rules/tracking-code.ts';
import { keyedHash } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';

export const trackingCodeHash = (ports: Pick<Ports, 'secrets'>, code: string): Promise<string> =>
  keyedHash(ports.secrets.lookup, 'tracking-code', code);

/**
 * What to look for when somebody gives `input` as a code. A wrong check digit or something that is no code at all is
 * looked up like any other and not found, with the same work: the answer does not tell one from the other.
 */
export function lookupHash(ports: Pick<Ports, 'secrets'>, input: string): Promise<string> {
  const reading = readTrackingCode(input);
  return trackingCodeHash(ports, reading.ok ? reading.code : `no code ${input}`);
}

/** The request that somebody's input is the code of. */
export const requestByCode = async (ports: Pick<Ports, 'db' | 'secrets'>, input: string): Promise<Selectable<Database['request']> | undefined> =>
  ports.db.selectFrom('request_code').innerJoin('request', 'request.id', 'request_code.request')
    .selectAll('request').where('request_code.code_hash', '=', await lookupHash(ports, input)).executeTakeFirst();
