import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readQuietHours, type QuietHours } from './messages/quiet-hours.ts';
import { templateProblem, type SmsTemplate } from './messages/sms-services.ts';
import { checkFolder } from './node/folders.ts';
import type { MailPlace } from './node/smtp.ts';
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
  sms?: { url: string; token?: string } | { template: SmsTemplate };
  /** The province's mail server; absent as with `sms`. */
  mail?: MailPlace;
  /** When news of a request wait for the morning; absent: never. */
  quietHours?: QuietHours;
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
  ['SMS_URL_TEMPLATE', 'instead of it, any SMS service that takes messages by an address: https://… with {text} and {to} (0912…) or {international} (98912…)'],
  ['SMS_METHOD', 'GET or POST; with POST what follows the ? of the template goes as a form in the body; GET'],
  ['SMS_HEADER', 'header that the service asks for, as Name: value'],
  ['SMS_SUCCESS', 'words that its answer has when it took a message; absent: any answer of 2xx'],
  ['SMTP_URL', 'mail server for those who choose e-mail: smtp:// or smtps://, with user and password; absent: e-mail is not offered'],
  ['MAIL_FROM', 'address that e-mails come from, such as Service desk <desk@example.ir>; needed with SMTP_URL'],
  ['QUIET_HOURS', 'news of a request wait for the end of these hours; off: never. 21:00-07:30'],
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
  const smsTemplate = smsTemplateOf(text, problems);
  if (smsUrl !== undefined && smsTemplate) problems.push('SMS_URL_TEMPLATE is given beside SMS_WEBHOOK_URL; keep one of them.');
  const mail = mailPlace(address('SMTP_URL', ['smtp:', 'smtps:']), text('MAIL_FROM'), problems);
  const quiet = text('QUIET_HOURS') ?? '21:00-07:30';
  const quietHours = readQuietHours(quiet);
  if (!quietHours && quiet !== 'off') problems.push(`QUIET_HOURS is “${quiet}”; write two times of the day such as 21:00-07:30, or off.`);
  // In production without a service for messages no code would ever come, and nothing could be filed.
  const delivers = !production || smsUrl !== undefined || smsTemplate !== undefined;
  const mobileProof = text('MOBILE_PROOF') ?? (delivers ? 'required' : 'off');
  if (mobileProof !== 'off' && mobileProof !== 'required') problems.push(`MOBILE_PROOF is “${mobileProof}”; write required or off.`);
  if (mobileProof === 'required' && !delivers) problems.push('MOBILE_PROOF is required, but no code can be sent; name SMS_WEBHOOK_URL or SMS_URL_TEMPLATE, or write MOBILE_PROOF=off.');
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
    sms: smsUrl === undefined ? smsTemplate && { template: smsTemplate } : { url: smsUrl, token: text('SMS_WEBHOOK_TOKEN') },
    mail,
    quietHours,
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

function smsTemplateOf(text: (name: string) => string | undefined, problems: string[]): SmsTemplate | undefined {
  const url = text('SMS_URL_TEMPLATE');
  const method = text('SMS_METHOD') ?? 'GET';
  const [header, success] = [text('SMS_HEADER'), text('SMS_SUCCESS')];
  if (url === undefined) {
    for (const name of ['SMS_METHOD', 'SMS_HEADER', 'SMS_SUCCESS']) if (text(name)) problems.push(`${name} is given without SMS_URL_TEMPLATE, which it belongs to.`);
    return undefined;
  }
  const wrong = templateProblem(url);
  // Address and header may hold a key, so they are not repeated.
  if (wrong) problems.push(`SMS_URL_TEMPLATE ${wrong}.`);
  if (method !== 'GET' && method !== 'POST') problems.push(`SMS_METHOD is “${method}”; write GET or POST.`);
  const parts = header === undefined ? undefined : /^([!#$%&'*+.^`|~\w-]+):\s*([\x20-\x7e]+)$/.exec(header);
  if (parts === null) problems.push('SMS_HEADER is not of the form Name: value.');
  return { url, method: method === 'POST' ? 'POST' : 'GET', ...(parts ? { header: { name: parts[1]!, value: parts[2]! } } : {}), ...(success === undefined ? {} : { success }) };
}

function mailPlace(url: string | undefined, from: string | undefined, problems: string[]): MailPlace | undefined {
  if (url === undefined) {
    if (from !== undefined) problems.push('MAIL_FROM is given without SMTP_URL, which it belongs to.');
    return undefined;
  }
  if (!/^(?:[^<>@]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(from ?? '')) problems.push('MAIL_FROM is not an e-mail address, with a name before it or without; it is needed with SMTP_URL.');
  return { url, from: from ?? '' };
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
