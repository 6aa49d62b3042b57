import { existsSync, mkdirSync, openSync, readSync, closeSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** @import { Desktop } from './desktop.mjs' */

/** A log that has been still for so long is taken to be all that is said. */
const STILL_MS = 1200;
const POLL_MS = 100;
const SPEECH = /SPEECH OUTPUT: '(.*?)'(?: ?\{|\s*$|None)/gms;

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
  const log = join(folder, 'orca.log');
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
