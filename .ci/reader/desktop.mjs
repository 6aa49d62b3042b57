import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A screen that nobody sees, with a window manager, a bus of its own and the bus of assistive technology, for programs
 * that need to be listened to.
 * @typedef {object} Desktop
 * @property {string} folder Of its own, gone with it.
 * @property {Readonly<Record<string, string>>} env What a program on it needs in its environment.
 * @property {(command: string, args: readonly string[], env?: Readonly<Record<string, string>>) => void} start Starts a
 * program that ends with the desktop.
 * @property {(...args: readonly string[]) => void} press Arguments of `xdotool key`.
 * @property {() => void} close
 */

const BUS_LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];
/** The system's own: its bindings of AT-SPI aren't seen by another Python. */
export const SYSTEM_PYTHON = '/usr/bin/python3';

/**
 * What a desktop and its listeners need that isn't here, and the Debian packages that bring it.
 * @param {{ readonly withReader: boolean }} options
 */
export function missingForReading({ withReader }) {
  /** @type {readonly (readonly [name: string, packages: string, isHere: () => boolean])[]} */
  const parts = [
    ['Xvfb', 'xvfb', () => isCommand('Xvfb')],
    ['openbox', 'openbox', () => isCommand('openbox')],
    ['xdotool', 'xdotool', () => isCommand('xdotool')],
    ['dbus-daemon', 'dbus', () => isCommand('dbus-daemon')],
    ['the bus of AT-SPI', 'at-spi2-core', () => BUS_LAUNCHERS.some((path) => existsSync(path))],
    ['AT-SPI for Python', 'python3-gi gir1.2-atspi-2.0', hasAtspi],
    ['Orca', 'orca', () => !withReader || isCommand('orca')],
  ];
  return parts.flatMap(([name, packages, isHere]) => (isHere() ? [] : [{ name, packages }]));
}

/**
 * In a sentence, with the one command that would mend it on Debian.
 * @param {readonly { readonly name: string, readonly packages: string }[]} missing
 */
export function saysMissing(missing) {
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.map(({ packages: each }) => each).join(' ');
  return `Missing: ${names}. On Debian and its kin: apt-get install --no-install-recommends ${packages}`;
}

/** @param {string} name */
function isCommand(name) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, name)));
}

function hasAtspi() {
  const script = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi";
  return existsSync(SYSTEM_PYTHON) && spawnSync(SYSTEM_PYTHON, ['-c', script]).status === 0;
}

/**
 * @returns {Promise<Desktop>}
 */
export async function startDesktop() {
  const folder = mkdtempSync(join(tmpdir(), 'diplomatic-timeline-reader-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const home = join(folder, 'home');
  const run = join(folder, 'run');
  for (const each of [home, run]) mkdirSync(each, { mode: 0o700 });
  /** @type {Record<string, string>} */
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: run,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    GNOME_ACCESSIBILITY: '1',
    GTK_MODULES: 'gail:atk-bridge',
    GSETTINGS_BACKEND: 'memory',
    MOZ_ENABLE_WAYLAND: '0',
  };
  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {Readonly<Record<string, string>>} more
   */
  const start = (command, args, more = {}) => {
    const child = spawn(command, args, { env: { ...env, ...more }, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    children.push(child);
    return child;
  };
  const close = () => {
    // Asked, not forced: the bus of assistive technology ends its own children.
    for (const child of children.toReversed()) child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset']);
    env['DISPLAY'] = `:${await firstLine(screen)}`;
    const config = join(folder, 'bus.conf');
    writeFileSync(config, busConfig(run));
    const bus = start('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=3']);
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
    start(BUS_LAUNCHERS.find((path) => existsSync(path)) ?? 'at-spi-bus-launcher', ['--launch-immediately']);
    start('openbox', []);
  } catch (error) {
    close();
    throw error;
  }
  return {
    folder,
    env,
    start: (command, args, more) => void start(command, args, more),
    press: (...args) => void spawnSync('xdotool', ['key', '--clearmodifiers', ...args], { env }),
    close,
  };
}

/**
 * A bus without services: nothing is started on it but what is started here.
 * @param {string} folder For its socket.
 */
function busConfig(folder) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * What a program says on its fourth descriptor when it is ready.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function firstLine(child) {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`${child.spawnfile} ended (${code})`)));
    createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdio[3]) }).once('line', done);
  });
}
