import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Field, FormDefinition } from '../../src/contract/form.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { publishEveryField } from '../support/every-field.ts';
import { startTestGateway, testNow } from '../support/gateway.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import type { BenchResult } from './bench.ts';
import { installPeers } from './install-peers.ts';
import { onPhone, phone, servePages, shell } from './pages.ts';

const runs = 5;
const peers = { 'Form.io': 'formio', SurveyJS: 'survey', RJSF: 'rjsf' };

type Kind = 'text' | 'digits' | 'tel' | 'email' | 'date' | 'number' | 'yesNo' | 'choice' | 'choices' | 'long';
interface Questions {
  questions: [id: string, kind: Kind, label: string][];
  options: [value: string, label: string][];
  isRequired(id: string): boolean;
}

/** The peers' twelve questions as one of our forms. */
async function ourForm(folder: URL): Promise<FormDefinition> {
  const { questions, options, isRequired } = (await import(new URL('questions.mjs', folder).href)) as Questions;
  const types: Record<Kind, Field['type']> = {
    text: 'text', digits: 'nationalId', tel: 'mobile', email: 'email', date: 'date', number: 'number', yesNo: 'yesNo', choice: 'choice', choices: 'choices', long: 'longText',
  };
  return {
    id: 'bench-form', version: 1, kind: 'application', title: { fa: 'فرم' }, contactField: 'mobile',
    steps: [{
      id: 'all', title: { fa: 'همه' },
      items: questions.map(([id, kind, fa]) => ({
        id, type: id === 'postalCode' ? 'postalCode' : types[kind], label: { fa }, required: isRequired(id),
        ...(kind.startsWith('choice') && { options: options.map(([value, label]) => ({ value, label: { fa: label } })) }),
      })),
    }],
  };
}

/** One peer's page with its script and styles, built for production. */
async function peerPages(name: string, folder: URL): Promise<Record<string, [type: string, text: string]>> {
  const built = await build({
    configFile: false, logLevel: 'silent', root: fileURLToPath(folder), define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { write: false, target: 'es2022', cssCodeSplit: false, lib: { entry: fileURLToPath(new URL(`${name}.mjs`, folder)), formats: ['es'], fileName: name, cssFileName: name }, rolldownOptions: { output: { minify: true } } },
  });
  const files = (built as unknown as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] }[])[0]!.output;
  const textOf = ({ code, source }: (typeof files)[number]) => code ?? (typeof source === 'string' ? source : new TextDecoder().decode(source));
  const styles = files.filter(({ fileName }) => fileName.endsWith('.css'));
  const entry = files.find(({ fileName }) => fileName.startsWith(`${name}.`) && /\.m?js$/.test(fileName))!;
  const links = styles.map(({ fileName }) => `<link rel="stylesheet" href="/${name}-files/${fileName}">`).join('');
  return {
    [`/${name}`]: ['text/html', shell(`${links}<script type="module" src="/${name}-files/${entry.fileName}"></script>`, '<div id="form"></div>')],
    ...Object.fromEntries(files.filter(({ fileName }) => /\.(css|m?js)$/.test(fileName)).map((file) => [`/${name}-files/${file.fileName}`, [file.fileName.endsWith('.css') ? 'text/css' : 'text/javascript', textOf(file)]])),
  };
}

/** As text: it runs in the page. Looks through shadow roots for a field that can be seen and typed in. */
const watch = `
  const find = (root) => [...root.querySelectorAll('*')].some((element) =>
    (element.matches('input:not([type=hidden], :disabled), textarea:not(:disabled)') && element.checkVisibility()) || (element.shadowRoot && find(element.shadowRoot)));
  const look = () => {
    if (document.body && find(document)) window.benchFound = performance.now();
    else requestAnimationFrame(look);
  };
  look();
`;

interface Once {
  /** Milliseconds from navigation to a field that can be typed in. */
  time: number;
  /** Bytes over the wire besides the page itself: when that field was there, and in all. */
  first: number;
  all: number;
}

async function once(browser: Browser, url: string): Promise<Once> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await onPhone(page);
    const documents = new Set<string>();
    const came: { at: number; bytes: number }[] = [];
    let clock = 0;
    session.on('Network.requestWillBeSent', ({ requestId, type, wallTime, timestamp }) => {
      clock = (wallTime - timestamp) * 1000;
      if (type === 'Document') documents.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      if (!documents.has(requestId)) came.push({ at: timestamp * 1000 + clock, bytes: encodedDataLength });
    });
    let wrong = '';
    page.on('pageerror', ({ message }) => (wrong ||= message));
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction('window.benchFound', undefined, { timeout: 60_000 }).catch(() => {
      throw new Error(`No field came at ${url}. ${wrong}`);
    });
    const { time, at } = (await page.evaluate('({ time: benchFound, at: performance.timeOrigin + benchFound })')) as { time: number; at: number };
    await page.waitForLoadState('networkidle');
    const sum = (list: typeof came) => list.reduce((total, { bytes }) => total + bytes, 0);
    return { time, first: sum(came.filter((each) => each.at <= at)), all: sum(came) };
  } finally {
    await context.close();
  }
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Twelve questions on one page: time to the first usable field and bytes as brotli, ours and each peer's ratio to ours. */
export async function forms(): Promise<BenchResult> {
  const folder = installPeers('form-peers');
  const gateway = await startTestGateway({ agencies: ['miras-farhangi'], listen: true, now: testNow, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
  const closers: (() => Promise<unknown>)[] = [() => gateway.stop()];
  try {
    const service = await publishEveryField(gateway.ports, await ourForm(folder));
    const pages = await servePages({
      '/ours': ['text/html', shell(`<script type="module" src="${gateway.url}/desk.js"></script>`, `<request-form service="${service}"></request-form>`)],
      ...Object.assign({}, ...(await Promise.all(Object.values(peers).map((name) => peerPages(name, folder))))) as Record<string, [string, string]>,
    });
    closers.unshift(() => pages.close());
    const browser = await launchBrowser();
    closers.unshift(() => browser.close());
    const contestants = { ours: 'ours', ...peers };
    const measured: Record<string, Once[]> = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
    // In turn, so that a busy minute of the machine meets all alike; the first round warms caches and is not counted.
    for (let run = 0; run <= runs; run++) {
      for (const [name, path] of Object.entries(contestants)) {
        const result = await once(browser, `${pages.url}/${path}`);
        if (run > 0) measured[name]!.push(result);
      }
    }
    const of = (name: string, what: keyof Once) => Math.round(median(measured[name]!.map((each) => each[what])));
    const words = { time: 'ms', first: 'bytes to first field', all: 'bytes in all' };
    const every = Object.keys(words) as (keyof Once)[];
    return {
      name: 'forms', unit: `12 questions on one page, slow 4G, CPU ${phone.cpuRate}x slower, brotli, median of ${runs}`,
      values: Object.fromEntries(every.flatMap((what) => Object.keys(contestants).map((name) => [`${name}, ${words[what]}`, of(name, what)]))),
      ratios: Object.fromEntries(every.flatMap((what) => Object.keys(peers).map((name) => [`${name} / ours, ${words[what]}`, of(name, what) / of('ours', what)]))),
    };
  } finally {
    for (const close of closers) await close();
  }
}
