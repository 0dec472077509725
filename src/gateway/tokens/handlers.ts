import type { Token } from '../../contract/token.ts';
import { agencies } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { reviewerOfAgency } from '../intake/access.ts';
import { namesOf } from '../intake/drafts.ts';
import type { Ports } from '../ports.ts';
import { audit } from '../staff/audit.ts';
import { makeToken, revokeToken, stateOf, tokensOf, type TokenRecord } from './tokens.ts';

/** Tokens of agencies' own systems, as officers and heads keep them. */
export function tokenHandlers(ports: Ports): Pick<Handlers, 'tokens' | 'makeToken' | 'revokeToken'> {
  const { db } = ports;

  async function onWire(province: string, records: readonly TokenRecord[]): Promise<Token[]> {
    const names = await namesOf(db, records.map(({ created_by: by }) => by));
    const known = new Map((await agencies(db, province)).map(({ id, name, county }) => [id, { id, name, county }]));
    return records.map((record) => ({
      id: record.id, agency: known.get(record.agency)!, name: record.name, madeAt: record.created_at.toISOString(),
      madeBy: record.created_by ? { id: record.created_by, name: names.get(record.created_by) ?? record.created_by } : null,
      expiresAt: record.expires_at.toISOString(), usedOn: record.used_on, revokedAt: record.revoked_at?.toISOString() ?? null,
      state: stateOf(record, ports.now()),
    }));
  }

  return {
    async tokens(_input, caller) {
      const { province, agency } = await reviewerOfAgency(ports, caller);
      const kept = agency ? [agency] : (await agencies(db, province)).map(({ id, name, county }) => ({ id, name, county }));
      return { items: await onWire(province, await tokensOf(db, province, agency?.id)), agencies: kept };
    },

    async makeToken({ body }, caller) {
      const { id, province } = await reviewerOfAgency(ports, caller, body.agency);
      const { record, secret } = await makeToken(ports, { ...body, province, by: id });
      await audit(db, ports, id, 'tokenMade', null);
      return { token: (await onWire(province, [record]))[0]!, secret };
    },

    async revokeToken({ params }, caller) {
      const staff = await reviewerOfAgency(ports, caller);
      const known = await tokensOf(db, staff.province, staff.agency?.id);
      if (!known.some(({ id }) => id === params.id)) throw new ProblemException('token.notFound');
      await revokeToken(ports, params.id);
      await audit(db, ports, staff.id, 'tokenRevoked', null);
    },
  };
}
