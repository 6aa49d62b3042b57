import { resolve } from 'node:path';
import { runnerImport, type HtmlTagDescriptor, type Plugin } from 'vite';
import { isScriptAddress } from '../app/script-address.ts';
import { messageCatalogues } from './message-catalogues.ts';
import type * as Reader from './read-shipped';
import type { ShippedFile } from './read-shipped';

export interface DatasetScriptsOptions {
  /** Folder of the datasets, relative to Vite's root. */
  readonly folder: string;
  /** The dataset that the page has inlined, by its file's name without `.json`. */
  readonly own: string;
}

/**
 * Ships every dataset of a folder as a classic script too, `data/<name>.js`, which also works where `fetch` doesn't:
 * from a disk and in a sandboxed frame. The page gets an inert `<template id="shipped-datasets">` with a script element
 * for each: a script cloned out of it loads without setting an address from code, which the page's policy (trusted
 * types) forbids, and nothing but what stands there can be loaded. A file that holds no dataset is left out with a
 * warning.
 */
export function datasetScripts({ folder, own }: DatasetScriptsOptions): Plugin {
  let path = folder;
  let warn: ((text: string) => void) | undefined;
  let reader: Promise<typeof Reader> | undefined;
  const read = () => (reader ??= loadReader());
  const shipped = async () => (await read()).readShipped(path, (text) => warn?.(text));
  const template = async () => {
    const sets = await shipped();
    return templateOf(sets, own, (await read()).countTogether(sets));
  };
  return {
    name: 'dataset-scripts',
    configResolved({ root, logger }) {
      path = resolve(root, folder);
      warn = (text) => logger.warn(text);
    },
    configureServer(server) {
      server.watcher.on('change', (changed) => {
        if (resolve(changed, '..') === path) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const asked = /^\/data\/([^/?]+)\.js(?:\?|$)/.exec(request.url ?? '')?.[1];
        if (asked === undefined) return next();
        shipped().then((sets) => {
          const set = sets.find(({ id }) => encodeURIComponent(id) === asked);
          if (set === undefined) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(scriptOf(set));
        }, next);
      });
    },
    // After Vite's own pass, which would take the addresses for files to bundle.
    transformIndexHtml: { order: 'post', handler: async () => [await template()] },
    async generateBundle() {
      for (const set of await shipped())
        this.emitFile({ type: 'asset', fileName: `data/${set.id}.js`, source: scriptOf(set) });
    },
  };
}

/**
 * Through Vite: the page's own code, which the reader is made of, leaves out file extensions, and Vite's configuration
 * must not.
 */
async function loadReader(): Promise<typeof Reader> {
  const { module } = await runnerImport<typeof Reader>(resolve(import.meta.dirname, 'read-shipped.ts'), {
    configFile: false,
    plugins: [messageCatalogues()],
  });
  return module;
}

/**
 * Hands the text to whoever put the script into the page, as an event of its own element: nothing global, nothing to
 * trip over.
 */
function scriptOf({ json }: ShippedFile): string {
  // Single quotes, since JSON is full of double ones.
  const text = json
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `document.currentScript.dispatchEvent(new CustomEvent('timeline-dataset',{detail:'${text}'}))\n`;
}

function templateOf(sets: readonly ShippedFile[], own: string, together: number): HtmlTagDescriptor {
  return {
    tag: 'template',
    attrs: { id: 'shipped-datasets', 'data-own': own, 'data-together': String(together) },
    children: sets.map(({ id, title, dataset, from, to }) => ({
      tag: 'script',
      attrs: {
        src: addressOf(id),
        'data-id': id,
        'data-title': title,
        'data-events': String(dataset.events.length),
        'data-from': from,
        'data-to': to,
      },
    })),
    injectTo: 'body',
  };
}

/** Throws where the page wouldn't load it. */
function addressOf(id: string): string {
  const address = `./data/${encodeURIComponent(id)}.js`;
  if (!isScriptAddress(address)) throw new Error(`The page can't offer data/${id}.json: give the file another name.`);
  return address;
}
