import { asPublished } from '../catalogue/store.ts';
import type { Format } from './format.ts';

/** The whole sheets, as `GET /v1/offerings/{id}` gives them. */
export const jsonFormat: Format = {
  name: 'services.json',
  mediaType: 'application/json; charset=utf-8',
  conformsTo: null,
  async *write({ published: { province, version, modified, offerings }, pages }) {
    const head = { province: { id: province.id, name: province.name }, version, modified: modified?.toISOString() ?? null, total: offerings.length };
    yield `${JSON.stringify(head).slice(0, -1)},"services":[`;
    let first = true;
    for await (const page of pages) {
      const text = page.map((each) => JSON.stringify(asPublished(each))).join(',\n');
      yield `${first ? '\n' : ',\n'}${text}`;
      first = false;
    }
    yield '\n]}\n';
  },
};
