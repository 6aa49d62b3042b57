import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

export interface InlineDatasetOptions {
  /** Path of the dataset, relative to Vite's root. */
  readonly file: string;
  /** `id` of the script element that will hold it. */
  readonly id: string;
}

/**
 * Inlines one dataset into the page as `<script type="application/json">`, in dev and build, so that the page has its
 * data where `fetch` can't work: from `file://` and in a sandboxed frame. Throws when the file is missing or not JSON.
 */
export function inlineDataset({ file, id }: InlineDatasetOptions): Plugin {
  let path = file;
  return {
    name: 'inline-dataset',
    configResolved(config) {
      path = resolve(config.root, file);
    },
    configureServer(server) {
      server.watcher.add(path);
      server.watcher.on('change', (changed) => {
        if (resolve(changed) === path) server.ws.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: {
      // After Vite's own pass, which would otherwise take the inlined text for something to bundle.
      order: 'post',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'application/json', id },
          children: scriptSafeJson(readDataset(path, file)),
          injectTo: 'body',
        },
      ],
    },
  };
}

/**
 * Compact JSON that can stand inside a script element: without `<`, neither `</script` nor `<!--` can occur in it.
 * Throws when the text isn't JSON.
 */
function scriptSafeJson(json: string): string {
  return JSON.stringify(JSON.parse(json)).replaceAll('<', String.raw`\u003c`);
}

function readDataset(path: string, file: string): string {
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`The default dataset ${file} can't be read. It is inlined into the page, so the page needs it.`, {
      cause,
    });
  }
  try {
    JSON.parse(json);
  } catch (cause) {
    throw new Error(`The default dataset ${file} is not valid JSON: ${String(cause)}`, { cause });
  }
  return json;
}
