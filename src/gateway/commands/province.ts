import { provinceInput, ProvinceFileError } from '../catalogue/province-files.ts';
import { publishProvince } from '../catalogue/publish.ts';
import { ReasonChangedError } from '../desk-log/reasons.ts';
import { readProvinceFolder } from '../node/province-folder.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';
import { tellRejected } from './tell-rejected.ts';

command({
  name: 'npm run province -- FOLDER',
  help: `
Publishes a province from a folder, a new one or one that is there: what its agencies declare is its catalogue then, beside
those of other provinces. In the folder: province.json (id and name), agencies.json (agencies with their units and the file of
their declaration), calendar.json (office hours, holidays, closures), the declarations, and forms/ if it has any; as in
demo/data/isfahan, which demo/data/README.md describes. Publishing the same again changes nothing.

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs.

Last line: {"province", "version", "agencies", "offerings", "changed", "withdrawn", "rejected"}; rows that were rejected are named before.
`,
  takes: 1,
  async run({ positionals: [folder] }) {
    if (!folder) throw new CommandError('Name the folder of the province, as in: npm run province -- demo/data/isfahan');
    try {
      const input = provinceInput(await readProvinceFolder(folder), 'command');
      const { declarations, ...report } = await withDatabase((db) => publishProvince({ db, now: () => new Date() }, input));
      return { json: { ...report, agencies: input.agencies.length, rejected: tellRejected(declarations) }, ok: true };
    } catch (error) {
      if (error instanceof ProvinceFileError || error instanceof ReasonChangedError) throw new CommandError(error.message);
      throw error;
    }
  },
});
