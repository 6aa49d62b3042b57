import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { startFirefox } from './reader/browse.mjs';
import { missingForReading, saysMissing, startDesktop } from './reader/desktop.mjs';
import { startOrca } from './reader/orca.mjs';
import { ensureInstalled, root } from './install.mjs';
import { buildPage } from './run-tool.mjs';
import { serveBuilt } from './serve-built.mjs';

/** @import { Desktop } from './reader/desktop.mjs' */

/**
 * Has Orca read the page in Firefox, and writes down what it says: six states, each read from its beginning to its end,
 * and some keys. `--check` compares what is read on with what was committed instead; names of states ask for those
 * alone. Nobody hears anything; nothing is installed.
 */

/** Reading on has ended when nothing was said for so long. */
const READ_OUT = { stillMs: 3000, capMs: 90_000 };
/** A page that has loaded is at rest, in Orca too, when nothing was said for so long. */
const LOADED = { stillMs: 3000, capMs: 60_000 };
/** After a key: what it changes is said up to two seconds later, for the status line says one thing a second. */
const AFTER_KEY = { stillMs: 3500, capMs: 30_000 };
/** A reading that something broke off is begun again. */
const MOST_READINGS = 3;
/** A state that takes longer has come to a stand. */
const STATE_MS = 240_000;
const MOST_TRIES = 3;
/** What ends a page: the version of its data under the chart, in all languages; beside a list the details do. */
const LAST_WORDS = ['1.0.0', 'none so far'];
/** So many utterances at most are about the first control of the page. */
const MOST_OF_FIRST = 14;
const CALL = 'ev-lavrov-kerry-call';
/** Keys that begin it, and what is said now and then as Orca comes to the end. */
const NOT_READ = new Set(['plus', 'statusbar', 'left control', 'Control', 'Home']);

/** @typedef {{ readonly name: string, readonly address: string, readonly from?: string, readonly keys: readonly string[] }} State */

/** @type {readonly State[]} */
const STATES = [
  {
    name: 'opening',
    address: '',
    from: '17 rows',
    keys: ['Tab', 'Home', 'Right', 'Home', 'Home', 'Down', 'plus', '0'],
  },
  { name: 'event', address: `#event=${CALL}`, from: 'Next event', keys: ['Return', 'Tab'] },
  { name: 'actor', address: '#actor=sergey-lavrov', keys: [] },
  { name: 'list', address: '#view=list', from: 'List', keys: ['l'] },
  { name: 'dialog', address: '', from: '17 rows', keys: ['question', 'Tab', 'Escape'] },
  { name: 'arabic', address: '?lang=ar', keys: [] },
];

const isCheck = process.argv.includes('--check');
const asked = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const folder = join(root, 'tests/read-aloud');
ensureInstalled();
process.exitCode = await main();

async function main() {
  const missing = missingForReading({ withReader: true });
  if (missing.length > 0) {
    console.error(saysMissing(missing));
    return 1;
  }
  // Orca ends any other of the same user as it starts, and there may be somebody who listens to that.
  if (spawnSync('pgrep', ['-u', String(process.getuid?.() ?? 0), '-x', 'orca']).status === 0) {
    console.error('Orca is running already, and would be ended by another. End it first.');
    return 1;
  }
  const built = await buildPage(['--logLevel', 'warn']);
  if (built !== 0) return built;
  const server = await serveBuilt();
  try {
    return report(await readAll(server.url));
  } finally {
    await server.close();
  }
}

/**
 * Each state on a desktop of its own, so that nothing is left of the one before.
 * @param {string} url
 */
async function readAll(url) {
  /** @type {Map<string, string>} */
  const transcripts = new Map();
  for (const state of STATES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    transcripts.set(state.name, await readState(state, url));
    console.log(`${state.name}: ${transcripts.get(state.name)?.split('\n').length ?? 0} lines`);
  }
  return transcripts;
}

/**
 * Orca and Firefox may wait for each other for ever: then all is begun again.
 * @param {State} state
 * @param {string} url
 * @returns {Promise<string>}
 */
async function readState(state, url, tries = 1) {
  const desktop = await startDesktop();
  /** @type {Awaited<ReturnType<typeof startFirefox>> | undefined} */
  let firefox;
  try {
    const orca = await startOrca(desktop);
    firefox = await startFirefox(desktop);
    return await inTime(transcriptOf(state, url, desktop, orca, firefox));
  } catch (error) {
    if (tries === MOST_TRIES) throw error;
    console.warn(`${state.name} once more: ${error instanceof Error ? error.message : error}`);
  } finally {
    firefox?.close();
    desktop.close();
  }
  return readState(state, url, tries + 1);
}

