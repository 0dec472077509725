import { ProblemException } from '../http/problem.ts';

const wrong = (path: string, detail: string) => new ProblemException('input.invalid', { detail, errors: [{ path, code: 'invalid' }] });

/** Values of `Upload-Metadata`: pairs of a name and base64 of UTF-8, with commas between. */
export function readMetadata(header: string | null): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of (header ?? '').split(',').map((one) => one.trim()).filter(Boolean)) {
    const [key = '', value = ''] = pair.split(/ +/);
    try {
      found[key] = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0)));
    } catch {
      throw wrong('Upload-Metadata', `The value of “${key}” is not base64 of UTF-8.`);
    }
    if (found[key]!.includes('\0') || found[key]!.length > 1_000) throw wrong('Upload-Metadata', `The value of “${key}” holds a zero byte or is too long.`);
  }
  return found;
}

/** A header that is a whole number of bytes. */
export function readLength(request: Request, header: string): number {
  const value = request.headers.get(header) ?? '';
  if (!/^\d{1,15}$/.test(value)) throw wrong(header, `Send ${header} as a whole number of bytes.`);
  return Number(value);
}

/** tus asks each sender to name its version, so that both mean the same. */
export function requireTus(request: Request): void {
  if (request.headers.get('tus-resumable') !== '1.0.0') throw new ProblemException('upload.protocol');
}
