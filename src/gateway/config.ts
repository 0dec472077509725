import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkFolder } from './node/folders.ts';
import type { S3Place } from './node/s3-files.ts';

export interface GatewayConfig {
  production: boolean;
  host: string;
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** Absent: the embedded database below the data folder. */
  databaseUrl?: string;
  databaseConnections: number;
  province: string;
  /** Without a slash at the end. */
  publicUrl?: string;
  helpPhone: string | null;
  /** 32 bytes each; absent outside production: made and kept in the data folder. */
  secrets: { lookup?: Uint8Array; data?: Uint8Array; receipt?: JsonWebKey & { kid: string } };
  /** Proxies in front that each add to `X-Forwarded-For`. */
  trustedProxies: number;
  limitFactor: number;
  /** S3-compatible store for uploads; absent: below the data folder. */
  s3?: S3Place;
  /** ClamAV daemon that looks into uploads; absent: nobody does. */
  clamav?: { host: string; port: number };
  /** Officers may have links asked. */
  checkLinks: boolean;
  /** Whether a request is filed only when the code that went to its mobile number comes back. */
  mobileProof: 'off' | 'required';
  /** The province's SMS service; absent: messages lie in the inbox page, or wait in production. */
  sms?: { url: string; token?: string };
}

/** All that is wrong, in one message for the person who starts the gateway. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(`The gateway cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Every variable that is read, for `--help`. */
export const variables: [name: string, meaning: string][] = [
  ['PORT', 'port to listen on; 8080'],
  ['HOST', 'address to listen on; 127.0.0.1'],
  ['DATA_DIR', 'folder of the embedded database, uploads and generated keys; .data'],
  ['DATABASE_URL', 'postgres://… of a server of PostgreSQL 15 or newer; absent: the embedded PostgreSQL 18'],
  ['DATABASE_CONNECTIONS', 'connections that this copy holds at most; 10'],
  ['NODE_ENV', 'production (default), development or test'],
  ['PROVINCE', 'province meant when a call names none; alborz'],
  ['PUBLIC_URL', 'address by which people reach this gateway, shown in /docs; absent: as each call came'],
  ['HELP_PHONE', 'phone for people who find nothing, digits with area code'],
  ['MIZBAN_SECRET_LOOKUP', '32 random bytes in base64: keyed hashes of codes and tokens. Needed in production'],
  ['MIZBAN_SECRET_DATA', '32 random bytes in base64: wraps the keys of personal data. Needed in production'],
  ['MIZBAN_RECEIPT_KEY_FILE', 'file with the Ed25519 private key (JWK with kid) that signs receipts. Needed in production'],
  ['SMS_WEBHOOK_URL', 'service that takes messages to mobile numbers by POST'],
  ['SMS_WEBHOOK_TOKEN', 'bearer token for that service'],
  ['MOBILE_PROOF', 'required: a request is filed when the code that went to its mobile number comes back; off: at once. required where messages are delivered'],
  ['S3_ENDPOINT', 'address of an S3-compatible store for uploads; absent: below DATA_DIR'],
  ['S3_BUCKET', 'bucket of that store; needed with it'],
  ['S3_REGION', 'region of that store; us-east-1'],
  ['S3_ACCESS_KEY', 'key of the account of that store; needed with it'],
  ['S3_SECRET_KEY', 'secret of that account; needed with it'],
  ['CLAMAV', 'tcp://HOST:PORT of a ClamAV daemon that looks into every upload; absent: nobody looks'],
  ['CHECK_LINKS', 'yes: officers may have the links of their declarations asked, which calls public addresses that stand in files; no'],
  ['TRUSTED_PROXIES', 'proxies in front that add to X-Forwarded-For; 0'],
  ['LIMIT_FACTOR', 'multiplies every rate limit; 1'],
];

export type Environment = Record<string, string | undefined>;

