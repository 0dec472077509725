import type { RequestInput } from '../../contract/request.ts';

/** One wish to file: the key makes that sending it again is harmless, also after a reload. */
export interface Attempt {
  key: string;
  body: RequestInput;
  /** What was sent before under this key without an answer, newest first: one of them may have been filed. */
  unsure?: RequestInput[];
  /** Milliseconds since 1970 by the gateway's clock, of the first sending. */
  at: number;
  /** It goes by itself as soon as it can. Absent once the person has changed something. */
  waiting?: boolean;
  /**
   * Milliseconds since 1970: the gateway has accepted it, keeps it so long, and files it by the code that went to the
   * mobile number. Neither that code nor what the gateway calls it lies on the device: its key finds it again.
   */
  proveUntil?: number;
  /** Of the service, for other forms that tell of it. */
  title: string;
}

/** The gateway replays the answer to a filing for so long (8 days, with some care for a wrong clock). */
export const replayable = 7.5 * 24 * 3_600_000;

/** Milliseconds since 1970 by the gateway's clock, whatever this device says. */
export const gatewayNow = ({ ahead = 0 }: { ahead?: number | undefined }): number => Date.now() - ahead;
