import { brotliCompressSync, constants } from 'node:zlib';
import { measure } from '../size/measure.ts';
import type { BenchResult } from './bench.ts';
import { bareLitCode } from './bare-lit-build.ts';

/** Bytes that a citizen downloads until the first field: each element beside a bare Lit element. */
export async function bytes(): Promise<BenchResult> {
  const compressed = (code: string) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
  const bare = compressed(await bareLitCode());
  const first = await measure();
  const values = { 'bare-lit': bare, ...first };
  return {
    name: 'bytes', unit: 'bytes brotli to the first field', values,
    ratios: Object.fromEntries(Object.entries(first).map(([name, size]) => [`${name} / bare Lit`, size / bare])),
  };
}
