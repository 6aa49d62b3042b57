import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/**
 * A program of the system that tests need besides Node. Whatever else is needed some day (a third browser, a display
 * for it) is one more row of `TOOLS`.
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} neededBy Which tests can't run without it.
 * @property {string} variable Environment variable that gives its path.
 * @property {string} [leftOutBy] Environment variable that leaves it out where it is `none`.
 * @property {string} [asked] What makes it print its version, where that isn't `--version`.
 * @property {RegExp} answer What it prints then.
 * @property {(system: System) => readonly string[]} places Where it usually is, the best first.
 * @property {readonly (readonly string[])[]} [companions] Other files that it is of no use without: of each list one.
 * @property {readonly string[]} packages Debian's packages that bring it.
 * @property {boolean} [ofDebian] Whether it is left out where there is no apt-get, unless it is there all the same.
 * @property {string} [playwright] Its name among the browsers that Playwright offers where there is no package.
 */

/**
 * What finding a tool asks of the machine.
 * @typedef {object} System
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => readonly string[]} list Names in a folder; none where there is no such folder.
 * @property {(path: string, asked: string) => string | undefined} versionOf What it prints for `--version`, or what else it
 * is asked; undefined where it doesn't start.
 */

/**
 * Where a tool is, or why there is none.
 * @typedef {{ readonly state: 'found', readonly path: string }
 *   | { readonly state: 'left out' | 'missing' | 'wrong', readonly says: string }} Finding
 */

/** @type {Tool} */
export const CHROMIUM = {
  name: 'Chromium',
  neededBy: 'the browser tests',
  variable: 'CHROMIUM_PATH',
  answer: /Chrom/,
  places: (system) => [...chromiumPlaces(system), ...playwrightPlaces(system)],
  packages: ['chromium'],
  playwright: 'chromium',
};

/** @type {Tool} */
const FIREFOX = {
  name: 'Firefox',
  neededBy: 'the hosting tests',
  variable: 'FIREFOX_PATH',
  leftOutBy: 'FIREFOX',
  answer: /Firefox/,
  places: firefoxPlaces,
  packages: ['firefox-esr'],
};

/** WebKitGTK's own browser, which its driver starts; Safari's engine, not Safari. */
const MINI_BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu', '']
  .flatMap((kind) => ['lib', 'libexec'].map((folder) => join('/usr', folder, kind)))
  .flatMap((folder) => ['6.0', '4.1', '4.0'].map((version) => versioned(folder, version)));
const DISPLAYS = ['/usr/bin/Xvfb'];

/** @type {Tool} */
const WEBKIT = {
  name: 'WebKit',
  neededBy: 'the hosting tests',
  variable: 'WEBKIT_PATH',
  leftOutBy: 'WEBKIT',
  // It tells no version.
  asked: '--help',
  answer: /WebKitWebDriver/,
  places: () => ['/usr/bin/WebKitWebDriver'],
  companions: [MINI_BROWSERS, DISPLAYS],
  packages: ['webkit2gtk-driver', 'xvfb'],
  ofDebian: true,
};

/** Every tool, in the order in which they are looked for. */
export const TOOLS = [CHROMIUM, FIREFOX, WEBKIT];

const APT_GET = '/usr/bin/apt-get';
/** The one command that installs whatever is missing. */
export const INSTALL_COMMAND = 'npm test -- --install-tools';

/** Path of a Chromium that starts. Throws, saying what to do, where there is none. */
export function chromiumPath() {
  const found = findOnce(CHROMIUM);
  if (found.state !== 'found') throw new Error(found.says);
  return found.path;
}

/** Path of a Firefox that starts; undefined where it is left out. Throws, saying what to do, where there is none. */
export function firefoxPath() {
  const found = findOnce(FIREFOX);
  if (found.state === 'left out') return undefined;
  if (found.state !== 'found') throw new Error(found.says);
  return found.path;
}

/**
 * WebKit's driver, its browser, and the display that nobody sees; undefined where it is left out. Throws, saying what to
 * do, where there is none.
 */
export function webkitPaths() {
  const found = findOnce(WEBKIT);
  if (found.state === 'left out') return undefined;
  if (found.state !== 'found') throw new Error(found.says);
  const [browser = '', display = ''] = [MINI_BROWSERS, DISPLAYS].map((places) => places.find(existsSync));
  return { driver: found.path, browser, display };
}

/** Why nothing is tried in Firefox; undefined where it is. */
export function firefoxLeftOut() {
  return whyLeftOut(FIREFOX);
}

/** Why nothing is tried in WebKit; undefined where it is. */
export function webkitLeftOut() {
  return whyLeftOut(WEBKIT);
}

/** @param {Tool} tool */
function whyLeftOut(tool) {
  const found = findOnce(tool);
  return found.state === 'left out' ? found.says : undefined;
}

/** @type {Map<Tool, Finding>} */
const findings = new Map();

/**
 * @param {Tool} tool
 * @returns {Finding}
 */
function findOnce(tool) {
  const finding = findings.get(tool) ?? findTool(tool);
  findings.set(tool, finding);
  return finding;
}

/**
 * Looks for a tool, in this order: left out, at the path that its variable gives, in the usual places. Installs
 * nothing.
 * @param {Tool} tool
 * @param {System} [system]
 * @returns {Finding}
 */
