import { makeToken, revokeToken, stateOf, tokensOf } from '../tokens/tokens.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';
import { requireAgency, requireProvince } from './places.ts';

const usualDays = 365;

const daysOf = (text: string | undefined): number => {
  const days = text === undefined ? usualDays : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 730) throw new CommandError('--days is a whole number from 1 to 730.');
  return days;
};

command({
  name: 'npm run token -- PROVINCE AGENCY',
  help: `
Tokens by which an agency's own system declares its services (PUT /v1/provinces/{province}/declarations/{agency}). Lists those
of the agency. Officers do the same at /desk#/tokens.

  --new NAME    makes one; NAME is what the system is called. Its secret is in the last line, and kept nowhere
  --days N      how long a new one lives, 1 to 730; 365 when absent
  --revoke ID   from now on this one opens nothing

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs.

Last line: {"province", "agency", "tokens"}, with --new also {"id", "secret", "expiresAt"}.
`,
  options: { new: { type: 'string' }, days: { type: 'string' }, revoke: { type: 'string' } },
  takes: 2,
  async run({ values, positionals: [of, agency] }) {
    if (!of || !agency) throw new CommandError('Name the province and the agency, as in: npm run token -- alborz abfa --new "Nightly"');
    const [name, days] = [values.new?.toString().trim(), daysOf(values.days?.toString())];
    if (name !== undefined && (name.length < 2 || name.length > 80)) throw new CommandError('The name of the system has 2 to 80 letters.');
    return withDatabase(async (db) => {
      const now = () => new Date();
      await requireProvince(db, of);
      await requireAgency(db, of, agency);
      const revoke = values.revoke?.toString();
      if (revoke !== undefined) {
        if (!(await tokensOf(db, of, agency)).some(({ id }) => id === revoke)) throw new CommandError(`${agency} has no token “${revoke}”.`);
        await revokeToken({ db, now }, revoke);
      }
      const made = name === undefined ? undefined : await makeToken({ db, now }, { province: of, agency, name, days, by: null });
      const tokens = await tokensOf(db, of, agency);
      for (const token of tokens) console.log(`${token.id}  ${stateOf(token, now())} until ${token.expires_at.toISOString().slice(0, 10)}, last used ${token.used_on ?? 'never'}: ${token.name}`);
      return { json: { province: of, agency, tokens: tokens.length, ...(made && { id: made.record.id, secret: made.secret, expiresAt: made.record.expires_at.toISOString() }) }, ok: true };
    });
  },
});
