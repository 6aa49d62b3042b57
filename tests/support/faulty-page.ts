import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build, loadConfigFromFile } from 'vite';
import type { Plugin, PluginOption } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Components that the page's own parts consist of, each in a file of its name in src/ui. */
export const FAULTY_PARTS = [
  'App',
  'Stage',
  'EventList',
  'FilterBar',
  'Search',
  'SidePanel',
  'Overview',
  'CompareTray',
  'DatasetPicker',
  'Notices',
  'Legend',
  'ChartTooltip',
  'EmbedBar',
  'PrintedView',
] as const;
export type FaultyPart = (typeof FAULTY_PARTS)[number];

/**
 * Builds the page as it is shipped, but for this: of the parts above, the one that `?fault=` names throws when it is
 * rendered, until somebody sets `mended` on the window. Returns the folder; throws where a part isn't found in its
 * file.
 */
export async function buildFaultyPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-'));
  const found = new Set<string>();
  const { NODE_ENV } = process.env;
  // Under a test runner it would be React's development build.
  process.env['NODE_ENV'] = 'production';
  try {
    const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, resolve(root, 'vite.config.ts'));
    const plugins = (loaded?.config.plugins ?? []).filter((plugin) => !isForHosts(plugin));
    await build({
      ...loaded?.config,
      plugins: [faults(found), ...plugins],
      configFile: false,
      root,
      logLevel: 'error',
      build: { ...loaded?.config.build, outDir: folder, emptyOutDir: true },
    });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
  const missing = FAULTY_PARTS.filter((part) => !found.has(part));
  if (missing.length > 0) throw new Error(`No such parts in src/ui: ${missing.join(', ')}`);
  return folder;
}

/** The scripts for pages of other people, and the page that shows them: builds of their own, beside the page. */
function isForHosts(plugin: PluginOption): boolean {
  return (
    typeof plugin === 'object' &&
    plugin !== null &&
    'name' in plugin &&
    ['host-scripts', 'demo-page'].includes(plugin.name)
  );
}

function faults(found: Set<string>): Plugin {
  return {
    name: 'faults',
    enforce: 'pre',
    transform: (code, id) => {
      const name = FAULTY_PARTS.find((part) => id.includes('/src/ui/') && basename(id) === `${part}.tsx`);
      const head = `export function ${name}(`;
      if (name === undefined || !code.includes(head)) return undefined;
      found.add(name);
      const throwing = `export function ${name}(props: never) {
  if (new URLSearchParams(location.search).get('fault') === '${name}' && !('mended' in window)) throw new Error('${name} broke');
  return sound${name}(props);
}`;
      return { code: `${code.replace(head, `function sound${name}(`)}\n${throwing}\n`, map: null };
    },
  };
}
