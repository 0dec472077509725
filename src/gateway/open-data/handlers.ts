import { agencies } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { formats } from './formats.ts';
import { pagesOf, published } from './published.ts';
import { originOf, streamed } from './respond.ts';

type Names = 'openData' | 'openDataFile';

export function openDataHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db } = ports;
  return {
    async openData({ params }, caller) {
      const { province, version, modified, offerings } = await published(db, params.province);
      caller.headers.set('cache-control', shortLived);
      return {
        province: { id: province.id, name: province.name }, version, modified: modified?.toISOString() ?? null, offerings: offerings.length,
        files: formats.map(({ name, mediaType, conformsTo }) => ({ name, mediaType, conformsTo, path: `/v1/open-data/${province.id}/${name}` })),
      };
    },

    async openDataFile({ params }, { request }) {
      const format = formats.find(({ name }) => name === params.file);
      if (!format) throw new ProblemException('notFound');
      const all = await published(db, params.province);
      const list = await agencies(db, params.province);
      const origin = originOf(ports, request);
      return streamed(
        ports, request,
        { of: [format.name, all.version, JSON.stringify(list), origin], mediaType: format.mediaType, holdsAddresses: true, modified: all.modified },
        () => format.write({ published: all, agencies: list, origin, pages: pagesOf(db, all.offerings) }),
      );
    },
  };
}
