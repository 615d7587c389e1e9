import { defineConfig } from 'vitest/config';

const shared = /\/src\/(api|i18n|router|vocabulary|parts(?!\/(lanes|Time)))\//;

// What the server needs of a build: names with content hashes under /assets, which it may tell
// browsers to keep for ever, and nothing inline, which its content security policy would refuse.
export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // Pages are files of their own; what they share is one file, not twenty. Charts stay out of
        // it: they bring d3 along, which not every page needs.
        manualChunks: (id) => (shared.test(id) ? 'shared' : null),
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
