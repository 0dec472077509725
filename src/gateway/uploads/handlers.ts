import { fileTypeFromBuffer } from 'file-type/core';
import { randomToken, sha256 } from '../crypto.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { onlineOffering } from '../requests/online-offering.ts';
import { newFileKey, putFile } from './content.ts';
import { findFileField } from './fields.ts';
import { cleanName, defaultAccept } from './file-names.ts';
import { unboundHours } from './orphans.ts';

export const defaultMaxBytes = 5 * 1024 * 1024;
/** Whatever a form says. */
export const hardMaxBytes = 25 * 1024 * 1024;

/** Files are sent one by one before the request is filed, so that a broken line costs one file and not the form. */
export function uploadHandlers(ports: Ports): Pick<Handlers, 'upload'> {
  return {
    async upload({ query, body }) {
      const { offering = '', field: fieldName = '', name = '' } = query;
      const { form } = await onlineOffering(ports.db, offering);
      const target = findFileField(form, fieldName);
      if (!target) {
        throw new ProblemException('input.invalid', {
          detail: `The form "${form.id}" has no file field "${fieldName}".`, errors: [{ path: 'field', code: 'unknown' }],
        });
      }
      const maxBytes = Math.min(target.field.maxBytes ?? defaultMaxBytes, hardMaxBytes);
      if (body.size > maxBytes) {
        throw new ProblemException('upload.tooLarge', { errors: [{ path: target.key, code: 'maxBytes', params: { maxBytes } }] });
      }
      if (body.size === 0) throw new ProblemException('upload.empty', { errors: [{ path: target.key, code: 'empty' }] });
      const bytes = new Uint8Array(await body.arrayBuffer());

      const accept = target.field.accept ?? defaultAccept;
      const found = await fileTypeFromBuffer(bytes);
      if (!found || !accept.some((type) => matches(type, found.mime))) {
        throw new ProblemException('upload.typeNotAllowed', {
          detail: `Found ${found?.mime ?? 'no known type'}; accepted: ${accept.join(', ')}.`,
          errors: [{ path: target.key, code: 'type', params: { found: found?.mime ?? '', accept: accept.join(',') } }],
        });
      }

      await requireClean(ports, bytes, target.key);
      const id = randomToken(24);
      const { key, wrapped } = await newFileKey(ports, id);
      const now = ports.now();
      const row = {
        id, request: null, offering, field: target.key, name: cleanName(name, found.mime, found.ext), bytes: bytes.byteLength,
        sha256: await sha256(bytes), media_type: found.mime, wrapped_key: wrapped, created_at: now,
      };
      // The row first: bytes without a row would lie there for ever, a row without bytes expires.
      await ports.db.insertInto('attachment').values(row).execute();
      await putFile(ports, id, key, bytes);
      return {
        id, name: row.name, bytes: row.bytes, mediaType: row.media_type,
        expiresAt: new Date(now.getTime() + unboundHours * 3_600_000).toISOString(),
      };
    },
  };
}

/** Where a scanner is set up and cannot look, nothing is taken: it may be tried again. */
async function requireClean({ scan, log }: Ports, bytes: Uint8Array, path: string): Promise<void> {
  if (!scan) return;
  let verdict: 'clean' | 'infected';
  try {
    verdict = await scan(bytes);
  } catch (error) {
    log.error('upload.notScanned', { message: error instanceof Error ? error.message : String(error) });
    throw new ProblemException('server.unavailable', { retryAfter: 30 });
  }
  if (verdict === 'infected') throw new ProblemException('upload.infected', { errors: [{ path, code: 'infected' }] });
}

/** `image/*` stands for every image. */
const matches = (accepted: string, mediaType: string): boolean =>
  accepted.endsWith('/*') ? mediaType.startsWith(accepted.slice(0, -1)) : accepted === mediaType;
