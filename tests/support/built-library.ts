import { resolve } from 'node:path';
import { buildLibrary } from '../../.ci/build-library.mjs';
import { isFresh } from './freshness';

const root = resolve(import.meta.dirname, '../..');
const inputs = [
  'src',
  'vite.lib.config.ts',
  'tsconfig.lib.json',
  'package-lock.json',
  '.ci/build-library.mjs',
  '.ci/roll-up-types.mjs',
];

/** Vitest's global setup for the tests of the library build, as built-page.ts for the page. */
export async function setup(): Promise<void> {
  // Written with the last of the types, which take longest.
  if (
    isFresh(
      resolve(root, 'dist-lib/data.d.ts'),
      inputs.map((input) => resolve(root, input)),
    )
  )
    return;
  await buildLibrary();
}
