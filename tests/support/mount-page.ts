import { resolve } from 'node:path';
import { build } from 'vite';
import type { Answer } from './serve';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = 'virtual:mount-page';

/** Files of a bare page that offers `mountTimeline` as a global, for what the built page gives a reader no way to do. */
export async function mountPageFiles(): Promise<ReadonlyMap<string, Answer>> {
  const built = await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    // Under a test runner it would be React's development build.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [{
      name: 'mount-page',
      resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
      load: (id) => (id === `\0${ENTRY}`
        ? `import '${root}/src/ui/styles.css'; import { mountTimeline } from '${root}/src/app/mount-timeline'; globalThis.mountTimeline = mountTimeline;`
        : undefined),
    }],
    build: { write: false, cssCodeSplit: false, rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: 'mount.js', assetFileNames: 'mount[extname]' } } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const files = new Map<string, Answer>(outputs.map((one) => [one.fileName, { body: one.type === 'chunk' ? one.code : one.source }]));
  const body = '<!doctype html><html lang="en"><title>Mount</title><link rel="icon" href="data:,"><link rel="stylesheet" href="mount.css"><body><div id="here"></div><script src="mount.js"></script></body></html>';
  return files.set('mount.html', { body });
}
