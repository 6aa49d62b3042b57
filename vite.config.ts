import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
// With extensions: Vite's coming way of loading this file leaves resolving to Node, and warns until it finds them.
import { BROWSER_TARGET } from './src/build/browser-floor.ts';
import { datasetScripts } from './src/build/dataset-scripts.ts';
import { demoPage } from './src/build/demo-page.ts';
import { dropDescriptions } from './src/build/drop-descriptions.ts';
import { hostScripts } from './src/build/host-scripts.ts';
import { inlineDataset } from './src/build/inline-dataset.ts';
import { LOADER_FILE } from './src/base/loader-file.ts';
import { messageCatalogues } from './src/build/message-catalogues.ts';
import { openingScript } from './src/build/opening-script.ts';
import { pageKit } from './src/build/page-kit.ts';
import { pageSets } from './src/build/page-sets.ts';
import { prerender, siteAddress } from './src/build/prerender.ts';
import { chunkPlugin } from './src/build/chunk-plugin.ts';
import { shipDatasets } from './src/build/ship-datasets.ts';
import { textUnits } from './src/build/text-units.ts';

const consoleSetup = './tests/support/setup-console.ts';
const domSetup = './tests/support/setup-dom.ts';
const codeSetup = './tests/support/setup-code.ts';

/** What the page is made of: the article's set, or what the environment names (docs/hosting.md). */
const sets = pageSets(
  { folder: 'data', own: 'syria-cessation-2016' },
  { TIMELINE_DATA: process.env['TIMELINE_DATA'], TIMELINE_ONLY: process.env['TIMELINE_ONLY'] },
);
/** It tells of the article's set. */
const hasDemo = sets.file === undefined && sets.isAlone !== true;
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
const minorVersion = version.replace(/\.\d+(?:-.*)?$/, '');

