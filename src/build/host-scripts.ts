import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { BROWSER_TARGET } from './browser-floor.ts';
import { messageCatalogues } from './message-catalogues.ts';
import { noPageKit } from './no-page-kit.ts';
import { textUnits } from './text-units.ts';

/** A classic script made of one entry: what host pages include. */
export interface ClassicScript {
  /** Relative to Vite's root. */
  readonly entry: string;
  /** Below the build's folder: `embed.js`. */
  readonly fileName: string;
  /** The same under a name that says its version, for pages that want it to stay as it is. */
  readonly versioned?: string;
  /** Of the global that holds what the entry exports, where it exports anything. */
  readonly global?: string;
}

/**
 * Bundles scripts for host pages, each whole in one file, and emits them beside the page, with `integrity.txt`: what
 * those with a version in their name hold, for `integrity` in a host page's tag (W3C Subresource Integrity). The dev
 * server makes them when asked.
 */
export function hostScripts(scripts: readonly ClassicScript[]): Plugin {
  let root = '.';
  return {
    name: 'host-scripts',
    configResolved(config) {
      ({ root } = config);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const script = scripts.find(({ fileName, versioned }) =>
          [fileName, versioned].includes(decodeURIComponent(request.url?.split('?')[0]?.slice(1) ?? '')),
        );
        if (script === undefined) return next();
        bundleScript(root, script).then((code) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      const integrity: string[] = [];
      for (const script of scripts) {
        const { fileName, versioned } = script;
        const source = await bundleScript(root, script);
        this.emitFile({ type: 'asset', fileName, source });
        if (versioned === undefined) continue;
        this.emitFile({ type: 'asset', fileName: versioned, source });
        integrity.push(`${versioned} sha384-${createHash('sha384').update(source).digest('base64')}\n`);
      }
      if (integrity.length > 0) this.emitFile({ type: 'asset', fileName: 'integrity.txt', source: integrity.join('') });
    },
  };
}

/** A host page's script is never imported on a server, and the loader is counted by the byte. */
const inBrowsersAlone: Plugin = {
  name: 'in-browsers-alone',
  transform: {
    filter: { id: /[\\/]element-base\.ts$/ },
    handler: () => ({ code: 'export const ELEMENT_BASE = HTMLElement;', map: null }),
  },
};

/** One entry with all it imports, as the text of a minified classic script. */
export async function bundleScript(root: string, { entry, fileName, global }: ClassicScript): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    plugins: [messageCatalogues(), noPageKit(), inBrowsersAlone],
    logLevel: 'warn',
    publicDir: false,
    css: { postcss: { plugins: [textUnits()] } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: BROWSER_TARGET,
      chunkSizeWarningLimit: 1000,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: global ?? 'unnamed', fileName: () => fileName },
      rolldownOptions: {
        checks: { pluginTimings: false },
        // Numbers and words stand where they are used.
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: { minify: true },
      },
    },
  });
  const outputs = Array.isArray(made) ? made.flatMap(({ output }) => output) : 'output' in made ? made.output : [];
  const [code, ...more] = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []));
  if (code === undefined || more.length > 0)
    throw new Error(`${fileName} should be made of one file, and ${entry} makes ${more.length + 1}`);
  return code;
}
