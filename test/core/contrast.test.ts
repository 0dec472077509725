import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tints, tokens, tokenSheet } from '../../src/core/styles/tokens.ts';
import { filesBelow } from '../support/sources.ts';
import { contrast, mix, parseColour } from '../support/contrast.ts';
import { readFileSync } from 'node:fs';

type Token = keyof typeof tokens;
type Palette = (token: Token) => ReturnType<typeof parseColour>;

const defaults = (theme: 0 | 1): Palette => (token) => parseColour(tokens[token][theme]);
const tintOf = (palette: Palette, name: keyof typeof tints) => {
  const [token, percent] = tints[name];
  return mix(palette(token), percent, palette('surface'));
};

/** Text on a ground: 4.5. A control's border or an icon that carries meaning: 3. */
function shortfalls(palette: Palette): string[] {
  const found: string[] = [];
  const check = (name: string, ratio: number, least: number) => {
    if (ratio < least) found.push(`${name}: ${ratio.toFixed(2)} of ${least}`);
  };
  for (const ground of ['surface', 'ground'] as const) {
    for (const text of ['ink', 'ink-soft', 'accent', 'good', 'warn', 'bad', 'info'] as const) {
      check(`${text} on ${ground}`, contrast(palette(text), palette(ground)), 4.5);
    }
    check(`line-control on ${ground}`, contrast(palette('line-control'), palette(ground)), 3);
  }
  check('on-accent on accent', contrast(palette('on-accent'), palette('accent')), 4.5);
  for (const name of Object.keys(tints) as (keyof typeof tints)[]) {
    if (name === 'skeleton') continue;
    const ground = tintOf(palette, name);
    for (const text of ['ink', 'ink-soft', tints[name][0]] as const) check(`${text} on ${name}`, contrast(palette(text), ground), 4.5);
  }
  return found;
}

describe('contrast of the tokens', () => {
  it('is computed as WCAG does', () => {
    assert.equal(contrast(parseColour('#000000'), parseColour('#ffffff')).toFixed(2), '21.00');
    assert.equal(contrast(parseColour('#777777'), parseColour('#ffffff')).toFixed(2), '4.48');
    assert.deepEqual(shortfalls(defaults(0)).length, 0);
    assert.ok(shortfalls((token) => (token === 'ink-soft' ? parseColour('#999999') : defaults(0)(token))).includes('ink-soft on surface: 2.85 of 4.5'));
  });

  it('holds AA in the light theme', () => assert.deepEqual(shortfalls(defaults(0)), []));
  it('holds AA in the dark theme', () => assert.deepEqual(shortfalls(defaults(1)), []));

  /** What a site of the demo sets on top of the defaults. */
  for (const sheet of filesBelow('demo/sites', /\.css$/)) {
    const text = readFileSync(new URL(`../../${sheet}`, import.meta.url), 'utf8');
    const own = new Map([...text.matchAll(/--desk-([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, value]) => [name!, value!]));
    if (!own.size) continue;
    it(`holds AA in ${sheet}`, () => {
      assert.deepEqual(shortfalls((token) => (own.has(token) ? parseColour(own.get(token)!) : defaults(0)(token))), []);
    });
  }
});

describe('the sheet of the tokens', () => {
  const sheet = tokenSheet();
  it('gives every token its plain light value first, for browsers without light-dark()', () => {
    const [plain] = sheet.split('@supports');
    for (const [name, [light]] of Object.entries(tokens)) assert.ok(plain!.includes(`--_${name}:var(--desk-${name},${light});`), name);
    assert.doesNotMatch(plain!, /light-dark\(|color-mix\(/);
  });
  it('gives every tint a plain ground first', () => {
    for (const name of Object.keys(tints)) assert.ok(sheet.split('@supports')[0]!.includes(`--_${name}:var(--_ground);`), name);
  });
});
