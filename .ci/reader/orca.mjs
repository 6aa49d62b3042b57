import { existsSync, mkdirSync, openSync, readSync, closeSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** @import { Desktop } from './desktop.mjs' */

/** A log that has been still for so long is taken to be all that is said. */
const STILL_MS = 1200;
const POLL_MS = 100;
/** How long a key may take to come to Orca. */
const KEY_MS = 20_000;
/** Written as Orca is given a key that has been let go. */
const KEY_HEARD = 'KEY_RELEASED';
const SPEECH = /SPEECH OUTPUT: '(.*?)'(?: ?\{|\s*$|None)/gms;

const LOG = 'orca.log';
/** Orca's log comes in blocks of 8 kB by itself, and a key's words with those of the next. */
const LINE_BY_LINE = `import builtins

whole = builtins.open


def by_line(file, mode="r", buffering=-1, *args, **more):
    return whole(file, mode, 1 if str(file).endswith("/${LOG}") else buffering, *args, **more)


builtins.open = by_line
`;

/**
 * Starts Orca on a desktop, with a speech server that can't be reached: it then writes what it would say into its log,
 * and waits for no voice. Resolves when it listens.
 * @param {Desktop} desktop
 */
export async function startOrca(desktop) {
  const { folder, start } = desktop;
  const stub = join(folder, 'stub/speechd');
  mkdirSync(stub, { recursive: true });
  writeFileSync(join(stub, '__init__.py'), 'raise ImportError("nobody speaks: the log is read instead")\n');
  writeFileSync(join(folder, 'stub/sitecustomize.py'), LINE_BY_LINE);
  const log = join(folder, LOG);
  start('orca', ['--replace', `--debug-file=${log}`, '--enable=speech', '--disable=braille'], {
    PYTHONPATH: join(folder, 'stub'),
  });
  const sizeOf = () => (existsSync(log) ? statSync(log).size : 0);
  /**
   * @param {number} stillMs
   * @param {number} capMs
   */
  const untilStill = async (stillMs, capMs) => {
    let size = sizeOf();
    for (let still = 0, all = 0; still < stillMs && all < capMs; all += POLL_MS) {
      await after(POLL_MS);
      still = sizeOf() === size ? still + POLL_MS : 0;
      size = sizeOf();
    }
  };
  for (let tries = 0; sizeOf() === 0; tries += 1) {
    if (tries === 300) throw new Error('Orca didn’t start');
    await after(POLL_MS);
  }
  await untilStill(STILL_MS, 20_000);
  return {
    /**
     * What is said from here until Orca has been silent for a while: one text an utterance.
     * @param {() => unknown} act
     */
    saidAfter: async (act, { stillMs = STILL_MS, capMs = 15_000 } = {}) => {
      const from = sizeOf();
      await act();
      await untilStill(stillMs, capMs);
      return utterancesOf(readFrom(log, from));
    },
    /**
     * The same, of a key: which on a busy machine comes to Orca long after it was pressed, and what it says later still.
     * @param {() => unknown} press
     */
    saidAfterKey: async (press, { stillMs = STILL_MS, capMs = 15_000 } = {}) => {
      const from = sizeOf();
      await press();
      for (let all = 0; all < KEY_MS && !readFrom(log, from).includes(KEY_HEARD); all += POLL_MS) await after(POLL_MS);
      await untilStill(stillMs, capMs);
      return utterancesOf(readFrom(log, from));
    },
  };
}

/** @param {string} text */
function utterancesOf(text) {
  return [...text.matchAll(SPEECH)]
    .map(([, words = '']) => words.replaceAll('\n', ' '))
    .filter((words) => words !== '');
}

/**
 * @param {string} file
 * @param {number} from
 */
function readFrom(file, from) {
  const length = statSync(file).size - from;
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, length, from);
  closeSync(handle);
  return bytes.toString('utf8');
}
