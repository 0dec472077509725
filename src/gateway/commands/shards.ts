import { resolve } from 'node:path';
import { allShards } from '../catalogue/shard-store.ts';
import { province } from '../catalogue/store.ts';
import { ProblemException } from '../http/problem.ts';
import { writeShards } from '../node/shard-files.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';

command({
  name: 'npm run shards -- PROVINCE FOLDER',
  help: `
Writes the search index of a province's published catalogue as small files for any web server that serves plain files:
FOLDER/VERSION/head/0.json and so on, each also compressed as .br and .gz.
A version is there whole or not at all; others beside it stay. Served below /v1/catalogue/shards/ they are what the gateway
itself gives out.

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs. Changes nothing in it.

Last line: {"province", "version", "files", "bytes", "path"}; bytes of all files as brotli.
`,
  takes: 2,
  async run({ positionals: [id, folder] }) {
    if (!id || !folder) throw new CommandError('Name the province and the folder to write to, as in: npm run shards -- alborz ./public/shards');
    return withDatabase(async (db) => {
      const place = await province(db, id).catch((error: unknown) => {
        if (error instanceof ProblemException) throw new CommandError(`The database knows no province “${id}”.`);
        throw error;
      });
      const { catalogueVersion: version } = place;
      const files = version ? await allShards(db, version) : new Map<string, string>();
      if (!version || files.size === 0) throw new CommandError(`${id} has published no index in shards. Publish its catalogue first.`);
      const { path, bytes } = await writeShards(files, resolve(folder), version).catch((error: unknown) => {
        throw new CommandError(`${folder} cannot be written: ${(error as Error).message}`);
      });
      return { json: { province: id, version, files: files.size, bytes, path }, ok: true };
    });
  },
});
