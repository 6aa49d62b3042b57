import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildPage, runScript } from './run-tool.mjs';

const FOLDER = 'node_modules/.command';

/**
 * `npm run data:build -- my.csv -o site/`: the package's command, made anew of what is in src, which takes some seconds.
 * Paths are those of the project.
 */
try {
  ensureInstalled();
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const mode of ['kit', 'cli']) {
    const args = ['--config', 'vite.lib.config.ts', '--mode', mode, '--logLevel', 'warn', '--outDir', FOLDER];
    const code = await buildPage([...args, '--no-emptyOutDir']);
    if (code !== 0 || !existsSync(join(root, FOLDER, `${mode}.js`))) throw new Error(`${mode}.js could not be built`);
  }
  process.exitCode = await runScript(`${FOLDER}/cli.js`, ['build', ...process.argv.slice(2)]);
} catch (error) {
  fail(error);
}
