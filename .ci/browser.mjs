import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/**
 * Path of a Chromium that starts: CHROMIUM_PATH, one found in the usual places, or one installed now.
 * Throws, saying what to do, when there is none to be had.
 */
export function findBrowser() {
  found ??= browserFromEnvironment('CHROMIUM_PATH', isChromium) ?? usualPlaces().find(isChromium) ?? installBrowser();
  return found;
}

let found;

/**
 * Path of a Firefox that starts: FIREFOX_PATH, one found in the usual places, or one installed now; undefined where
 * FIREFOX=none asks to do without. Throws, saying what to do, when there is none to be had.
 */
export function findFirefox() {
  if (process.env.FIREFOX === 'none') return undefined;
  foundFirefox ??=
    browserFromEnvironment('FIREFOX_PATH', isFirefox) ?? firefoxPlaces().find(isFirefox) ?? installFirefox();
  return foundFirefox;
}

let foundFirefox;

function browserFromEnvironment(variable, isBrowser) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (isBrowser(path)) return path;
  throw new Error(
    `${variable} is ${path}, but no browser starts from there. Correct it, or unset it to have one found.`,
  );
}

function isChromium(path) {
  return starts(path, /Chrom/);
}

function isFirefox(path) {
  return starts(path, /Firefox/);
}

/**
 * Whether the file is a browser of that name that runs: on some systems the command is a stub that only asks to be
 * installed.
 */
function starts(path, name) {
  if (!existsSync(path)) return false;
  // There `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && name.test(stdout);
}

function usualPlaces() {
  return [...systemPlaces(), ...playwrightPlaces()];
}

function systemPlaces() {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name] ?? '')
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
        (name) => `/usr/bin/${name}`,
      );
  }
}

function firefoxPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
        join(process.env[name] ?? '', 'Mozilla Firefox/firefox.exe'),
      );
    default:
      return ['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`);
  }
}

/** Every full Chromium in Playwright's cache, of whatever revision, newest first. */
function playwrightPlaces() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(...playwrightCache());
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => executables.map((path) => join(cache, name, path)));
}

function playwrightCache() {
  switch (process.platform) {
    case 'darwin':
      return [homedir(), 'Library/Caches/ms-playwright'];
    case 'win32':
      return [process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'];
    default:
      return [process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright'];
  }
}

const executables = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function installBrowser() {
  if (installPackage('chromium')) {
    const path = usualPlaces().find(isChromium);
    if (path) return path;
  }
  console.log('No Chromium found; installing the one that Playwright offers ...');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  run(process.execPath, [cli, 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']);
  const path = usualPlaces().find(isChromium);
  if (path) return path;
  throw new Error(
    'The browser tests need Chromium. None was found, and installing one failed (its messages are above). ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable, and run the tests again.',
  );
}

function installFirefox() {
  installPackage('firefox-esr');
  const path = firefoxPlaces().find(isFirefox);
  if (path) return path;
  throw new Error(
    'The hosting tests need Firefox, and none was found. Install Firefox (on Debian: apt-get install firefox-esr), or set ' +
      'FIREFOX_PATH to its executable, and run the tests again. FIREFOX=none leaves Firefox out, and the output says so.',
  );
}

/** Asks apt-get for a package, where there is one and we may; whether it was asked. */
function installPackage(name) {
  const aptGet = '/usr/bin/apt-get';
  if (!isRoot() || !existsSync(aptGet)) return false;
  console.log(`No ${name} found; installing it with apt-get ...`);
  if (run(aptGet, ['update', '-qq'])) run(aptGet, ['install', '-y', '-qq', name]);
  return true;
}

function isRoot() {
  return process.getuid?.() === 0;
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
