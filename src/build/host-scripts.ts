import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { BROWSER_TARGET } from './browser-floor.ts';
import { messageCatalogues } from './message-catalogues.ts';
import { textUnits } from './text-units.ts';

/** A classic script made of one entry: what host pages include under a name that never changes. */
export interface ClassicScript {
  /** Relative to Vite's root. */
  readonly entry: string;
  /** Below the build's folder: `embed.js`. */
  readonly fileName: string;
  /** Of the global that holds what the entry exports, where it exports anything. */
  readonly global?: string;
}

/**
 * Bundles scripts for host pages, each whole in one file, and emits them beside the page; the dev server makes them
 * when asked.
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
        const script = scripts.find(({ fileName }) => request.url?.split('?')[0] === `/${fileName}`);
        if (script === undefined) return next();
        bundleScript(root, script).then((code) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      for (const script of scripts)
        this.emitFile({ type: 'asset', fileName: script.fileName, source: await bundleScript(root, script) });
    },
  };
}

/** One entry with all it imports, as the text of a minified classic script. */
export async function bundleScript(root: string, { entry, fileName, global }: ClassicScript): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    plugins: [messageCatalogues()],
    logLevel: 'warn',
    publicDir: false,
    css: { postcss: { plugins: [textUnits()] } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: BROWSER_TARGET,
      chunkSizeWarningLimit: 1000,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: global ?? 'unnamed', fileName: () => fileName },
      rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true } },
    },
  });
  const outputs = Array.isArray(made) ? made.flatMap(({ output }) => output) : 'output' in made ? made.output : [];
  const [code, ...more] = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []));
  if (code === undefined || more.length > 0)
    throw new Error(`${fileName} should be made of one file, and ${entry} makes ${more.length + 1}`);
  return code;
}
