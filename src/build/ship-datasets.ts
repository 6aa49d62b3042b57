import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { setFiles, type PageSets } from './page-sets.ts';

/**
 * Emits every dataset of a build as `data/<name>.json`, byte for byte; the dev server serves those of the folder by
 * itself.
 */
export function shipDatasets(sets: PageSets): Plugin {
  let root = '.';
  return {
    name: 'ship-datasets',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
    },
    generateBundle() {
      for (const { id, path } of setFiles(root, sets))
        this.emitFile({ type: 'asset', fileName: `data/${id}.json`, source: readFileSync(path) });
    },
  };
}
