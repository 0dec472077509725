import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomToken } from '../src/gateway/crypto.ts';
import type { Ports } from '../src/gateway/ports.ts';
import { countUnanswered } from '../src/gateway/search/unanswered.ts';
import { createStaff } from '../src/gateway/staff/accounts.ts';
import { publishNationalOnce, publishOnce, type Publication } from './publish-once.ts';

export interface DemoAccount {
  username: string;
  password: string;
  name: string;
}
export interface DemoSeed {
  reports: Publication[];
  /** Empty when the accounts were there already: passwords are stored as hashes only. */
  accounts: DemoAccount[];
}

/** Keeps the guides of the demo's province and sees what was searched for in vain. */
const officer = 'officer';

/** Who stands above the experts: what is late is reported to them. */
const above = [
  { username: 'abfa-head', role: 'head', agency: 'abfa' },
  { username: 'sabt-ahval-head', role: 'head', agency: 'sabt-ahval' },
  { username: 'nazer', role: 'supervisor' },
] as const;

/** By how many people the officer's list has it asked in vain. Each text says that nobody did: it is there to be looked at. */
const shownUnanswered = { 'نمونه نمایشی: مجوز پرورش بلدرچین': 9, 'نمونه نمایشی: کلاس خیاطی رایگان': 6, 'نمونه نمایشی: ثبت‌نام آموزش زبان اشاره': 5 };

/** Short enough to type, long enough for a demo that only this machine can reach. */
const demoPassword = (): string => randomToken(9);

/**
 * Publishes the national sheets and the demo's two provinces, and makes one expert for each agency of Alborz, who sees all its
 * units, heads of two of them and a supervisor, and one officer who keeps the guides and finds some searches made in vain. Run
 * again, it publishes only what changed and leaves the accounts alone; with `code`, the digest of the code that publishes, it does not
 * even look where neither code nor files changed.
 */
export async function seedDemo(ports: Ports, options: { agencies?: readonly string[]; staff?: boolean; code?: string } = {}): Promise<DemoSeed> {
  await publishNationalOnce(ports, options.code);
  const reports = [await publishOnce(ports, 'alborz', options)];
  if (!options.agencies) reports.push(await publishOnce(ports, 'isfahan', options));
  const accounts: DemoAccount[] = [];
  if (options.staff !== false) {
    const known = new Set((await ports.db.selectFrom('staff').select('username').execute()).map(({ username }) => username));
    const agencies = await ports.db.selectFrom('agency').select(['id', 'name']).where('province', '=', 'alborz').orderBy('id').execute();
    for (const { id, name } of agencies) {
      if (known.has(id)) continue;
      const account = { username: id, password: demoPassword(), name: `کارشناس میز خدمت ${name.fa}` };
      await createStaff(ports, { ...account, role: 'expert', province: 'alborz', agency: id });
      accounts.push(account);
    }
    for (const { username, role, ...place } of above) {
      if (known.has(username)) continue;
      const name = 'agency' in place ? `رئیس ${agencies.find(({ id }) => id === place.agency)?.name.fa ?? ''}` : 'ناظر استان البرز';
      const account = { username, password: demoPassword(), name };
      await createStaff(ports, { ...account, role, province: 'alborz', ...place });
      accounts.push(account);
    }
    if (!known.has(officer)) {
      const account = { username: officer, password: demoPassword(), name: 'کارشناس راهنماها' };
      await createStaff(ports, { ...account, role: 'officer', province: 'alborz' });
      accounts.push(account);
      for (const [query, people] of Object.entries(shownUnanswered)) {
        for (let at = 1; at <= people; at++) await countUnanswered(ports, 'alborz', query, `192.0.2.${at}`);
      }
    }
  }
  return { reports, accounts };
}

/** Keeps the passwords of the demo where only the owner of the data folder reads them, beside those of accounts made earlier. */
export function writeAccounts(dataDir: string, accounts: readonly DemoAccount[]): string {
  const file = join(dataDir, 'demo-accounts.txt');
  const made = new Set(accounts.map(({ username }) => username));
  const earlier = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line && !made.has(line.split('\t')[0]!)) : [];
  const lines = [...earlier, ...accounts.map(({ username, password, name }) => `${username}\t${password}\t${name}`)];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
