import { connect } from 'node:net';
import type { Scanner } from '../ports.ts';

/** Milliseconds without a word from clamd after which it counts as away. */
const patience = 30_000;
const chunk = 64 * 1024;

/**
 * Asks a ClamAV daemon over TCP (`zINSTREAM`, see clamd(8)): nothing of ours has to lie where it can read. Rejects when it
 * is away or gives no verdict; who calls must not take that for clean.
 */
export function clamav(host: string, port: number): Scanner {
  return (bytes) => new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let answer = '';
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd does not answer')));
    socket.on('error', reject);
    socket.on('data', (part: Buffer) => { answer += part.toString('latin1'); });
    socket.on('close', () => {
      const verdict = answer.replace(/\0/g, '').trim();
      if (/ OK$/.test(verdict)) resolve('clean');
      else if (/ FOUND$/.test(verdict)) resolve('infected');
      else reject(new Error(`clamd gave no verdict: ${verdict.slice(0, 80) || 'nothing'}`));
    });
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.byteLength; at += chunk) {
      const part = bytes.subarray(at, at + chunk);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.byteLength);
      socket.write(length);
      socket.write(part);
    }
    socket.write(Buffer.alloc(4));
  });
}
