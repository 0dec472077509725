import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Runs on Chrome 94, Firefox 101 and Safari 16.4, where constructable style sheets begin; offices on Windows 7 stay on
 * Chrome 109 and Firefox 115. Syntax is named by year, since a list of browsers makes the compiler turn every private
 * name into a WeakMap; `npm run lint` bans library methods that came later.
 */
export const target = 'es2022';

/**
 * Templates carry the indentation of the source to every phone. In `css` comments and white space go; in `html` a line
 * break with its indentation becomes one line break, which renders alike.
 */
const squeezeTemplates = (): Plugin => ({
  name: 'mizban-squeeze-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/(?!gateway).*\.ts$/ },
    handler(code) {
      const squeezed = code
        .replace(/(?<=\bcss`)(?:[^`\\]|\\.)*(?=`)/g, (sheet) =>
          sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replace(/;}/g, '}').replace(/([\w-]): /g, '$1:').replace(/(?<![\w.])0\.(?=\d)/g, '.'));
      // Outside templates the minifier does the same: so whole files, for templates stand within templates.
      const lines = /\bhtml`/.test(code) ? squeezed.replace(/\n\s+/g, '\n') : squeezed;
      return lines === code ? undefined : { code: lines, map: null };
    },
  },
});

/**
 * All icons are one module, which a chunk would get as a whole. Written into the modules that import them, each chunk
 * carries its own few.
 */
