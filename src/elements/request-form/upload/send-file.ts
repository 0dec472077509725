import type { Upload } from '../../../contract/form.ts';
import { MalformedAnswerError, ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { Problem } from '../../../contract/problem.ts';

/** Milliseconds without a byte on the way after which the line counts as dead. */
const stall = 45_000;

export interface SendOptions {
  /** Same key, same file: sent again after a lost answer it is stored once. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
}

/**
 * Sends a file with progress, which `fetch` cannot tell. Throws what the client throws: `ProblemError`,
 * `UnreachableError`, `MalformedAnswerError`, or the signal's reason.
 */
export function sendFile(url: string, file: Blob, { idempotencyKey, signal, onProgress }: SendOptions): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let stalled = false;
    let timer: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stalled = true;
        request.abort();
      }, stall);
    };
    const abort = () => request.abort();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => {
      alive();
      onProgress(total ? loaded / total : 0);
    };
    request.onerror = () => { end(); reject(new UnreachableError(false)); };
    request.onabort = () => { end(); reject(stalled ? new UnreachableError(true) : (signal.reason as Error)); };
    request.onload = () => {
      end();
      try {
        const body = JSON.parse(request.responseText) as Upload | Problem;
        if (request.status < 300) resolve(body as Upload);
        else if ('code' in body) reject(new ProblemError(body));
        else reject(new MalformedAnswerError(request.status));
      } catch (error) {
        // A balancer without a gateway behind it answers with a page of its own.
        reject(request.status >= 502 ? new UnreachableError(false) : new MalformedAnswerError(request.status, { cause: error }));
      }
    };
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', abort);
    alive();
    request.send(file);
  });
}
