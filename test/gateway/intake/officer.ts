import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Difference, Draft, DraftRow, PublicationList } from '../../../src/contract/intake.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { TestGateway } from '../../support/gateway.ts';

/** A declaration of the demo as rows of cells, the header first. */
export const tableOf = (agency: string): string[][] => Papa.parse<string[]>(readFileSync(`demo/data/alborz/declarations/${agency}.csv`, 'utf8'), { skipEmptyLines: true }).data;
export const csvOf = (table: string[][]): Uint8Array => new TextEncoder().encode(Papa.unparse(table));

/** What officers do, as the gateway is asked for it. */
export function officer(gateway: TestGateway, cookie: string) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const get = (path: string) => gateway.fetch(path, { headers });
  const post = (path: string, json: unknown) => gateway.fetch(path, { headers, json });
  const sendFile = (agency: string, bytes: Uint8Array, name = 'خدمات.csv') =>
    gateway.fetch(`/v1/staff/declarations?${new URLSearchParams({ agency, name })}`, { method: 'POST', headers, body: bytes as Uint8Array<ArrayBuffer> });
  const good = async <T>(answer: Response | Promise<Response>): Promise<T> => {
    const given = await answer;
    assert.ok(given.ok, `${given.status} ${given.ok ? '' : await given.clone().text()}`);
    return (await given.json()) as T;
  };
  return {
    get, post, sendFile, good,
    remove: (path: string) => gateway.fetch(path, { method: 'DELETE', headers }),
    handIn: (agency: string, table: string[][]) => good<Draft>(sendFile(agency, csvOf(table))),
    rows: async (draft: string, more = '') => (await good<{ items: DraftRow[]; next: string | null }>(get(`/v1/staff/declarations/${draft}/rows?limit=200${more}`))).items,
    difference: (draft: string) => good<Difference>(get(`/v1/staff/declarations/${draft}/difference`)),
    async publish(draft: string): Promise<PublicationList> {
      const { version, base } = await this.difference(draft);
      return good<PublicationList>(post(`/v1/staff/declarations/${draft}/publish`, { version, base, note: 'آزمون' }));
    },
    publications: (agency: string) => good<PublicationList>(get(`/v1/staff/publications?agency=${agency}`)),
  };
}

/** The code of a problem, with its status. */
export const problemOf = async (answer: Response | Promise<Response>): Promise<[number, string]> => {
  const given = await answer;
  return [given.status, ((await given.json()) as Problem).code];
};
