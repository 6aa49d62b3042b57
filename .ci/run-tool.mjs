import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs a package's command, its output going straight through; resolves with the exit code (1 when a signal ended it).
 */
export function runTool(command, args, env = {}) {
  return run([toolScript(command), ...args], env);
}

function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** The same for a script of ours, by its path from the root. */
export function runScript(path, args = []) {
  return run([join(root, path), ...args]);
}

/** A production build whatever NODE_ENV the caller has: under `test` the bundle would hold React's development code. */
export function buildPage(args = []) {
  return runTool('vite', ['build', ...args], { NODE_ENV: 'production' });
}

// The script itself rather than node_modules/.bin: the same call then works on every platform and without a shell.
function toolScript(command) {
  const packageName = { tsc: 'typescript' }[command] ?? command;
  const manifestPath = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifestPath);
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : bin[command]);
}