export default defineConfig({
  base: './',
  // One page: an address that isn't there is a 404 and not that page again.
  appType: 'mpa',
  css: { postcss: { plugins: [textUnits()] } },
  plugins: [
    messageCatalogues(),
    chunkPlugin(),
    pageKit(),
    dropDescriptions(),
    inlineDataset({ file: sets.file ?? `${sets.folder}/${sets.own}.json`, id: 'default-dataset' }),
    datasetScripts({ ...sets, site: siteAddress(process.env['SITE_URL']) }),
    shipDatasets(sets),
    prerender({ ...sets, site: process.env['SITE_URL'] }),
    // As wide as ui/context/shown-layout.ts has it.
    openingScript([
      { parts: ['chart.lazy', 'Overview'], media: '(min-width: 600px)' },
      { parts: ['EventList'], media: '(max-width: 599.98px)' },
    ]),
    hostScripts([
      { entry: 'src/entries/element.ts', fileName: 'embed.js', versioned: LOADER_FILE },
      ...(hasDemo ? [{ entry: 'src/embed/demo/demo.ts', fileName: 'demo.js' }] : []),
      // The library once more as a classic script: a module doesn't load from a disk.
      {
        entry: 'src/entries/library.ts',
        fileName: 'lib/diplomatic-timeline.js',
        versioned: `lib/diplomatic-timeline@${minorVersion}.js`,
        global: 'DiplomaticTimeline',
      },
    ]),
    hasDemo ? demoPage('src/embed/demo') : undefined,
  ],
  build: {
    target: BROWSER_TARGET,
    modulePreload: false,
    cssCodeSplit: false,
    // Few and classic scripts are the point (they work from a disk and in a sandbox); `npm run size` watches them. The
    // largest is what a page is saved with: a page of 1.3 MB at most.
    chunkSizeWarningLimit: 1300,
    // The licences of what is bundled (ISC, MIT) ask to be passed on with it.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // What Vite adds to every dynamic import asks for the module's address, which nothing uses here.
      checks: { emptyImportMeta: false, pluginTimings: false },
      output: {
        // build/chunk-plugin.ts makes classic scripts of it.
        format: 'cjs',
        entryFileNames: 'assets/app-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        // What the opening view needs is one part, however many others share of it.
        // `axis` is what chart, overview and strip draw with (and what list and tables sort by), `scene` what chart and
        // strip lay out and say, `cards` what short and long lists show, `tables` what reads records in slices, `imported`
        // what events of other formats are written into. Chart and list bring their English: no request more before the
        // first picture.
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'] },
            // What knows no event is nobody's own: else the list would load the reading of tables for a way to sort.
            // It sorts in slices; no first picture needs the rest.
            { name: 'base', test: /src.base.(?:sorted-order|slices)\.ts$/ },
            { name: 'texts', test: /src.base.(?!sorted\.)[\w-]+\.ts$/ },
            {
              name: 'axis',
              test: /src.base.sorted\.|src.layout.(?:scale.axis|scale.axis-texts|marks.overview)\.|src.render.(?:ink|canvas-ink|paint-overview)\.|src.ui.(?:kit.(?:use-canvas|count-dialogs)|context.measure-text|chart.use-overview-picture|context.use-current-window)\./,
            },
            // What hands do comes when the first picture is there, and with it what finds a lost focus another place.
            { name: 'hands', test: /src.ui.(?:chart.hands.(?!use-)|kit.(?:pointer-hold|listen|focus.pass-focus))/ },
            {
              name: 'scene',
              test: /src.layout.(?!lanes.neighbours)|src.render.(?:paint-scene|paint-axis)\.|src.ui.chart.(?:hands.use-|lane-head-parts|Legend|mark-name)|src.written.LegendEntries|src.base.messages.en-chart$/,
            },
            {
              name: 'picture',
              test: /src.(?:picture|render|ui.share.(?:embed-code|page-home|picture-name)).|src.written.json-ld|escape-markup/,
            },
            {
              name: 'cards',
              test: /src.ui.list.(?:ListCards|ListTable|EventCard|ListMonth|list-items|month-items|list-prose|card-groups)\.|src.base.messages.en-list$/,
            },
            {
              name: 'recognise',
              test: /src.formats.(?:registry|recognise|find-reading|foreign-file|packed.packed-kind|table.recognise-table|table.survey.(?:encodings|wide-text|guess-delimiter))\./,
            },
            { name: 'dates', test: /src.model.dates.reading\W/ },
            {
              name: 'slices',
              test: /src.app.loading.(?:show-in-slices|read-in-slices|streamed-file)\.|src.model.(?:dataset-head|event-of-sketch)/,
            },
            { name: 'html', test: /src.formats.imported.html-/ },
            // Whoever names actors needs them, most of them without tables.
            { name: 'countries', test: /src.model.(?:country-names|typed-actor)\./ },
            { name: 'tables', test: /src.formats.table\W/ },
            { name: 'packed', test: /node_modules.(?:saxes|xmlchars|fflate)|src.formats.packed\W/ },
            {
              name: 'imported',
              test: /src.formats.(?:imported-events|imported.(?!worded-)|simile.simile-(?:event|date)|zone-wall|citations.(?:reference|issued-date)|wikidata.wikidata-time)/,
            },
            { name: 'worded', test: /src.formats.imported.worded-dates/ },
            // What writing, keeping and giving away share, apart from what readers of events share.
            {
              name: 'lines',
              test: /src.formats.(?:notebook|chronology|carried)\W|src.app.(?:notebook-lines|carried)\W|notebook-words/,
              minShareCount: 2,
            },
            { name: 'citations', test: /src.formats.citations\W/, minShareCount: 2 },
            { name: 'edits', test: /src.model.edit\W/, minShareCount: 2 },
            // What is said of exports before there are any.
            { name: 'losses', test: /src.model.losses/ },
            {
              name: 'exports',
              test: /src.formats.(?:exports|page|icalendar|timelinejs|spreadsheet|json.write)/,
              minShareCount: 2,
            },
            { name: 'shared', minShareCount: 2 },
          ],
        },
        assetFileNames: 'assets/app-[hash][extname]',
      },
    },
  },
  test: {
    // Vitest itself would leave one of two cores alone.
    maxWorkers: 2,
    // Separate processes: a time zone belongs to a process, and the projects below need different ones.
    pool: 'forks',
    // Files share a process, not their modules: a process for each would cost more than most of them.
    isolate: false,
    // A busy machine may take its time; what never comes should fail all the same.
    expect: { poll: { timeout: 10_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          env: { TZ: 'America/New_York' },
          setupFiles: [consoleSetup, codeSetup],
          // Random datasets by the hundred: a busy machine may take its time.
          testTimeout: 60_000,
        },
      },
      {
        // East of UTC the civil date runs ahead of the UTC one: the other half of the mistakes that time code can make.
        extends: true,
        test: {
          name: 'unit-tokyo',
          include: ['tests/unit/model/**/*.test.ts', 'tests/unit/layout/scale/*.test.ts'],
          // Edits know no zone.
          exclude: ['tests/unit/model/edit/**'],
          environment: 'node',
          env: { TZ: 'Asia/Tokyo' },
          setupFiles: [consoleSetup, codeSetup],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          // Accessibility checks of whole panels take seconds where two cores are busy.
          testTimeout: 30_000,
          env: { TZ: 'America/New_York' },
          setupFiles: [consoleSetup, codeSetup, domSetup],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tests/support/built-page.ts', './tests/support/built-library.ts'],
          setupFiles: [consoleSetup],
          // After the others, which tell of a mistake sooner, and with one more at work than there are cores: now and
          // then each waits for its page.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
