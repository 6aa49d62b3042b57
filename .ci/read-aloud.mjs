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
 * and some keys. `--check` compares with what was committed instead. Nobody hears anything; nothing is installed.
 */

/** Reading on has ended when nothing was said for so long. */
const READ_OUT = { stillMs: 3000, capMs: 90_000 };
const CALL = 'ev-lavrov-kerry-call';
/** The key that begins it, and what is said now and then as Orca comes to the end. */
const NOT_READ = new Set(['plus', 'statusbar']);

/** @type {readonly { readonly name: string, readonly address: string, readonly from?: string, readonly keys: readonly string[] }[]} */
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
const folder = join(root, 'tests/read-aloud');
ensureInstalled();
process.exitCode = await main();

async function main() {
  const missing = missingForReading({ withReader: true });
  if (missing.length > 0) {
    console.error(saysMissing(missing));
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
  for (const state of STATES) {
    const desktop = await startDesktop();
    try {
      const orca = await startOrca(desktop);
      const firefox = await startFirefox(desktop);
      transcripts.set(state.name, await transcriptOf(state, url, desktop, orca, firefox));
    } finally {
      desktop.close();
    }
    console.log(`${state.name}: ${transcripts.get(state.name)?.split('\n').length ?? 0} lines`);
  }
  return transcripts;
}

/**
 * What is said on the way from the beginning to the end, then after each key, from the control that is named.
 * @param {typeof STATES[number]} state
 * @param {string} url
 * @param {Desktop} desktop
 * @param {Awaited<ReturnType<typeof startOrca>>} orca
 * @param {Awaited<ReturnType<typeof startFirefox>>} firefox
 */
async function transcriptOf({ address, from, keys }, url, desktop, orca, firefox) {
  await firefox.goTo(url + address);
  await orca.saidAfter(() => desktop.press('F6'));
  await orca.saidAfter(() => desktop.press('ctrl+Home'));
  const read = await orca.saidAfter(() => desktop.press('KP_Add'), READ_OUT);
  const lines = read.filter((line) => !NOT_READ.has(line.trim())).map((line) => `  ${line.trimEnd()}`);
  const said = [`read on: ${lines.length} utterances`, ...lines];
  if (from !== undefined) {
    await orca.saidAfter(() => firefox.run(focusNamed(from)));
    for (const key of keys) {
      // Speech comes late on a busy machine: the key's own name is what it waits for at least.
      const words = await orca.saidAfter(() => desktop.press(key), { stillMs: 2500 });
      await after(200);
      said.push(`[${key}]`, ...words.map((line) => `  ${line.trimEnd()}`).filter((line) => !isEcho(line, key)));
    }
  }
  return `${said.join('\n')}\n`;
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
 * What is the same each time: after a key, speech may come a key late on a busy machine.
 * @param {string} text
 */
function readOnIn(text) {
  return text.split('\n[')[0]?.trimEnd();
}

/** @param {ReadonlyMap<string, string>} transcripts */
function report(transcripts) {
  mkdirSync(folder, { recursive: true });
  const changed = [...transcripts].filter(([name, text]) => {
    const file = join(folder, `${name}.txt`);
    const isSame = existsSync(file) && readOnIn(readFileSync(file, 'utf8')) === readOnIn(text);
    if (!isSame && !isCheck) writeFileSync(file, text);
    return !isSame;
  });
  const names = changed.map(([name]) => name).join(', ');
  if (changed.length === 0) console.log('All is said as it was.');
  else console.log(isCheck ? `Said otherwise: ${names}` : `Read these before you commit them: ${names}`);
  return isCheck && changed.length > 0 ? 1 : 0;
}