const inlineIcons = (): Plugin => {
  const icons = new Map(
    [...readFileSync(at('src/core/icons.ts'), 'utf8').matchAll(/export const (\w+) = html(`[^`]*`);/g)].map(([, name, template]) => [name!, template!]),
  );
  return {
    name: 'mizban-inline-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/(core|elements)\/.*\.ts$/, code: /core\/icons\.ts|\.\/icons\.ts/ },
      handler(code) {
        const inlined = code.replace(/^import \{([^}]*)\} from '[./]*(?:core\/)?icons\.ts';$/gm, (_, list: string) => {
          const names = list.split(',').map((name) => name.trim()).filter(Boolean);
          return `import { html as iconHtml } from 'lit';\n${names.map((name) => {
            const [from, to = from] = name.split(/ as /);
            if (!icons.has(from!)) throw new Error(`No icon is called ${from}.`);
            return `const ${to} = iconHtml${icons.get(from!)};`;
          }).join('\n')}`;
        });
        return { code: inlined, map: null };
      },
    },
  };
};

/**
 * Every message has an id of its own, which `npm test` holds; so the library's way to make one from the text stays at
 * home, and with it the parts that other ways of localizing need.
 */
const slimMessages = (): Plugin => ({
  name: 'mizban-slim-messages',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^@lit\/localize$/ },
    handler: () => '\0messages',
  },
  load: {
    filter: { id: /^\0messages$|\/@lit\/localize\/internal\/id-generation\.js$/ },
    handler: (id) => id === '\0messages'
      ? `export { msg } from '@lit/localize/init/install.js'; export { str } from '@lit/localize/internal/str-tag.js';`
      : 'export const generateMsgId = String;',
  },
});

/** Whole sentences that lit says to who writes style sheets wrong, where types and tests say it first: no citizen downloads them. */
const quietStyles = (): Plugin => ({
  name: 'mizban-quiet-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\/@lit\/reactive-element\/css-tag\.js$/ },
    handler: (code) => ({ code: code.replace(/\bError\("[^"]*"(?:\+\w+\+"[^"]*")?\)/g, 'Error("css")'), map: null }),
  },
});

/** The client for uploads brings a parser of addresses for old systems, as CommonJS. Every browser has one. */
const ownAddresses = (): Plugin => ({
  name: 'mizban-own-addresses',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^url-parse$/ },
    handler: () => '\0addresses',
  },
  load: {
    filter: { id: /^\0addresses$/ },
    handler: () => 'export default URL;',
  },
});

/** Who carries copies of which small modules, under which name: the parts of the search that few pages need, the opened catalogue, what is said of a draft. */
const copied: { as: string; by: RegExp; what: RegExp }[] = [
  { as: '?own', by: /src\/search\/(delta|late-columns|sharded|shards)\.ts$/, what: /src\/(search\/(?!late-columns|sharded|shards)|persian\/(?!digits))[^?]*\.ts$/ },
  { as: '?opened', by: /src\/(search\/(entry|searcher)|persian\/words|elements\/service-finder\/parts\/result)\.ts$/, what: /src\/(persian\/fold|core\/facts\/(fee|declared))\.ts$/ },
  { as: '?drafts', by: /src\/elements\/request-form\/(parts\/(notes|lost)|form\/restore)\.ts$/, what: /src\/(core\/(copy-text|facts\/clock)|elements\/request-form\/form\/(fit|words))\.ts$/ },
];

/**
 * Shared with others these modules would be further files, which a page would ask for only when it has the file that
 * imports them, and would wait for before its first result.
 */
const ownCopies = (): Plugin => ({
  name: 'mizban-own-copies',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer) return undefined;
    const rule = copied.find(({ as, by }) => importer.endsWith(as) || by.test(importer));
    if (!rule) return undefined;
    const found = await this.resolve(source, importer.replace(rule.as, ''), { skipSelf: true });
    return found && rule.what.test(found.id) ? found.id + rule.as : found;
  },
});

/**
 * Tells the loader where the core is, which it fetches beside an element's own chunk. Were it an import by name, the
 * bundler would keep a namespace object for it, and a further file for the code that makes one.
 */
const addressOfCore = (): Plugin => ({
  name: 'mizban-address-of-core',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const core = chunks.find(({ name }) => name === 'core')!;
    const loader = chunks.find(({ isEntry }) => isEntry)!;
    if (!loader.code.includes('mizban:core')) throw new Error('The loader has no place for the address of the core.');
    loader.code = loader.code.replace('mizban:core', `./${core.fileName}`);
  },
});

/**
 * Where a chunk is imported for one of its modules, the bundler makes that module's namespace with a helper in a file of its
 * own, which every element would wait for. Those that use the helper carry it instead, those that make a namespace of
 * nothing, which nobody reads, have a 0 there.
 */
const inlineRuntime = (): Plugin => ({
  name: 'mizban-inline-runtime',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
    if (!runtime) return;
    for (const chunk of chunks.filter(({ imports }) => imports.includes(runtime.fileName))) {
      chunk.imports = chunk.imports.filter((name) => name !== runtime.fileName);
      chunk.code = chunk.code.replace(/import(?:\{\w+ as (\w+)\}from)?"[^"]*rolldown-runtime-[^"]*";([^]*)/, (_, helper: string | undefined, rest: string) => {
        const code = helper ? rest.replace(new RegExp(`\\b${helper}\\(\\{\\}\\)`, 'g'), '0') : rest;
        const used = helper && new RegExp(`\\b${helper}\\(\\{\\w+:\\(\\)=>`).test(code);
        return used ? `var ${helper}=m=>{let n={};for(let k in m)Object.defineProperty(n,k,{get:m[k]});return n};${code}` : code;
      });
      if (chunk.code.includes('rolldown-runtime')) throw new Error(`${chunk.fileName} still asks for the bundler's helper.`);
    }
    delete bundle[runtime.fileName];
  },
});

/**
 * A file that is asked for at run time asks at once for all that it needs in the end. Else each file would be asked for only
 * when the one that imports it is there, a round trip after another.
 */
const flatImports = (): Plugin => ({
  name: 'mizban-flat-imports',
  generateBundle(_, bundle) {
    const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
    /** A chunk with all that it imports, and what those import. */
    const closure = (name: string, found = new Set<string>()): Set<string> => {
      if (!found.has(name)) {
        found.add(name);
        chunks.get(name)!.imports.forEach((each) => closure(each, found));
      }
      return found;
    };
    // The loader fetches the core beside what it asks for.
    const core = [...chunks.values()].find(({ name }) => name === 'core')!.fileName;
    for (const chunk of chunks.values()) {
      const askers = [...chunks.values()].filter(({ dynamicImports }) => dynamicImports.includes(chunk.fileName)).map(({ fileName }) => closure(fileName));
      if (!askers.length) continue;
      const later = [...closure(chunk.fileName)].filter(
        (name) => name !== chunk.fileName && name !== core && !chunk.imports.includes(name) && !askers.every((there) => there.has(name)),
      );
      chunk.code += later.map((name) => `import"./${name.split('/').at(-1)!}";`).join('');
    }
  },
});

/** Room for elements that are not there yet, so that the page does not jump; for pages that may add a style sheet. */
const reserve = `service-finder:not(:defined),service-sheet:not(:defined),service-guide:not(:defined),request-form:not(:defined),complaint-form:not(:defined),track-status:not(:defined),rate-service:not(:defined){display:block;min-block-size:12em}
`;
const ownAssets = (): Plugin => ({
  name: 'mizban-own-assets',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'desk.css', source: reserve });
    // For the gateway's own pages; agencies' pages keep the font they have.
    this.emitFile({
      type: 'asset', fileName: 'assets/vazirmatn-33.woff2',
      source: readFileSync(at('node_modules/vazirmatn/misc/Non-Latin/fonts/webfonts/Vazirmatn-NL[wght].woff2')),
    });
  },
});

