import { nationalInput } from '../catalogue/national-files.ts';
import { ProvinceFileError } from '../catalogue/province-files.ts';
import { publishNational } from '../catalogue/publish-national.ts';
import { readNationalFolder } from '../node/province-folder.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';
import { tellRejected } from './tell-rejected.ts';

command({
  name: 'npm run national -- FOLDER',
  help: `
Publishes the national sheets of a folder in the place of those there are, and renews the services of all provinces that
have something of them. What an agency declares otherwise stays as it is and is marked. In the folder: national.json (the
organisations, the ids of their agencies in the provinces, and the file of their declaration) and the declarations; as in
demo/data/national, which demo/data/README.md describes. Publishing the same again changes nothing.

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs.

Last line: {"sheets", "changed", "withdrawn", "provinces": [{"province", "offerings", "hidden", "version"}], "rejected"}; "hidden"
counts fields in which an agency says otherwise and has not looked since. Rows that were rejected are named before.
`,
  takes: 1,
  async run({ positionals: [folder] }) {
    if (!folder) throw new CommandError('Name the folder of the national sheets, as in: npm run national -- demo/data/national');
    try {
      const input = nationalInput(await readNationalFolder(folder), 'command');
      const { declarations, ...report } = await withDatabase((db) => publishNational({ db, now: () => new Date() }, input));
      return { json: { ...report, rejected: tellRejected(declarations) }, ok: true };
    } catch (error) {
      if (error instanceof ProvinceFileError) throw new CommandError(error.message);
      throw error;
    }
  },
});
