import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { BROWSER_TARGET } from './browser-floor.ts';
import { dropDescriptions } from './drop-descriptions.ts';
import { messageCatalogues } from './message-catalogues.ts';
import { textUnits } from './text-units.ts';

/**
 * What a saved page does without, by the modules that are loaded for it: files of others, editing, and several datasets
 * together. They are half of all code, and whoever wants them has the page that it was saved from. Its own data was written
 * by our writer, and needs no mending.
 */
const LEFT_OUT = inSource(
  'app/(?:opening/opening|writing/writing.lazy)',
  'app/writing/writing.lazy',
  'formats/(?:find-reading|json/recover-json|table/table-reader)',
  'model/merge/merge-datasets',
  'ui/(?:open/(?:open.lazy|mapping/MappingStep)|write/write.lazy|grid/grid.lazy|edit/edit.lazy|keep/keep.lazy)',
  'ui/(?:edit/edit|grid/grid|keep/keep|write/write).lazy',
);
/** The same for what is imported by a module that has other things to do as well: what that takes of it. */
const UNUSED = new Map([[inSource('formats/table/table-plan'), 'mappedPlan']]);
/** Of D3 the packages that are used: in one script nothing else would be left out, since some of it has side effects. */
const D3_USED = '\0d3-used';
const KIND = inSource('base/saved-page');
/** Where a saved page has the texts that the built page loads (build/page-kit.ts): in itself. */
const OWN_TEXTS = 'src/app/giving/own-texts.ts';

/** The page's program as one script, with the style and the licences of what is in both. */
export interface SavedProgram {
  readonly script: string;
  readonly style: string;
  readonly licences: string;
}

/** Bundles src/saved.ts, the entry of a saved page. Throws where that makes more or less than one script and one style. */
export async function buildSavedProgram(root: string): Promise<SavedProgram> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [savedParts(root), messageCatalogues({ chunks: 'packed' }), dropDescriptions()],
    css: { postcss: { plugins: [textUnits()] } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: BROWSER_TARGET,
      chunkSizeWarningLimit: 2000,
      license: { fileName: 'licenses.md' },
      lib: { entry: resolve(root, 'src/saved.ts'), formats: ['iife'], name: 'unnamed', fileName: () => 'saved.js' },
      rolldownOptions: {
        checks: { pluginTimings: false },
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: { minify: true },
      },
    },
  });
  const outputs = Array.isArray(made) ? made.flatMap(({ output }) => output) : 'output' in made ? made.output : [];
  const scripts = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []));
  const textOf = (ending: string): readonly string[] =>
    outputs.flatMap((output) =>
      output.type === 'asset' && output.fileName.endsWith(ending)
        ? [typeof output.source === 'string' ? output.source : Buffer.from(output.source).toString('utf8')]
        : [],
    );
  return {
    script: onlyOne(scripts, 'script'),
    style: onlyOne(textOf('.css'), 'style'),
    licences: licencesOnce(onlyOne(textOf('.md'), 'list of licences')),
  };
}

function onlyOne(texts: readonly string[], what: string): string {
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0)
    throw new Error(`A saved page should have one ${what}, and its build makes ${texts.length}`);
  return text;
}

function savedParts(root: string): Plugin {
  return {
    name: 'saved-parts',
    enforce: 'pre',
    resolveId: {
      filter: { id: [/[\\/]kit-texts$/, /^d3$/] },
      handler: (id) => (id === 'd3' ? D3_USED : resolve(root, OWN_TEXTS)),
    },
    load: {
      filter: { id: [KIND, LEFT_OUT, ...UNUSED.keys(), /^\0d3-used$/] },
      handler: (id) => ({
        code: id === D3_USED ? `export * from 'd3-array'; export * from 'd3-time';` : standInFor(id),
        moduleType: 'js',
        map: null,
      }),
    },
  };
}

function standInFor(id: string): string {
  if (KIND.test(id)) return 'export const IS_SAVED_PAGE = true;';
  const [, name] = [...UNUSED].find(([path]) => path.test(id)) ?? [];
  const refuse = `throw new Error('A saved page does without this part');`;
  return name === undefined ? refuse : `export function ${name}() { ${refuse} }`;
}

/** Modules by their paths in src, without the ending; each is a pattern. */
function inSource(...paths: readonly string[]): RegExp {
  return new RegExp(String.raw`[\\/]src[\\/](?:${paths.join('|').replaceAll('/', String.raw`[\\/]`)})\.tsx?$`);
}

/**
 * A list of licences (Vite's `build.license`) in which a text that several packages have stands once, under the names and
 * copyright notices of all of them.
 */
export function licencesOnce(list: string): string {
  const [head = '', ...packages] = list.split(/^(?=## )/m);
  const texts = new Map<string, string[]>();
  for (const each of packages) {
    const lines = each.trim().split('\n');
    const text = lines
      .filter((line) => !isNotice(line))
      .join('\n')
      .trim();
    const alike = text.replaceAll(/\s+/g, ' ');
    const [notices, own = text] = [lines.filter(isNotice).join('\n\n'), texts.get(alike)?.at(-1)];
    texts.set(alike, [...(texts.get(alike)?.slice(0, -1) ?? []), notices, own]);
  }
  return [head.trim(), ...[...texts.values()].map((parts) => parts.join('\n\n').trim())].join('\n\n');
}

function isNotice(line: string): boolean {
  return /^(?:## |copyright\b)/i.test(line);
}

/**
 * A script's text as it may stand in a page, and mean the same: its letters ASCII, without what would end its element or
 * begin a comment. In literals alone, where else they can't stand. Throws for a template whose raw text somebody reads.
 */
export function inlineScript(code: string): string {
  if (/String\.raw`[^`]*[^\0-\x7f`]/.test(code))
    throw new Error('A script with letters in String.raw can’t be escaped');
  return code
    .replaceAll('\r', '')
    .replace(/<(?=\/script|!--)/gi, String.raw`\x3c`)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .trim();
}