/** Reads and checks every setting, and makes nothing. Throws {@link ConfigError} with all that is wrong. */
export function readConfig(env: Environment): GatewayConfig {
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const number = (name: string, fallback: number, least: number, most: number, whole = true): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const read = Number(value);
    if (Number.isFinite(read) && read >= least && read <= most && (!whole || Number.isInteger(read))) return read;
    problems.push(`${name} is “${value}”; write a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    return fallback;
  };
  const address = (name: string, protocols: string[]): string | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    // The value may hold a password, so it is not repeated.
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      problems.push(`${name} is not an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`);
    }
    return value;
  };

  const mode = text('NODE_ENV') ?? 'production';
  if (!['production', 'development', 'test'].includes(mode)) problems.push(`NODE_ENV is “${mode}”; write production, development or test.`);
  const production = mode === 'production';
  const province = text('PROVINCE') ?? 'alborz';
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(province)) problems.push(`PROVINCE is “${province}”; write its id in small Latin letters, such as alborz.`);
  const helpPhone = text('HELP_PHONE') ?? null;
  if (helpPhone !== null && !/^\d{3,11}$/.test(helpPhone)) problems.push(`HELP_PHONE is “${helpPhone}”; write digits only, with the area code.`);
  const smsUrl = address('SMS_WEBHOOK_URL', ['https:', 'http:']);
  // In production without a service for messages no code would ever come, and nothing could be filed.
  const delivers = !production || smsUrl !== undefined;
  const mobileProof = text('MOBILE_PROOF') ?? (delivers ? 'required' : 'off');
  if (mobileProof !== 'off' && mobileProof !== 'required') problems.push(`MOBILE_PROOF is “${mobileProof}”; write required or off.`);
  if (mobileProof === 'required' && !delivers) problems.push('MOBILE_PROOF is required, but no code can be sent; name SMS_WEBHOOK_URL, or write MOBILE_PROOF=off.');
  const s3 = s3Place(address('S3_ENDPOINT', ['https:', 'http:']), text, problems);
  const clamd = address('CLAMAV', ['tcp:']);
  const checkLinks = text('CHECK_LINKS') ?? 'no';
  if (!['yes', 'no'].includes(checkLinks)) problems.push(`CHECK_LINKS is “${checkLinks}”; write yes or no.`);
  const publicUrl = address('PUBLIC_URL', ['https:', 'http:'])?.replace(/\/+$/, '');
  const databaseUrl = address('DATABASE_URL', ['postgres:', 'postgresql:']);
  const config: GatewayConfig = {
    production,
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 8080, 0, 65_535),
    dataDir: resolve(text('DATA_DIR') ?? '.data'),
    databaseUrl,
    databaseConnections: number('DATABASE_CONNECTIONS', 10, 1, 500),
    province,
    publicUrl,
    helpPhone,
    secrets: {
      lookup: secret('MIZBAN_SECRET_LOOKUP', text('MIZBAN_SECRET_LOOKUP'), production, problems),
      data: secret('MIZBAN_SECRET_DATA', text('MIZBAN_SECRET_DATA'), production, problems),
      receipt: receiptKey(text('MIZBAN_RECEIPT_KEY_FILE'), production, problems),
    },
    trustedProxies: number('TRUSTED_PROXIES', 0, 0, 10),
    limitFactor: number('LIMIT_FACTOR', 1, 0.01, 1_000_000, false),
    s3,
    clamav: clamd === undefined ? undefined : clamavPlace(clamd),
    checkLinks: checkLinks === 'yes',
    mobileProof: mobileProof === 'off' ? 'off' : 'required',
    sms: smsUrl === undefined ? undefined : { url: smsUrl, token: text('SMS_WEBHOOK_TOKEN') },
  };
  try {
    checkFolder(config.dataDir);
  } catch {
    problems.push(`DATA_DIR is ${config.dataDir}, where this user cannot write; allow it, or name another folder.`);
  }
  if (problems.length) throw new ConfigError(problems);
  return config;
}

function s3Place(endpoint: string | undefined, text: (name: string) => string | undefined, problems: string[]): S3Place | undefined {
  if (endpoint === undefined) return undefined;
  const needed = (name: string, value: string | undefined): string => {
    if (value === undefined) problems.push(`${name} is missing; it is needed with S3_ENDPOINT.`);
    return value ?? '';
  };
  return {
    endpoint: endpoint.replace(/\/+$/, ''), bucket: needed('S3_BUCKET', text('S3_BUCKET')), region: text('S3_REGION') ?? 'us-east-1',
    accessKeyId: needed('S3_ACCESS_KEY', text('S3_ACCESS_KEY')), secretAccessKey: needed('S3_SECRET_KEY', text('S3_SECRET_KEY')),
  };
}

const clamavPlace = (address: string): GatewayConfig['clamav'] => {
  if (!URL.canParse(address)) return undefined;
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 3310 };
};

const howToMake = 'run the gateway once with --new-secrets FOLDER to make all three';

function secret(name: string, value: string | undefined, needed: boolean, problems: string[]): Uint8Array | undefined {
  if (value === undefined) {
    if (needed) problems.push(`${name} is missing; it is needed in production: ${howToMake}.`);
    return undefined;
  }
  const bytes = Buffer.from(value, 'base64');
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(value) || bytes.length !== 32) {
    problems.push(`${name} is not 32 bytes in base64; ${howToMake}.`);
    return undefined;
  }
  return new Uint8Array(bytes);
}

function receiptKey(file: string | undefined, needed: boolean, problems: string[]): GatewayConfig['secrets']['receipt'] {
  if (file === undefined) {
    if (needed) problems.push(`MIZBAN_RECEIPT_KEY_FILE is missing; it is needed in production: ${howToMake}.`);
    return undefined;
  }
  if (!existsSync(file)) {
    problems.push(`MIZBAN_RECEIPT_KEY_FILE names ${file}, which does not exist.`);
    return undefined;
  }
  try {
    const key = JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey & { kid?: unknown };
    if (key.kty === 'OKP' && key.crv === 'Ed25519' && typeof key.d === 'string' && typeof key.x === 'string' && typeof key.kid === 'string') {
      return key as JsonWebKey & { kid: string };
    }
  } catch {
    // Told below with the rest.
  }
  problems.push(`MIZBAN_RECEIPT_KEY_FILE names ${file}, which is no Ed25519 private key in JWK form with a kid; ${howToMake}.`);
  return undefined;
}
