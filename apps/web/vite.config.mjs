import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  cacheDir: at('../../node_modules/.vite'),
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    // Inlined files would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  resolve: { alias: [{ find: /^fflate$/, replacement: at('src/files/fflate-at-once.ts') }] },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/graphql': 'http://127.0.0.1:3000',
      '/export': 'http://127.0.0.1:3000',
      '/import': 'http://127.0.0.1:3000',
    },
  },
});
