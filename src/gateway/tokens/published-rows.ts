import { ownOf } from '../catalogue/inherit.ts';
import { agencyRef, province } from '../catalogue/store.ts';
import { ProblemException } from '../http/problem.ts';
import { csvFormat } from '../open-data/csv.ts';
import { pagesOf, published, type Published, type PublishedSheet } from '../open-data/published.ts';
import { streamed, tagOf } from '../open-data/respond.ts';
import { tableHeader, tableRow } from '../open-data/table.ts';
import type { AgencyPlace } from '../catalogue/publish-agency.ts';
import type { Ports } from '../ports.ts';
import { startOfTehranDay } from '../tehran-day.ts';

const about = ({ version }: Published, { province: of, agency }: AgencyPlace) => ['declared', of, agency, version];

/** Tag of what an agency has published now; the same for JSON and CSV, and for a part of it. */
export async function declaredTag({ db }: Ports, place: AgencyPlace): Promise<string> {
  return tagOf(about(await published(db, place.province, place.agency), place));
}

/** What the agency itself declares: what a national sheet says in its place is not the agency's to send back. */
async function* ownPages(pages: AsyncIterable<PublishedSheet[]>): AsyncGenerator<PublishedSheet[], void> {
  for await (const page of pages) yield page.map(({ sheet, at }) => ({ sheet: ownOf(sheet).sheet, at }));
}

/** Moment of `modified_after`: as given, or the first of a day in Iran. */
const momentOf = (text: string): Date => (text.length === 10 ? startOfTehranDay(text) : new Date(text));

/**
 * The published table of one agency as a stream, with its tag. Throws `province.notFound`, `agency.notFound`.
 */
export async function publishedRows(
  ports: Ports, request: Request, place: AgencyPlace, { format = 'json', modifiedAfter }: { format?: 'json' | 'csv'; modifiedAfter?: string },
): Promise<Response> {
  const { db } = ports;
  await province(db, place.province);
  if (!(await agencyRef(db, place.province, place.agency))) throw new ProblemException('agency.notFound');
  const all = await published(db, place.province, place.agency);
  const after = modifiedAfter && momentOf(modifiedAfter);
  const chosen = after ? all.offerings.filter(({ at }) => at > after) : all.offerings;
  const tag = about(all, place);
  const pages = ownPages(pagesOf(db, chosen));
  const mediaType = format === 'csv' ? csvFormat.mediaType : 'application/json; charset=utf-8';
  return streamed(ports, request, { of: tag, mediaType, holdsAddresses: false, modified: all.modified }, () =>
    format === 'csv' ? csvFormat.write({ published: all, agencies: [], origin: '', pages }) : json(all, place, chosen.length, pages));
}

async function* json({ modified, offerings }: Published, place: AgencyPlace, total: number, pages: AsyncIterable<PublishedSheet[]>): AsyncGenerator<string> {
  const head = { ...place, modified: modified?.toISOString() ?? null, total, ids: offerings.map(({ id }) => id) };
  yield `${JSON.stringify(head).slice(0, -1)},"services":[`;
  let first = true;
  for await (const page of pages) {
    for (const each of page) {
      const cells = tableRow(each);
      yield `${first ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(tableHeader.map((name, at) => [name, cells[at]])))}`;
      first = false;
    }
  }
  yield '\n]}\n';
}
