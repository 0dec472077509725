import { Upload as TusUpload } from 'tus-js-client';
import { MalformedAnswerError, ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { Problem } from '../../../contract/problem.ts';

/** Milliseconds without a byte on the way after which the line counts as dead. */
const stall = 45_000;
/** Bytes of one call: of what a bad line loses, the gateway keeps most; a proxy that hands on whole calls only loses no more. */
const part = 256 * 1024;
/** Milliseconds before each further try of a part. */
const pauses = [0, 1_000, 3_000];

export interface SendOptions {
  /** Where uploads begin. */
  endpoint: string;
  /** Address of an upload by its id. */
  addressOf(id: string): string;
  /** What it is sent for, field and name of the file. */
  metadata: Record<string, string>;
  headers: Record<string, string>;
  /** Id of an upload of the same bytes that was begun before; one that is gone is begun again. */
  begun?: string;
  /** Stops; what has come stays with the gateway. */
  signal: AbortSignal;
  onBegun(id: string): void;
  /** 0 to 1. */
  onProgress(share: number): void;
}

/**
 * Sends the bytes of a file by tus and gives the id of the upload. Throws what the client throws: `ProblemError`,
 * `UnreachableError`, `MalformedAnswerError`, or the signal's reason.
 */
export function sendFile(file: Blob, { endpoint, addressOf, metadata, headers, begun, signal, onBegun, onProgress }: SendOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    let id = begun ?? '';
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void upload.abort();
        fail(new UnreachableError(true));
      }, stall);
    };
    const upload = new TusUpload(file, {
      endpoint, uploadUrl: begun === undefined ? null : addressOf(begun), metadata, headers,
      chunkSize: part, retryDelays: pauses, storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        id = upload.url!.split('/').at(-1)!;
        // As the page reaches it: a gateway behind a path of another server does not know that path.
        upload.url = addressOf(id);
        onBegun(id);
      },
      onProgress: (sent, all) => {
        alive();
        onProgress(all ? sent / all : 0);
      },
      onSuccess: () => {
        end();
        resolve(id);
      },
      onError: (error) => fail(errorOf(error)),
    });
    const aborted = () => {
      void upload.abort();
      fail(signal.reason as Error);
    };
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', aborted);
    alive();
    upload.start();
  });
}

function errorOf(error: Error & { originalResponse?: { getStatus(): number; getBody(): string } | null }): Error {
  const answer = error.originalResponse;
  if (!answer) return new UnreachableError(false, { cause: error });
  try {
    const problem = JSON.parse(answer.getBody()) as Problem;
    if (problem.code) return new ProblemError(problem);
  } catch {
    // A balancer without a gateway behind it answers with a page of its own.
    if (answer.getStatus() >= 502) return new UnreachableError(false, { cause: error });
  }
  return new MalformedAnswerError(answer.getStatus(), { cause: error });
}
