import { fileTypeFromBuffer } from 'file-type/core';
import type { Field, FormDefinition, Upload } from '../../contract/form.ts';
import { randomToken, sha256 } from '../crypto.ts';
import type { Handlers } from '../http/handler.ts';
import { uploadLimit } from '../http/body.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { onlineOffering } from '../requests/online-offering.ts';
import { proven } from '../requests/proven.ts';
import { questionOf, requestNamed } from '../requests/question.ts';
import { questionForm } from '../../rules/question.ts';
import { fileKey, newFileKey, putFile, toUpload } from './content.ts';
import { findFileField, type FileField } from './fields.ts';
import { cleanName, defaultAccept } from './file-names.ts';
import { eraseGrowing, grow, growing, otherOffset, wholeFile, type Growing } from './growing.ts';
import { openLink } from './links.ts';
import { readLength, readMetadata, requireTus } from './metadata.ts';
import { expiryOf, unboundSince } from './unbound.ts';

export const defaultMaxBytes = 5 * 1024 * 1024;

const largest = ({ maxBytes = defaultMaxBytes }: Field): number => Math.min(maxBytes, uploadLimit);

/**
 * Files are sent one by one before the request is filed, so that a broken line costs a part of one file and not the form.
 * The protocol is tus; its routes are ours and not those of `@tus/server`, which needs Node and keeps what comes on one
 * machine and in the clear: here any copy of the gateway takes the next part, and each part lies sealed.
 *
 * The address of an upload is a secret of its sender. It grants to go on with it, to ask how much has come, and to take the
 * file back, for a day at most and until a request is filed with it. It never gives the file out.
 */
export function uploadHandlers(ports: Ports): Pick<Handlers, 'startUpload' | 'uploadOffset' | 'continueUpload' | 'finishUpload' | 'removeUpload' | 'file'> {
  const { db } = ports;
  const progress = ({ received, bytes, created_at }: Pick<Growing, 'received' | 'bytes' | 'created_at'>, headers: Headers) => {
    headers.set('upload-offset', String(received));
    headers.set('upload-length', String(bytes));
    headers.set('upload-expires', new Date(expiryOf(created_at)).toUTCString());
    return { offset: received, bytes, expiresAt: expiryOf(created_at) };
  };
  return {
    async startUpload(_input, caller) {
      const { request, headers } = caller;
      requireTus(request);
      const { request: code, offering = '', field = '', name = '' } = readMetadata(request.headers.get('upload-metadata'));
      const form = code === undefined ? await formOfOffering(ports, offering) : await formOfQuestion(ports, await proven(ports, code, caller));
      const target = fieldIn(form, field);
      const bytes = readLength(request, 'Upload-Length');
      const maxBytes = largest(target.field);
      if (bytes > maxBytes) throw new ProblemException('upload.tooLarge', { errors: [{ path: target.key, code: 'maxBytes', params: { maxBytes } }] });
      if (bytes === 0) throw new ProblemException('upload.empty', { errors: [{ path: target.key, code: 'empty' }] });
      const id = randomToken(24);
      const row = { id, offering: form.offering, question: form.question, field: target.key, name, bytes, received: 0, wrapped_key: (await newFileKey(ports, id)).wrapped, created_at: ports.now() };
      await db.insertInto('upload').values(row).execute();
      headers.set('location', `/v1/uploads/${id}`);
      return progress(row, headers);
    },

    async uploadOffset({ params }, { headers }) {
      const whole = await unfiled(ports, params.upload);
      return progress(whole ? { ...whole, received: whole.bytes } : await growing(ports, params.upload), headers);
    },

    async continueUpload({ params, body }, { request, headers }) {
      requireTus(request);
      if (request.headers.get('content-type') !== 'application/offset+octet-stream') {
        throw new ProblemException('input.mediaType', { detail: 'Send application/offset+octet-stream.' });
      }
      const upload = await growing(ports, params.upload);
      const received = await grow(ports, upload, readLength(request, 'Upload-Offset'), new Uint8Array(await body.arrayBuffer()));
      progress({ ...upload, received }, headers);
    },

    async finishUpload({ params }) {
      const done = await unfiled(ports, params.upload);
      if (done) return answered(done);
      const upload = await growing(ports, params.upload);
      if (upload.received !== upload.bytes) throw otherOffset(upload.received);
      const bytes = await wholeFile(ports, upload);
      try {
        return await finish(ports, upload, bytes);
      } catch (error) {
        // What was refused will not be better when it is asked for again.
        if (error instanceof ProblemException && error.problem.status < 500) await eraseGrowing(ports, upload.id);
        throw error;
      }
    },

    async removeUpload({ params }, { request }) {
      requireTus(request);
      const gone = await db.transaction().execute(async (trx) => {
        const row = await trx.deleteFrom('attachment').where('id', '=', params.upload).where('request', 'is', null).returning('id').executeTakeFirst();
        if (row) await ports.files.delete(row.id);
        return row;
      });
      if (!gone) await growing(ports, params.upload);
      await eraseGrowing(ports, params.upload);
    },

    file: ({ params }, { request }) => openLink(ports, params.link, request),
  };
}

