import { defineConfig } from 'vite';
import { BROWSER_TARGET } from './src/build/browser-floor.ts';
import { messageCatalogues } from './src/build/message-catalogues.ts';
import { textUnits } from './src/build/text-units.ts';

/**
 * The library build: one module with everything it needs, one stylesheet; in the mode `react` the component, which
 * takes React from its page and the timeline from that module. `npm run build:lib` makes both and adds the types.
 */
export default defineConfig(({ mode }) => {
  const isReact = mode === 'react';
  return {
    plugins: [messageCatalogues()],
    publicDir: false,
    css: { postcss: { plugins: [textUnits()] } },
    // A library keeps `process.env` for whoever bundles it; this one is complete, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: 'dist-lib',
      target: BROWSER_TARGET,
      chunkSizeWarningLimit: 1000,
      license: isReact ? false : { fileName: 'licenses.md' },
      lib: {
        entry: isReact ? 'src/entries/react.tsx' : 'src/entries/library.ts',
        formats: ['es'],
        fileName: () => (isReact ? 'react.js' : 'diplomatic-timeline.js'),
        cssFileName: 'diplomatic-timeline',
      },
      rolldownOptions: {
        checks: { pluginTimings: false },
        external: isReact ? ['react', 'react/jsx-runtime', /\/library(?:\.ts)?$/] : [],
        // Vite leaves the white space of a library for another bundler to take; here none need follow.
        output: {
          minify: true,
          codeSplitting: false,
          paths: (id) => (/\/library(?:\.ts)?$/.test(id) ? './diplomatic-timeline.js' : id),
        },
      },
    },
  };
});
