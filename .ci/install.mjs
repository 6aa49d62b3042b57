import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const stampFile = new URL('../node_modules/.installed-lock', import.meta.url);

/** Installs the locked packages unless exactly these are installed already. Throws when npm fails. */
export function ensureInstalled() {
  const wanted = lockStamp();
  if (installedStamp() === wanted) return;
  console.log('Installing the locked packages (npm ci) ...');
  runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stampFile, wanted);
}

/**
 * Says why a script can't go on, and lets it end as failed.
 * @param {unknown} error
 */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Hash of the lock file, with the platform: a node_modules copied from another system holds the wrong binaries. */
function lockStamp() {
  const lock = readFileSync(new URL('../package-lock.json', import.meta.url));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function installedStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} args */
function runNpm(args) {
  const npmScript = process.env.npm_execpath;
  const { status, error } = npmScript?.endsWith('.js')
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd: root, stdio: 'inherit' })
    : // On Windows npm is a .cmd file, which only a shell can start.
      spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  throw new Error(
    `\`npm ${args.join(' ')}\` failed (${error?.message ?? `exit code ${status}`}). Its own message is above. ` +
      'The usual causes: no connection to the package registry, or a package-lock.json that package.json has moved away from.',
  );
}
