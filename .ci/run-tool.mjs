import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs a package's command, its output going straight through; resolves with the exit code (1 when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<number>}
 */
export function runTool(command, args, env) {
  return run([toolScript(command), ...args], env);
}

/**
 * The same for a script of ours, by its path from the root.
 * @param {string} path
 * @param {readonly string[]} [args]
 */
export function runScript(path, args = []) {
  return run([join(root, path), ...args]);
}

/**
 * A production build whatever NODE_ENV the caller has: under `test` the bundle would hold React's development code.
 * @param {readonly string[]} [args]
 */
export function buildPage(args = []) {
  return runTool('vite', ['build', ...args], { NODE_ENV: 'production' });
}

/**
 * Runs a script of package.json, which is one command of a package without any shell about it, and keeps what it
 * prints: the text of several at a time would be mixed up.
 * @param {string} name
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
export function captureNpmScript(name) {
  const [command = '', ...args] = npmScript(name).split(' ');
  const own = command === 'node' ? args : [toolScript(command), ...args];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
    const child = spawn(process.execPath, own, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The script of that name in package.json, the one place that says what is checked. Throws where there is none.
 * @param {string} name
 * @returns {string}
 */
export function npmScript(name) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof scripts[name] !== 'string') throw new Error(`package.json has no script ${name}`);
  return scripts[name];
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<number>}
 */
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

/** @type {Readonly<Record<string, string>>} */
const PACKAGE_OF = { tsc: 'typescript' };

/**
 * The script itself rather than node_modules/.bin: the same call then works on every platform and without a shell.
 * @param {string} command
 * @returns {string}
 */
function toolScript(command) {
  const manifestPath = join(root, 'node_modules', PACKAGE_OF[command] ?? command, 'package.json');
  const { bin } = require(manifestPath);
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : bin[command]);
}