/** What a file is sent for: the form of an offering, or a question of the desk, which is one too. */
interface AskingForm {
  form: FormDefinition;
  offering: string;
  question: string | null;
}

async function formOf(ports: Ports, { offering, question }: Growing): Promise<AskingForm> {
  if (question === null) return formOfOffering(ports, offering);
  const form = await formOfQuestion(ports, requestNamed(question));
  if (form.question !== question) throw noQuestion();
  return form;
}

async function formOfOffering(ports: Ports, offering: string): Promise<AskingForm> {
  const { form } = await onlineOffering(ports.db, offering);
  return { form, offering, question: null };
}

const noQuestion = () => new ProblemException('transition.notAllowed', { detail: 'The question of this file waits for no reply.' });

/** Throws `transition.notAllowed` where the request waits for no reply. */
async function formOfQuestion(ports: Ports, request: string): Promise<AskingForm> {
  const question = await questionOf(ports.db, ports, request);
  if (!question) throw noQuestion();
  return { form: questionForm(question.fields), offering: question.offering, question: question.name };
}

function fieldIn({ form }: AskingForm, name: string): FileField {
  const target = findFileField(form, name);
  if (target) return target;
  throw new ProblemException('input.invalid', {
    detail: `The form "${form.id}" has no file field "${name}".`, errors: [{ path: 'field', code: 'unknown' }],
  });
}

const unfiled = (ports: Ports, id: string) => ports.db.selectFrom('attachment').selectAll()
  .where('id', '=', id).where('request', 'is', null).where('created_at', '>', unboundSince(ports)).executeTakeFirst();

type Unfiled = NonNullable<Awaited<ReturnType<typeof unfiled>>>;
const answered = (row: Unfiled): Upload => ({ ...toUpload(row), expiresAt: expiryOf(row.created_at) });

/** Judges a file that has come whole, and makes an attachment of it. */
async function finish(ports: Ports, upload: Growing, bytes: Uint8Array): Promise<Upload> {
  const { field, key: path } = fieldIn(await formOf(ports, upload), upload.field);
  const accept = field.accept ?? defaultAccept;
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !accept.some((type) => matches(type, found.mime))) {
    throw new ProblemException('upload.typeNotAllowed', {
      detail: `Found ${found?.mime ?? 'no known type'}; accepted: ${accept.join(', ')}.`,
      errors: [{ path, code: 'type', params: { found: found?.mime ?? '', accept: accept.join(',') } }],
    });
  }
  await requireClean(ports, bytes, path);
  // The bytes first: a filing may name the file from the moment its row is there. They are replaced if they were left by a crash.
  await putFile(ports, upload.id, await fileKey(ports, upload), bytes);
  const row = {
    id: upload.id, request: null, offering: upload.offering, question: upload.question, field: upload.field, name: cleanName(upload.name, found.mime, found.ext), bytes: bytes.byteLength,
    sha256: await sha256(bytes), media_type: found.mime, wrapped_key: upload.wrapped_key, created_at: ports.now(),
  };
  await ports.db.insertInto('attachment').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  await eraseGrowing(ports, upload.id);
  return answered(row);
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