const shared: UserConfig = {
  base: './',
  publicDir: false,
};

/**
 * Chunks that more than one element shares. Few and whole: each further file costs a request, and small files compress
 * badly. All else goes with those who use it.
 */
const chunks = {
  /** What (nearly) every element needs: lit, the base element, client, locale, and how amounts and places are told. */
  core: [
    'oxc-project', 'node_modules/(@lit|lit-element|lit)/(?!directives/)', 'node_modules/lit-html/(lit-html|is-server)', '^\0messages',
    'src/client/(client|errors)', 'src/contract/citizen-routes', 'src/i18n/(locale|formats)', 'src/core/styles/(base|tokens|controls)', 'src/persian/digits',
    'src/core/facts/(place|duration|isolate)', 'src/search/slices', 'src/core/(?!print|joined|icons|copy-text|history-place|save-blob|question-fields)[^/]+\\.ts$',
  ],
  /** Elements that ask something. */
  fields: ['src/core/controls/field', 'src/core/styles/fields'],
  /** Forms. */
  inputs: ['src/core/controls/(text|choice)-input', 'src/core/outbox/attempt', 'src/core/history-place'],
  /** What reads answers; an address of e-mail is also read where news are chosen. */
  readings: ['src/rules/form-field', 'src/persian/identity/email'],
  /** A service as it was declared. */
  service: ['src/core/facts/(fee|declared)\\.ts$'],
  /** A filed request as everybody with its code may see it. */
  request: ['src/core/facts/(clock|request)\\.ts$'],
  /** Keeps what is typed. */
  keeper: ['src/core/drafts/(draft-keeper|draft-store|tab-store)'],
  /** The same, opened. */
  record: ['src/core/facts/(answers|files)', 'src/core/(styles/record|question-fields)'],
  /** Pages of the staff. */
  staff: ['src/core/staff/(?!keeper-element|undo)', 'src/core/styles/(staff|overview)', 'src/rules/staff-roles'],
};

/** `vite build`: loader and chunks. `--mode all`: one file. `--mode npm`: modules for bundlers. */
export default defineConfig(({ mode }): UserConfig => {
  // Whatever the shell says: otherwise lit's development code would go to the public.
  process.env['NODE_ENV'] = 'production';
  if (mode === 'all') {
    return {
      ...shared,
      plugins: [inlineIcons(), slimMessages(), quietStyles(), ownAddresses(), squeezeTemplates()],
      build: {
        target, outDir: 'dist/browser', emptyOutDir: false, reportCompressedSize: false,
        lib: { entry: at('src/all.ts'), formats: ['es'], fileName: () => 'desk.all.js' },
        rolldownOptions: { output: { minify: true, codeSplitting: false } },
      },
    };
  }
  if (mode === 'npm') {
    return {
      ...shared,
      build: {
        target: 'es2022', outDir: 'dist/npm', minify: false, reportCompressedSize: false,
        lib: { entry: [at('src/index.ts'), at('src/all.ts')], formats: ['es'] },
        rolldownOptions: {
          external: [/^(lit|@lit|zod|jalaali-js|jose|qrcode-generator|canonicalize|hash-wasm)($|\/)/],
          output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
        },
      },
    };
  }
  return {
    ...shared,
    plugins: [inlineIcons(), slimMessages(), quietStyles(), ownAddresses(), squeezeTemplates(), ownCopies(), addressOfCore(), inlineRuntime(), flatImports(), ownAssets()],
    build: {
      target, outDir: 'dist/browser', emptyOutDir: true, manifest: true, reportCompressedSize: false,
      lib: { entry: { desk: at('src/loader.ts') }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'assets/[name]-[hash:7].js',
          assetFileNames: 'assets/[name]-[hash:7][extname]',
          codeSplitting: {
            groups: Object.entries(chunks).map(([name, tests]) => ({ name, test: new RegExp(tests.join('|')) })),
          },
        },
      },
    },
  };
});