/**
 * @template T
 * @param {Promise<T>} promise
 */
async function inTime(promise) {
  const late = new AbortController();
  const tooLate = after(STATE_MS, undefined, { signal: late.signal }).then(() => {
    throw new Error(`nothing more in ${STATE_MS / 1000} seconds`);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    late.abort();
  }
}

/**
 * What is said on the way from the beginning to the end, then after each key, from the control that is named.
 * @param {State} state
 * @param {string} url
 * @param {Desktop} desktop
 * @param {Awaited<ReturnType<typeof startOrca>>} orca
 * @param {Awaited<ReturnType<typeof startFirefox>>} firefox
 */
async function transcriptOf({ address, from, keys }, url, desktop, orca, firefox) {
  await orca.saidAfter(() => firefox.goTo(url + address), LOADED);
  await orca.saidAfterKey(() => desktop.press('F6'), LOADED);
  const lines = await readOn(desktop, orca);
  const said = [`read on: ${lines.length} utterances`, ...lines];
  if (from !== undefined) {
    await orca.saidAfter(() => firefox.run(focusNamed(from)), AFTER_KEY);
    for (const key of keys) {
      const words = await orca.saidAfterKey(() => desktop.press(key), AFTER_KEY);
      said.push(`[${key}]`, ...words.map((line) => `  ${line.trimEnd()}`).filter((line) => !isEcho(line, key)));
    }
  }
  return `${said.join('\n')}\n`;
}

/**
 * All that is read from the beginning of the page to its end, one line an utterance.
 * @param {Desktop} desktop
 * @param {Awaited<ReturnType<typeof startOrca>>} orca
 */
async function readOn(desktop, orca) {
  /** @type {readonly string[]} */
  let lines = [];
  for (let readings = 0; readings < MOST_READINGS && !isWhole(lines); readings += 1) {
    await orca.saidAfterKey(() => desktop.press('ctrl+Home'));
    const read = await orca.saidAfterKey(() => desktop.press('KP_Add'), READ_OUT);
    lines = read.filter((line) => !NOT_READ.has(line.trim())).map((line) => `  ${line.trimEnd()}`);
  }
  if (!isWhole(lines)) console.warn('Not read to its end');
  return lines;
}

/** @param {readonly string[]} lines */
function isWhole(lines) {
  return lines.slice(-3).some((line) => LAST_WORDS.some((words) => line.includes(words)));
}

/**
 * Orca says the names of keys as well.
 * @param {string} line
 * @param {string} key
 */
function isEcho(line, key) {
  return [key.toLowerCase(), 'left shift', 'left control'].includes(line.trim().toLowerCase());
}

/** @param {string} name Of a button, or its words. */
function focusNamed(name) {
  const wanted = JSON.stringify(name);
  return `[...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === ${wanted})?.focus()`;
}

/**
 * What is the same each time of what is read on. Of the first control more or less is said, by what Orca said of it as
 * the page came; and which words follow which key differs on a busy machine.
 * @param {string} text
 */
function steadyLines(text) {
  const lines = (text.split('\n[')[0] ?? '').split('\n').map((line) => line.trim());
  const first = lines.slice(0, MOST_OF_FIRST).lastIndexOf('opens menu');
  return lines.slice(first + 1).filter((line) => line !== '' && !NOT_READ.has(line) && !line.startsWith('read on: '));
}

/**
 * Lines of one that the other hasn't, each as often as it is too many.
 * @param {readonly string[]} lines
 * @param {readonly string[]} others
 */
function beyond(lines, others) {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** @param {ReadonlyMap<string, string>} transcripts */
function report(transcripts) {
  mkdirSync(folder, { recursive: true });
  const changed = [...transcripts].filter(([name, text]) => {
    const file = join(folder, `${name}.txt`);
    const before = existsSync(file) ? steadyLines(readFileSync(file, 'utf8')) : [];
    const now = steadyLines(text);
    if (!isCheck) writeFileSync(file, text);
    for (const line of beyond(before, now)) console.log(`${name}: - ${line}`);
    for (const line of beyond(now, before)) console.log(`${name}: + ${line}`);
    return before.join('\n') !== now.join('\n');
  });
  const names = changed.map(([name]) => name).join(', ');
  if (changed.length === 0) console.log('All that is read on is as it was.');
  else console.log(isCheck ? `Read otherwise: ${names}` : `Read these before you commit them: ${names}`);
  return isCheck && changed.length > 0 ? 1 : 0;
}
