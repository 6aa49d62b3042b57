import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Emits every dataset of a folder as `data/<name>.json`, byte for byte; the dev server serves the folder by itself. */
export function shipDatasets(folder: string): Plugin {
  let path = folder;
  return {
    name: 'ship-datasets',
    apply: 'build',
    configResolved(config) {
      path = resolve(config.root, folder);
    },
    generateBundle() {
      for (const name of datasetNames(readdirSync(path))) {
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: readFileSync(join(path, name)) });
      }
    },
  };
}

/** The datasets among file names, sorted: every `.json` but the schema (`schema.json`, `*.schema.json`). */
export function datasetNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.json') && !/(?:^|[.-])schema\.json$/.test(name)).toSorted();
}
