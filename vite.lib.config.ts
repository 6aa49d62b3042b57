import { defineConfig } from 'vite'

/** The library build: one module with everything it needs, one stylesheet. `npm run build:lib` adds the types. */
export default defineConfig({
  publicDir: false,
  // A library keeps `process.env` for whoever bundles it; this one is complete, and a browser has no `process`.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: 'dist-lib',
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    license: { fileName: 'licenses.md' },
    lib: {
      entry: 'src/library.ts',
      formats: ['es'],
      fileName: () => 'diplomatic-timeline.js',
      cssFileName: 'diplomatic-timeline',
    },
    // Vite leaves the white space of a library for another bundler to take; here none need follow.
    rolldownOptions: { output: { minify: true } },
  },
})
