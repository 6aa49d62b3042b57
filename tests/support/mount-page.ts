import { resolve } from 'node:path';
import { build } from 'vite';
import { messageCatalogues } from '../../src/build/message-catalogues';
import { noPageKit } from '../../src/build/no-page-kit';
import type { Answer } from './serve';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = 'virtual:page';

/**
 * A script of the page's own React that shows the built library's component: first one dataset, and another as the
 * global `show` is told to.
 */
export async function reactPageScript(): Promise<string> {
  const files = await bundle(
    'react-page',
    `
    import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { DiplomaticTimeline } from '${root}/dist-lib/react.js';
    const page = createRoot(document.querySelector('#timeline'));
    globalThis.show = (props) => page.render(props === undefined ? null : createElement(DiplomaticTimeline, { ...props, onSelect: (id) => { document.body.dataset.chosen = id ?? ''; } }));`,
  );
  return String(files.get('react-page.js')?.body);
}

/**
 * A page's own script, a module's source, as a classic one, with the development build of React of that major version:
 * the one that warns.
 */
export async function pageScript(source: string, react: 18 | 19): Promise<string> {
  const alias = react === 18 ? { react: 'react-18', 'react-dom': 'react-dom-18' } : {};
  const files = await bundle('page', source, { alias, mode: 'development' });
  return String(files.get('page.js')?.body);
}

/**
 * Files of a bare page that offers `mountTimeline` as a global, for what the built page gives a reader no way to do.
 */
export async function mountPageFiles(): Promise<ReadonlyMap<string, Answer>> {
  const files = await bundle(
    'mount',
    `import '${root}/src/ui/shell/styles.css'; import { mountTimeline } from '${root}/src/app/mount-timeline'; globalThis.mountTimeline = mountTimeline;`,
  );
  const body =
    '<!doctype html><html lang="en"><title>Mount</title><link rel="icon" href="data:,"><link rel="stylesheet" href="mount.css"><body><div id="here"></div><script src="mount.js"></script></body></html>';
  return files.set('mount.html', { body });
}

/** What a source becomes as a classic script and a stylesheet of that name. */
async function bundle(
  name: string,
  source: string,
  { alias = {}, mode = 'production' }: { readonly alias?: Record<string, string>; readonly mode?: string } = {},
): Promise<Map<string, Answer>> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // Under a test runner it would be React's development build.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    resolve: { alias },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [
      messageCatalogues(),
      noPageKit(),
      {
        name: 'page-of-a-test',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
        load: (id) => (id === `\0${ENTRY}` ? source : undefined),
      },
    ],
    build: {
      write: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: ENTRY,
        output: {
          // The development build would say that there are tools for it.
          banner: mode === 'development' ? 'globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = { isDisabled: true };' : '',
          format: 'iife',
          entryFileNames: `${name}.js`,
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return new Map<string, Answer>(
    outputs.map((one) => [one.fileName, { body: one.type === 'chunk' ? one.code : one.source }]),
  );
}
