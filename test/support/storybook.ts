import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveLoopback } from './loopback.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

export interface StoryEntry {
  id: string;
  /** `Elements/service-finder`. */
  title: string;
  name: string;
  tags: string[];
}
export interface BuiltStorybook {
  url: string;
  stories: StoryEntry[];
  close(): Promise<void>;
}

/** Storybook as `npm run storybook:build` makes it, served from a folder of its own. */
export async function buildStorybook(): Promise<BuiltStorybook> {
  const folder = await mkdtemp(join(tmpdir(), 'mizban-stories-'));
  const child = spawn(process.execPath, [join(root, 'node_modules/storybook/dist/bin/dispatcher.js'), 'build', '--quiet', '--output-dir', folder], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`Storybook was not built (exit ${code}):\n${said}`);

  const { url, close } = await serveLoopback((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://stories.invalid').pathname);
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, StoryEntry & { type: string }> };
  return {
    url,
    stories: Object.values(index.entries).filter(({ type }) => type === 'story'),
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
