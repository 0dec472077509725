import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from '../crypto.ts';
import type { GatewayConfig } from '../config.ts';
import type { Secrets } from '../ports.ts';
import { makeDataFolder, makeFolder } from './folders.ts';
import { makeReceiptKey } from './make-secrets.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The text of a file, written with mode 0600 the first time. Of two that make it at once, one wins for both. */
async function kept(file: string, make: () => Promise<string> | string): Promise<string> {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, await make(), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8');
}

/** Secrets of the settings; outside production the missing ones are made once and kept in the data folder. */
export async function keepSecrets(config: GatewayConfig): Promise<Secrets> {
  const { lookup, data, receipt } = config.secrets;
  const folder = join(config.dataDir, 'secrets');
  makeDataFolder(folder, 0o700);
  const bytes = async (name: string) => new Uint8Array(Buffer.from(await kept(join(folder, name), () => base64(randomBytes(32))), 'base64'));
  return {
    lookup: lookup ?? (await bytes('lookup')),
    data: data ?? (await bytes('data')),
    receipt: receipt ?? (JSON.parse(await kept(join(folder, 'receipt-key.json'), async () => JSON.stringify(await makeReceiptKey()))) as Secrets['receipt']),
  };
}

/** Writes a set of production secrets and gives the lines for the environment. Never overwrites. */
export async function newSecrets(folder: string): Promise<string> {
  try {
    makeFolder(folder, 0o700);
  } catch {
    throw new Error(`The folder ${folder} cannot be written; name another one.`);
  }
  const key = join(folder, 'receipt-key.json');
  const file = join(folder, 'mizban.env');
  for (const path of [key, file]) if (existsSync(path)) throw new Error(`${path} exists already; name another folder.`);
  writeFileSync(key, JSON.stringify(await makeReceiptKey()), { mode: 0o600, flag: 'wx' });
  const lines = [
    `MIZBAN_SECRET_LOOKUP=${base64(randomBytes(32))}`, `MIZBAN_SECRET_DATA=${base64(randomBytes(32))}`, `MIZBAN_RECEIPT_KEY_FILE=${key}`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  return file;
}
