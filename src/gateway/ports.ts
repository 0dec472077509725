import type { Kysely } from 'kysely';
import type { Database } from './database/schema.ts';
import type { PaperReceipt } from '../paper/receipt.ts';
import type { QuietHours } from './messages/quiet-hours.ts';
import type { LinkCheck } from './declarations/lint/links.ts';

/** Where bytes of uploads lie. Ids are ours; names from people are never part of a path. */
export interface FileStore {
  put(id: string, bytes: Uint8Array | Blob): Promise<void>;
  get(id: string): Promise<Uint8Array | undefined>;
  /** As `get`, for a large file: read only where it is looked at, where the store can do that. */
  blob(id: string): Promise<Blob | undefined>;
  delete(id: string): Promise<void>;
}

/** Keeps a large file as its bytes come, until it is let go of. */
export type Arriving = (bytes: AsyncIterable<Uint8Array>) => Promise<{ file: Blob; release(): Promise<void> }>;

/** Whether bytes hold malware. Rejects when nobody could look. */
export type Scanner = (bytes: Uint8Array) => Promise<'clean' | 'infected'>;

/** A receipt as a PDF. `language` as a tag of BCP 47. */
export type ReceiptPdf = (receipt: PaperReceipt, language: string, madeAt: Date) => Promise<Uint8Array<ArrayBuffer>>;

/** One structured line. Never personal data, never a tracking code. */
export interface Logger {
  info(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

export interface Secrets {
  /** 32 bytes: keyed hash of tracking codes, one-time codes and session tokens, signature of links to files. */
  lookup: Uint8Array;
  /** 32 bytes: wraps the key of each request's private data. */
  data: Uint8Array;
  /** Ed25519 private key as JWK, with `kid`: signs receipts. */
  receipt: JsonWebKey & { kid: string };
}

export interface GatewaySettings {
  production: boolean;
  /** Province meant when a call names none. */
  province: string;
  /** Phone for people who find nothing. */
  helpPhone: string | null;
  /** Address by which people reach the gateway, without a slash at the end, for the documentation. Absent: as each call came. */
  publicUrl?: string;
  /** Version of the running code, for logs and health. */
  version: string;
  /** `required`: a request is accepted first and filed when the code that went to its mobile number comes back. Absent: `off`. */
  mobileProof?: 'off' | 'required';
  /** News of requests also go out by e-mail: citizens may choose it. */
  email?: boolean;
  /** When news of a request wait for the morning. Absent: never. */
  quietHours?: QuietHours;
  /** Multiplies every rate limit; 1 when absent. A load test or a portal behind one address raises it. */
  limitFactor?: number;
}

/** Files that the gateway serves beside the contract: scripts of the widgets, pages, their styles. */
export interface Pages {
  /** The file at a path such as `/desk.js`, or undefined when there is none. */
  file(path: string, acceptEncoding: string): Promise<Response | undefined>;
}

/**
 * All that the gateway needs from outside. Node, tests and the page of Storybook give different ports to the same code,
 * so nothing under `createGateway` may import `node:*`.
 */
export interface Ports {
  db: Kysely<Database>;
  now(): Date;
  /** `now` is this machine's own clock: what time brings about waits until it is that time for the database too. */
  machineTime?: boolean;
  /** Does something again and again, so many milliseconds after it was done the last time, until the returned function is called; absent: by timers. */
  rounds?(milliseconds: number, work: () => Promise<void>): () => void;
  /** Aborts when the gateway is about to end: what would stay open is ended. */
  stopping?: AbortSignal;
  secrets: Secrets;
  files: FileStore;
  /** Where a large file waits while it comes and is read; absent: in memory. */
  arriving?: Arriving;
  /** Looks for malware in uploads; absent where none is set up. */
  scan?: Scanner;
  /** Asks whether links of declarations answer; absent where the gateway may not call others. */
  checkLink?: LinkCheck;
  /** Puts receipts on paper; absent where nothing can. */
  receiptPdf?: ReceiptPdf;
  log: Logger;
  settings: GatewaySettings;
  /** Absent where only the contract is served (tests, Storybook). */
  pages?: Pages;
}
