import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';
import { BROWSER_TARGET } from './src/build/browser-floor.ts';
import { messageCatalogues } from './src/build/message-catalogues.ts';
import { noPageKit } from './src/build/no-page-kit.ts';
import { pageKit } from './src/build/page-kit.ts';
import { textUnits } from './src/build/text-units.ts';

/** One build of the package: what `npm run build:lib` makes of an entry, by the mode that Vite is called with. */
interface LibraryBuild {
  readonly entry: string;
  /** Of its file, without the ending. */
  readonly name: string;
  /** What stays an import: the page's React, and other files of the package. */
  readonly external?: readonly (string | RegExp)[];
  /** Folder of the parts that are loaded by `import()`; without it the entry is one file. */
  readonly parts?: string;
  /** Of the global that a classic script makes. */
  readonly global?: string;
  /** First line of the file. */
  readonly banner?: string;
}

const ARRAY_FROM = new URL('src/base/array-from.ts', import.meta.url).pathname;
const PAGE_REACT = [/^react(?:-dom)?(?:\/|$)/];
/** Another entry of the package, as its own importers write it. */
const ENTRY = /(?:^\.|[\\/]entries)[\\/](library|static)$/;
const FILE_OF_ENTRY: Readonly<Record<string, string>> = { library: 'diplomatic-timeline', static: 'static' };
const KIT = /kit-texts$/;
/** What React's server layers look for in a module that holds state and effects. */
const CLIENT = "'use client';";

const BUILDS: Readonly<Record<string, LibraryBuild>> = {
  library: { entry: 'library.ts', name: 'diplomatic-timeline', parts: 'timeline' },
  peer: { entry: 'peer.ts', name: 'peer', parts: 'peer', external: PAGE_REACT, banner: CLIENT },
  react: { entry: 'react.tsx', name: 'react', external: [...PAGE_REACT, ENTRY], banner: CLIENT },
  'react-server': { entry: 'react-server.tsx', name: 'react-server', external: [...PAGE_REACT, ENTRY], banner: CLIENT },
  element: { entry: 'elements.ts', name: 'element', parts: 'element', external: [ENTRY] },
  data: { entry: 'data.ts', name: 'data', parts: 'data' },
  static: { entry: 'static.tsx', name: 'static' },
  global: { entry: 'library.ts', name: 'diplomatic-timeline.global', global: 'DiplomaticTimeline' },
  cli: {
    entry: '../cli/diplomatic-timeline.ts',
    name: 'cli',
    external: [/^node:/, KIT],
    banner: '#!/usr/bin/env node',
  },
  // What the command makes pages of.
  kit: { entry: '../cli/kit.ts', name: 'kit' },
};

/**
 * The parts of the timeline: few files, and no more before the first picture than it needs. What chart and list both
 * draw with, either of them, tables, one a language, and everything that is loaded when the reader asks for it.
 */
const PARTS = [
  { name: 'app', tags: ['$initial' as const] },
  { name: 'ar', test: /messages.ar-/ },
  { name: 'fr', test: /messages.fr-/ },
  { name: 'ru', test: /messages.ru-/ },
  // What knows no event is nobody's own.
  { name: 'base', test: /src.base.(?!sorted\.)[\w-]+\.ts$/ },
  {
    name: 'axis',
    test: /src.base.sorted\.|src.layout.(?:scale.axis|scale.axis-texts|marks.overview)\.|src.render.(?:ink|canvas-ink|paint-overview)\.|src.ui.(?:kit.use-canvas|context.measure-text|chart.use-overview-picture|context.use-current-window|chart.Legend|chart.mark-name)\./,
  },
  {
    name: 'chart',
    test: /src.layout.|src.render.(?:paint-scene|paint-axis)\.|src.ui.chart.(?:chart\.lazy|Overview)\.|messages.en-chart$/,
  },
  { name: 'list', test: /src.ui.list.|messages.en-list$/ },
  { name: 'tables', test: /src.formats.table.|src.app.loading.(?:show-in-slices|read-in-slices|streamed-file)\./ },
  { name: 'more', test: /./ },
];

export default defineConfig(({ mode }): UserConfig => {
  const made = BUILDS[mode];
  if (made === undefined) throw new Error(`There is no library build "${mode}": ${Object.keys(BUILDS).join(', ')}`);
  const { entry, name, parts, external = [], global, banner } = made;
  const isForNode = mode === 'cli';
  return {
    plugins: [messageCatalogues({ chunks: isForNode ? 'none' : 'parts' }), mode === 'kit' ? pageKit() : noPageKit()],
    publicDir: false,
    css: { postcss: { plugins: [textUnits()] } },
    // A library keeps `process.env` for whoever bundles it; this one is complete, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: 'dist-lib',
      emptyOutDir: false,
      target: isForNode ? 'node20' : BROWSER_TARGET,
      chunkSizeWarningLimit: 1000,
      license: mode === 'library' ? { fileName: 'licenses.md' } : false,
      lib: {
        entry: `src/entries/${entry}`,
        formats: [global === undefined ? 'es' : 'iife'],
        ...(global === undefined ? {} : { name: global }),
        fileName: () => `${name}.js`,
        cssFileName: mode === 'library' ? 'style' : `unused-${mode}`,
      },
      rolldownOptions: {
        checks: { pluginTimings: false },
        ...(isForNode ? {} : { transform: { inject: { 'Array.from': [ARRAY_FROM, 'arrayFrom'] } } }),
        external: [...external],
        // Vite leaves the white space of a library for another bundler to take; here none need follow.
        output: {
          minify: true,
          ...(banner === undefined ? {} : { postBanner: banner }),
          ...(parts === undefined
            ? { codeSplitting: false }
            : {
                chunkFileNames: `${parts}/[name]-[hash].js`,
                codeSplitting: mode === 'library' || mode === 'peer' ? { groups: PARTS } : true,
              }),
          paths: (id) => {
            if (KIT.test(id)) return './kit.js';
            const [, other = ''] = ENTRY.exec(id.replace(/\.tsx?$/, '')) ?? [];
            const file = FILE_OF_ENTRY[other];
            return file === undefined ? id : `./${file}.js`;
          },
        },
      },
    },
  };
});
