import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Constructable style sheets (Firefox 101, Safari 16.4) and private methods set the floor; offices on Windows 7 stay on
 * Chrome 109 and Firefox 115. `npm run lint` bans APIs that came later.
 */
export const target = ['chrome94', 'firefox101', 'safari16.4'];

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
          sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').replace(/;}/g, '}').replace(/([\w-]): /g, '$1:'))
        .replace(/(?<=\bhtml`)(?:[^`\\]|\\.)*(?=`)/g, (template) => template.replace(/\n\s+/g, '\n'));
      return squeezed === code ? undefined : { code: squeezed, map: null };
    },
  },
});

/** Room for elements that are not there yet, so that the page does not jump; for pages that may add a style sheet. */
const reserve = `service-finder:not(:defined),service-sheet:not(:defined),request-form:not(:defined),track-status:not(:defined){display:block;min-block-size:12em}
`;
const deskSheet = (): Plugin => ({
  name: 'mizban-desk-css',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'desk.css', source: reserve });
  },
});

const shared: UserConfig = {
  base: './',
  publicDir: false,
  oxc: { target: 'es2022' },
};

/** `vite build`: loader and chunks. `--mode all`: one file. `--mode npm`: modules for bundlers. */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'all') {
    return {
      ...shared,
      plugins: [squeezeTemplates()],
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
    plugins: [squeezeTemplates(), deskSheet()],
    build: {
      target, outDir: 'dist/browser', emptyOutDir: true, manifest: true, reportCompressedSize: false,
      lib: { entry: { desk: at('src/loader.ts') }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          codeSplitting: {
            groups: [
              { name: 'core', test: /node_modules[\\/](lit|@lit|lit-html|lit-element)[\\/]|src[\\/](core[\\/](?!controls)|client|i18n[\\/](?!generated)|contract[\\/]routes)/, minShareCount: 2 },
            ],
          },
        },
      },
    },
  };
});
