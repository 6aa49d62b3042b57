import { resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serve } from './serve';
import type { Served } from './serve';

const built = resolve(import.meta.dirname, '../../dist-lib');

/**
 * A host page's server for the tests of a file: the page at its root, files of the host's own by name, and the built
 * library, which `host.js` puts into `window.library`. Gives the address once the tests run.
 */
export function useLibraryHost(page: string, files: Readonly<Record<string, string>> = {}): () => string {
  let served: Served | undefined;
  beforeAll(async () => {
    const overrides = new Map([
      ['', { body: page, type: 'text/html; charset=utf-8' }],
      ['host.js', { body: "import * as library from './diplomatic-timeline.js'\nwindow.library = library\n" }],
      ...Object.entries(files).map(
        ([name, body]) =>
          [name, name.endsWith('.html') ? { body, type: 'text/html; charset=utf-8' } : { body }] as const,
      ),
    ]);
    served = await serve({ root: built, overrides });
    // A build of its own, on a machine with other things to do.
  }, 240_000);
  afterAll(() => served?.close());
  return () => served!.url;
}
