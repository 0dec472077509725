import { StaffRole } from '../../contract/staff.ts';
import { units } from '../catalogue/store.ts';
import { randomToken } from '../crypto.ts';
import { closeStaff, createStaff, foldUsername, renewStaff } from '../staff/accounts.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';
import { requireAgency, requireProvince } from './places.ts';

const roles = StaffRole.options;
const ofAgency = new Set<string>(['expert', 'head']);

command({
  name: 'npm run staff -- PROVINCE [USERNAME]',
  help: `
Accounts of the desk: experts who answer, heads to whom is reported what is late, and those who see the whole province. Lists
them, of one province.

  --add ROLE        makes the account USERNAME: ${roles.join(', ')}. Its password is in the last line, and kept nowhere
  --name NAME       how colleagues read it; needed with --add
  --agency ID       of experts and heads, for whom it is needed
  --unit ID         an expert who sees this unit only, the head of this unit; absent: of the whole agency
  --new-password    gives USERNAME another password, in the last line; open sessions end
  --close           USERNAME opens nothing any more; what it did stays in the log under its name

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs.

Last line: {"province", "accounts"}, with a new password also {"username", "password"}.
`,
  options: {
    add: { type: 'string' }, name: { type: 'string' }, agency: { type: 'string' }, unit: { type: 'string' }, 'new-password': { type: 'boolean' }, close: { type: 'boolean' },
  },
  takes: 2,
  async run({ values, positionals: [of, typed] }) {
    if (!of) throw new CommandError('Name the province, as in: npm run staff -- alborz');
    const [role, name, agency, unit] = (['add', 'name', 'agency', 'unit'] as const).map((option) => values[option]?.toString().trim() || undefined);
    const asked = [values.add !== undefined, values['new-password'] === true, values.close === true].filter(Boolean).length;
    if (asked > 1) throw new CommandError('--add, --new-password and --close are three things: one at once.');
    if (asked && !typed) throw new CommandError('Name the account, as in: npm run staff -- alborz abfa-head --add head --agency abfa --name "…"');
    if (!asked && (typed || name || agency || unit)) throw new CommandError('What is to be done? --add ROLE, --new-password or --close.');
    const username = foldUsername(typed ?? '');
    return withDatabase(async (db) => {
      await requireProvince(db, of);
      const known = await db.selectFrom('staff').selectAll().where('username', '=', username).executeTakeFirst();
      let password: string | undefined;
      if (values.add !== undefined) {
        const parsed = StaffRole.safeParse(role);
        if (!parsed.success) throw new CommandError(`There is no role “${role ?? ''}”. There are: ${roles.join(', ')}.`);
        if (known) throw new CommandError(`There is an account “${username}” already; --new-password or --close are what can be done to it.`);
        if (!name) throw new CommandError('--name says how colleagues read it.');
        if (ofAgency.has(parsed.data) !== (agency !== undefined)) throw new CommandError(agency ? `An account of the role ${parsed.data} sees the whole province: leave --agency out.` : `--agency says whose ${parsed.data} it is.`);
        if (agency) await requireAgency(db, of, agency);
        if (unit) {
          const own = await units(db, of, agency);
          if (!own.some(({ id }) => id === unit)) throw new CommandError(`${agency ?? of} has no unit “${unit}”. It has: ${own.map(({ id }) => id).join(', ')}.`);
        }
        await createStaff({ db }, { username, name, password: (password = randomToken(12)), role: parsed.data, province: of, ...(agency && { agency }), ...(unit && { unit }) });
      } else if (asked) {
        if (known?.province !== of) throw new CommandError(`${of} has no account “${username}”.`);
        if (values.close) await closeStaff({ db }, known.id);
        else await renewStaff({ db }, known.id, (password = randomToken(12)));
      }
      const accounts = await db.selectFrom('staff').select(['username', 'name', 'role', 'agency', 'unit', 'active']).where('province', '=', of).orderBy('username').execute();
      for (const account of accounts) console.log(`${account.username}  ${account.role}${account.agency ? ` of ${account.agency}` : ''}${account.unit ? ` / ${account.unit}` : ''}${account.active ? '' : ', closed'}: ${account.name}`);
      return { json: { province: of, accounts: accounts.length, ...(password !== undefined && { username, password }) }, ok: true };
    });
  },
});
