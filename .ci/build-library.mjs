import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildPage, runTool } from './run-tool.mjs';

/** The builds of vite.lib.config.ts, by its modes; the slowest first. */
const BUILDS = ['library', 'global', 'peer', 'static', 'data', 'element', 'cli', 'kit', 'react', 'react-server'];

/**
 * Builds the library into a folder, by its path from the project: every entry of the package with its parts, stylesheet and
 * licences, and one file of types an entry. Throws when a step fails; the step's own messages go straight through.
 */
export async function buildLibrary(folder = 'dist-lib') {
  const out = resolve(root, folder);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const builds = [...BUILDS];
  const build = async () => {
    for (let mode = builds.shift(); mode !== undefined; mode = builds.shift()) await buildEntry(mode, folder);
  };
  await Promise.all([buildTypes(folder), build(), build()]);
  // Kept by npm, and asked for by who calls it without npm.
  chmodSync(join(out, 'cli.js'), 0o755);
  // The stylesheet of the library is the one of all of them.
  for (const name of readdirSync(out)) if (/^unused-.*\.css$/.test(name)) rmSync(join(out, name));
}

/**
 * @param {string} mode
 * @param {string} folder
 */
function buildEntry(mode, folder) {
  const args = ['--config', 'vite.lib.config.ts', '--mode', mode, '--logLevel', 'warn', '--outDir', folder];
  return must(`The build "${mode}" of the library failed`, () => buildPage([...args, '--no-emptyOutDir']));
}

/** @param {string} folder */
async function buildTypes(folder) {
  const types = resolve(root, folder, '.types');
  await must('The types of the library could not be written', () =>
    runTool('tsc', ['--project', 'tsconfig.lib.json', '--outDir', types]),
  );
  // Late: it may have been installed just now, and it takes a second.
  const { rollUpTypes } = await import('./roll-up-types.mjs');
  rollUpTypes(types, resolve(root, folder));
  rmSync(types, { recursive: true });
}

/**
 * @param {string} failure
 * @param {() => Promise<number>} step Resolves with its exit code.
 */
async function must(failure, step) {
  if ((await step()) !== 0) throw new Error(`${failure}; the reason is above.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureInstalled();
    await buildLibrary();
    console.log(`The library is in ${relative(process.cwd(), join(root, 'dist-lib'))}/`);
  } catch (error) {
    fail(error);
  }
}
