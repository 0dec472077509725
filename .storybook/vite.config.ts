import { defineConfig } from 'vite';

export default defineConfig({
  // PGlite finds its wasm beside its own module: bundling it beforehand would move it away.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
});