export function findTool(tool, system = thisSystem()) {
  const { name, variable, leftOutBy, neededBy } = tool;
  if (leftOutBy !== undefined && system.env[leftOutBy] === 'none')
    return { state: 'left out', says: `left out because ${leftOutBy}=none: nothing was tried in ${name}` };
  const given = system.env[variable];
  if (given) {
    if (starts(tool, given, system)) return { state: 'found', path: given };
    const says = `${variable} is ${given}, but no ${name} starts from there. Correct it, or unset it to have one found.`;
    return { state: 'wrong', says };
  }
  const path = tool.places(system).find((place) => starts(tool, place, system));
  if (path !== undefined) return { state: 'found', path };
  if (tool.ofDebian === true && !system.exists(APT_GET)) {
    const says = `left out because there is no apt-get here to install it: nothing was tried in ${name}. ${variable} names one that is elsewhere.`;
    return { state: 'left out', says };
  }
  const without = leftOutBy === undefined ? '' : ` ${leftOutBy}=none does without, and the summary says so.`;
  return {
    state: 'missing',
    says: `${name} is missing, which ${neededBy} need. To install it: ${INSTALL_COMMAND}. Or set ${variable} to the path of yours.${without}`,
  };
}

/**
 * Whether the file is that tool and runs: on some systems the command is a stub that only asks to be installed.
 * @param {Tool} tool
 * @param {string} path
 * @param {System} system
 */
function starts({ answer, asked = '--version', companions = [] }, path, system) {
  const isThere = (/** @type {string} */ each) => system.exists(each);
  if (!isThere(path) || !companions.every((places) => places.some(isThere))) return false;
  // There `--version` opens a window instead of printing.
  if (system.platform === 'win32') return true;
  return answer.test(system.versionOf(path, asked) ?? '');
}

/**
 * Looks for every tool, and installs those that are missing only where that is asked for. Gives what each look ended
 * with.
 * @param {readonly Tool[]} tools
 * @param {{
 *   readonly mayInstall: boolean,
 *   readonly find?: (tool: Tool) => Finding,
 *   readonly install?: (tool: Tool) => void,
 * }} options
 * @returns {Map<Tool, Finding>}
 */
export function provideTools(tools, { mayInstall, find = findTool, install = installTool }) {
  return new Map(
    tools.map((tool) => {
      const finding = find(tool);
      if (finding.state !== 'missing' || !mayInstall) return [tool, finding];
      install(tool);
      const again = find(tool);
      if (again.state !== 'missing') return [tool, again];
      const says = `${tool.name} is missing, and installing it failed (its messages are above). Install it by hand, or set ${tool.variable} to the path of yours.`;
      return [tool, { state: 'missing', says }];
    }),
  );
}

/**
 * Asks apt-get for its packages where there is one, then Playwright where that helped nothing.
 * @param {Tool} tool
 */
function installTool(tool) {
  const { name, packages, playwright } = tool;
  console.log(`Installing ${name} ...`);
  for (const [command, ...args] of aptCommands(packages)) run(command, args);
  if (playwright === undefined || findTool(tool).state === 'found') return;
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  run(process.execPath, [cli, 'install', ...(isRoot() ? ['--with-deps'] : []), playwright]);
}

/**
 * @param {readonly string[]} packages
 * @returns {[string, ...string[]][]}
 */
function aptCommands(packages) {
  const sudo = '/usr/bin/sudo';
  if (!existsSync(APT_GET) || !(isRoot() || existsSync(sudo))) return [];
  /** @type {(...args: string[]) => [string, ...string[]]} */
  const apt = (...args) => (isRoot() ? [APT_GET, ...args] : [sudo, APT_GET, ...args]);
  return [apt('update', '-qq'), apt('install', '-y', '-qq', ...packages)];
}

function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** @returns {System} */
function thisSystem() {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
    versionOf: (path, asked) => {
      const { status, stdout } = spawnSync(path, [asked], { encoding: 'utf8', timeout: 30_000 });
      return status === 0 ? stdout : undefined;
    },
  };
}

/** @param {System} system */
function chromiumPlaces({ platform, env }) {
  switch (platform) {
    case 'darwin':
      return [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => env[name] ?? '')
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

/** @param {System} system */
function firefoxPlaces({ platform, env }) {
  switch (platform) {
    case 'darwin':
      return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
        join(env[name] ?? '', 'Mozilla Firefox/firefox.exe'),
      );
    default:
      return ['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`);
  }
}

/**
 * @param {string} folder
 * @param {string} version Of WebKitGTK's interface.
 */
function versioned(folder, version) {
  return join(folder, version === '6.0' ? 'webkitgtk-6.0' : `webkit2gtk-${version}`, 'MiniBrowser');
}

/**
 * Every full Chromium in Playwright's cache, of whatever revision, newest first.
 * @param {System} system
 */
function playwrightPlaces(system) {
  const cache = system.env['PLAYWRIGHT_BROWSERS_PATH'] || playwrightCache(system);
  return system
    .list(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => PLAYWRIGHT_EXECUTABLES.map((path) => join(cache, name, path)));
}

/** @param {System} system */
function playwrightCache({ platform, env, home }) {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Caches/ms-playwright');
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? home, 'ms-playwright');
    default:
      return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'ms-playwright');
  }
}

const PLAYWRIGHT_EXECUTABLES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];
