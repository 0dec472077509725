import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The bare Lit element as a bundler ships it, minified. */
export async function bareLitCode(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('bare-lit.ts', import.meta.url)), formats: ['es'], fileName: 'bare' },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const { output: chunks } = (output as unknown as { output: { code?: string }[] }[])[0]!;
  return chunks.find(({ code }) => code)!.code!;
}
