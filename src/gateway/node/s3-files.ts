import { AwsClient } from 'aws4fetch';
import type { FileStore } from '../ports.ts';

export interface S3Place {
  /** Without a slash at the end; the bucket is the first part of the path, which every S3-compatible store understands. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Uploads in an S3-compatible store. What lies there is sealed by the gateway, as on a disk. */
export function s3Files({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Place): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const call = async (id: string, init: RequestInit): Promise<Response> => {
    const answer = await client.fetch(`${endpoint}/${bucket}/${encodeURIComponent(id)}`, init);
    if (answer.ok || answer.status === 404) return answer;
    // What the store says may repeat the key of the account.
    await answer.body?.cancel();
    throw new Error(`The file store answered ${answer.status} to ${init.method}.`);
  };
  const get = async (id: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const answer = await call(id, { method: 'GET' });
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    await answer.body?.cancel();
    return undefined;
  };
  return {
    async put(id, bytes) {
      // What is signed is known whole.
      const body = bytes instanceof Blob ? await bytes.arrayBuffer() : (bytes as Uint8Array<ArrayBuffer>);
      const { ok } = await call(id, { method: 'PUT', body });
      if (!ok) throw new Error('The file store has no such bucket.');
    },
    get,
    async blob(id) {
      const bytes = await get(id);
      return bytes && new Blob([bytes]);
    },
    async delete(id) {
      await (await call(id, { method: 'DELETE' })).body?.cancel();
    },
  };
}
