import type { FileLink } from '../../src/contract/form.ts';

/** Sends a path with a method, headers and a body to a gateway. */
export type Call = (path: string, init: RequestInit) => Promise<Response>;

const tus = { 'tus-resumable': '1.0.0' };
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Begins an upload as tus clients do. */
export const beginUpload = (call: Call, metadata: Record<string, string>, length: number): Promise<Response> =>
  call('/v1/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(length), 'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${base64(value)}`).join() },
  });

export const putBytes = (call: Call, address: string, offset: number, bytes: Uint8Array): Promise<Response> =>
  call(address, {
    method: 'PATCH', headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }, body: bytes as Uint8Array<ArrayBuffer>,
  });

export const removeUpload = (call: Call, address: string): Promise<Response> => call(address, { method: 'DELETE', headers: tus });

/** A whole file in one piece; gives the answer to its last call, or the first refusal. */
export async function uploadFile(call: Call, metadata: Record<string, string>, bytes: Uint8Array): Promise<Response> {
  const begun = await beginUpload(call, metadata, bytes.byteLength);
  if (!begun.ok) return begun;
  const address = begun.headers.get('location')!;
  const put = await putBytes(call, address, 0, bytes);
  return put.ok ? call(`${address}/finish`, { method: 'POST' }) : put;
}

/** Asks for a link to a file where who may read it does (`headers`: proof or session), and opens it as anyone does. Gives the first refusal. */
export async function readFileOf(call: Call, path: string, headers: Record<string, string>): Promise<Response> {
  const asked = await call(path, { headers });
  if (!asked.ok) return asked;
  const { link } = (await asked.json()) as FileLink;
  return call(`/v1/files/${link}`, {});
}
