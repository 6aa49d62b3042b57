import { resolve } from 'node:path';
import { buildPage } from '../../.ci/run-tool.mjs';
import { isFresh } from './freshness';

const root = resolve(import.meta.dirname, '../..');
const inputs = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Vitest's global setup for the browser tests: they see the built page, and never one older than the source. */
export async function setup(): Promise<void> {
  if (
    isFresh(
      resolve(root, 'dist/index.html'),
      inputs.map((input) => resolve(root, input)),
    )
  )
    return;
  if ((await buildPage(['--logLevel', 'warn'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
}
