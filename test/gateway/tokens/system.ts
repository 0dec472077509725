import assert from 'node:assert/strict';
import type { MadeToken, SystemDeclaration } from '../../../src/contract/token.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { csvOf, officer } from '../intake/officer.ts';

/** An agency's own system, with a token that an officer made for it. */
export async function systemOfAgency(gateway: TestGateway, agency: string, days = 365) {
  const staff = officer(gateway, await gateway.signIn({ agency, role: 'officer' }));
  const made = await staff.good<MadeToken>(staff.post('/v1/staff/tokens', { agency, name: `سامانه ${agency}`, days }));
  const path = `/v1/provinces/alborz/declarations/${agency}`;
  const put = (body: Uint8Array | string, query = '', headers: Record<string, string> = {}, to = path) =>
    gateway.fetch(`${to}${query}`, { method: 'PUT', headers: { authorization: `Bearer ${made.secret}`, ...headers }, body: body as Uint8Array<ArrayBuffer> });
  return {
    staff, made, path, put,
    get: (query = '', headers: Record<string, string> = {}) => gateway.fetch(path + query, { headers }),
    async declare(table: string[][], query = ''): Promise<SystemDeclaration> {
      const answer = await put(csvOf(table), query);
      assert.equal(answer.status, 200, answer.ok ? '' : await answer.clone().text());
      return (await answer.json()) as SystemDeclaration;
    },
  };
}
