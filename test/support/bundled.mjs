import { build } from 'esbuild';

/** A plugin that serves a package as one module, as a build of the product does. */
export function bundled(name) {
  const address = `/__bundled/${name}.js`;
  return {
    name: `bundled-${name}`,
    resolveImport: ({ source }) => (source === name ? address : undefined),
    async serve({ path }) {
      if (path !== address) return undefined;
      const { outputFiles } = await build({ stdin: { contents: `export * from '${name}';`, resolveDir: import.meta.dirname }, bundle: true, format: 'esm', platform: 'browser', write: false });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}
