// House rules that a reader of one file can break. Rules between files are in test/architecture.test.ts.
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Runs on the phones and office machines of the public: Chrome 94, Firefox 101, Safari 16.4 (see vite.config.ts). */
const browserCode = ['src/{core,client,elements,i18n,search,persian,rules,contract}/**/*.ts', 'src/*.ts'];
const elementCode = ['src/{core,elements}/**/*.ts'];

const call = (object, property, message) => ({
  selector: `MemberExpression[object.name='${object}'][property.name='${property}']`, message,
});
/** Methods of a library younger than the oldest browser that we promise. */
const tooNew = [
  ...['toSorted', 'toReversed', 'toSpliced', 'isSubsetOf', 'isSupersetOf', 'findLast', 'findLastIndex'].map((name) => ({
    selector: `CallExpression > MemberExpression[property.name='${name}']`,
    message: `${name}() is missing in browsers that we promise; copy and use the older method.`,
  })),
  ...[['AbortSignal', 'any'], ['AbortSignal', 'timeout'], ['Object', 'groupBy'], ['Map', 'groupBy'], ['Promise', 'withResolvers'],
    ['Array', 'fromAsync'], ['URL', 'canParse'], ['URL', 'parse']]
    .map(([object, property]) => call(object, property, `${object}.${property} is missing in browsers that we promise.`)),
  call('crypto', 'randomUUID', 'crypto.randomUUID exists on https only; use makeIdempotencyKey or getRandomValues.'),
];
const inTemplate = (pattern, message) => ({ selector: `TaggedTemplateExpression[tag.name=/^(css|html|svg)$/] TemplateElement[value.raw=/${pattern}/]`, message });
const bans = [
  inTemplate('\\d+rem\\b', 'No rem: the host page changes its root font size. Use em.'),
  inTemplate('\\sstyle=', 'No style attribute: a strict Content-Security-Policy blocks it. Use a class.'),
  inTemplate('<style[\\s>]', 'No <style> in a template: a strict Content-Security-Policy blocks it. Use static styles.'),
  {
    selector: "TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/(margin|padding|border)-(left|right)|[{;\\s](left|right)\\s*:|text-align:\\s*(left|right)|float:\\s*(left|right)/]",
    message: 'No physical left or right: use inline-start and inline-end.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/light-dark\\(|color-mix\\(/]",
    message: 'light-dark() and color-mix() are void in Chrome 109; add a token or tint in core/styles/tokens.ts.',
  },
  { selector: "Decorator[expression.callee.name='customElement']", message: 'No @customElement: define in x.define.ts by define(), which bears a second copy.' },
  { selector: "ImportDeclaration[source.value=/directives\\/(style-map|unsafe-html|unsafe-svg)/]", message: 'styleMap is blocked by strict policies; unsafeHTML lets foreign text in as markup.' },
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: 'No innerHTML: render a template.' },
  { selector: "Identifier[name='localStorage']", message: 'No localStorage: every script of the host page reads it.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'storybook-static/', 'node_modules/', '.data/', '.cache/', 'src/i18n/generated/', 'src/core/icons.ts', 'demo/sites/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // A schema and its type carry one name.
      'no-redeclare': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { ...lit['flat/recommended'], files: ['src/**/*.ts', 'stories/**/*.ts'] },
  { ...wc['flat/recommended'], files: ['src/**/*.ts'] },
  { files: ['src/**/*.ts'], rules: { 'wc/guard-super-call': 'off', 'lit/no-template-map': 'off' } },
  { files: browserCode, ignores: elementCode, rules: { 'no-restricted-syntax': ['error', ...tooNew] } },
  { files: elementCode, rules: { 'no-restricted-syntax': ['error', ...tooNew, ...bans] } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
