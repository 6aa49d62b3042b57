import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const LANGUAGES = /** @type {const} */ (['en', 'ru', 'ar', 'fr']);
/** What each view needs beside the page's own script. */
const VIEWS = /** @type {const} */ ({ chart: ['chart.lazy', 'Overview'], list: ['EventList'] });

/**
 * @typedef {`page script, ${keyof typeof VIEWS}, ${(typeof LANGUAGES)[number]}`} MeasuredScript
 * @typedef {MeasuredScript | 'style' | 'embed.js'} Measured
 */

/**
 * Most gzipped bytes of a view's script in each language: half a kilobyte or so more than there is, so that what grows
 * unplanned is noticed.
 * @type {Readonly<Record<keyof typeof VIEWS, Readonly<Record<(typeof LANGUAGES)[number], number>>>>}
 */
const SCRIPT_LIMITS = {
  chart: { en: 179_500, ru: 184_800, ar: 184_500, fr: 183_800 },
  list: { en: 158_100, ru: 162_600, ar: 162_300, fr: 161_800 },
};

/**
 * Most gzipped bytes, by what is measured.
 * @type {Readonly<Record<Measured, number>>}
 */
export const limits = {
  ...eachScript((view, language) => SCRIPT_LIMITS[view][language]),
  style: 14_500,
  'embed.js': 2_549,
};

/**
 * Most gzipped bytes of the package's entries: what is loaded before the first picture, and with the entry alone.
 */
export const libraryLimits = /** @type {const} */ ({
  'library, first picture': 208_000,
  'peer, first picture': 140_000,
  data: 40_000,
});

/**
 * Measures a built page: gzipped bytes of every file, and of what the limits are about. "Page script" is everything
 * that is loaded for the opening view: the scripts that stand in the page, and the chart or, on a narrow screen, the
 * list with what they need, and a language's words for it.
 * @param {string} dist
 */
export function measure(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .toSorted()
    .map((file) => ({ file, bytes: zipped(readFileSync(join(dist, file))) }));
  const bytesOf = new Map(files.map(({ file, bytes }) => [basename(file), bytes]));
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const parts = partsOf(html);
  const entry = parts.filter(({ name }) => name === 'app').flatMap(({ file, needs }) => needs.concat(file));
  const sum = (/** @type {Iterable<string>} */ names) =>
    [...names].reduce((total, name) => total + (bytesOf.get(name) ?? Infinity), 0);
  /** @param {readonly string[]} wanted */
  const opening = (...wanted) => {
    const found = wanted.map(
      (part) => parts.find(({ name }) => name === part) ?? { file: part, needs: /** @type {string[]} */ ([]) },
    );
    return inline(html, 'script') + sum(new Set([...entry, ...found.flatMap(({ file, needs }) => needs.concat(file))]));
  };
  return {
    files,
    scripts: parts.map(({ file }) => file),
    /** @type {Readonly<Record<Measured, number>>} */
    measured: {
      // English comes in the entry, and with the chart and the list themselves.
      ...eachScript((view, language) =>
        opening(...VIEWS[view], ...(language === 'en' ? [] : [`${language}-opening`, `${language}-${view}`])),
      ),
      style: inline(html, 'style'),
      'embed.js': sum(['embed.js']),
    },
  };
}

/**
 * Measures a built library: gzipped bytes by what the limits are about. The first picture is the chart's, in English.
 * @param {string} folder
 * @returns {Record<keyof typeof libraryLimits, number>}
 */
export function measureLibrary(folder) {
  return {
    'library, first picture': loadedWith(folder, 'diplomatic-timeline.js', 'timeline/chart'),
    'peer, first picture': loadedWith(folder, 'peer.js', 'peer/chart'),
    data: loadedWith(folder, 'data.js'),
  };
}

/**
 * Of an entry with all that it imports at once, and the same of one part that it loads.
 * @param {string} folder
 * @param {string} entry
 * @param {string} [part] Its file without hash, from the folder.
 */
function loadedWith(folder, entry, part) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const wanted = [entry, ...(part === undefined ? [] : files.filter((file) => file.startsWith(`${part}-`)))];
  const seen = new Set();
  let bytes = part !== undefined && wanted.length === 1 ? Infinity : 0;
  for (const file of wanted) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    bytes += zipped(text);
    for (const [, other = ''] of text.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g))
      wanted.push(posix.join(posix.dirname(file), other));
  }
  return bytes;
}

/**
 * A number for the script of each view in each language.
 * @param {(view: keyof typeof VIEWS, language: (typeof LANGUAGES)[number]) => number} numberOf
 */
function eachScript(numberOf) {
  const views = /** @type {const} */ (['chart', 'list']);
  return /** @type {Record<MeasuredScript, number>} */ (
    Object.fromEntries(
      views.flatMap((view) =>
        LANGUAGES.map((language) => [`page script, ${view}, ${language}`, numberOf(view, language)]),
      ),
    )
  );
}

/**
 * Gzipped as hosts do it, at the best level.
 * @param {string | Uint8Array} bytes
 */
export function zipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/**
 * Gzipped bytes of what stands in the page itself; infinite where there isn't one such element.
 * @param {string} html
 * @param {'script' | 'style'} tag
 */
function inline(html, tag) {
  const [text, ...more] = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, each]) => each);
  return text === undefined || more.length > 0 ? Infinity : zipped(text);
}

/**
 * The parts in a page's template by their names, with the files that each needs.
 * @param {string} html
 */
function partsOf(html) {
  const all = tags(/<template id="script-parts">([\s\S]*?)<\/template>/.exec(html)?.[1] ?? '');
  const fileOf = new Map(all.map(({ name, file }) => [name, file]));
  return all.map(({ name, file, needs }) => ({ name, file, needs: needs.map((need) => fileOf.get(need) ?? need) }));
}

/** @param {string} html */
function tags(html) {
  return [...html.matchAll(/<script\b[^>]*\bdata-part="[^"]+"[^>]*>/g)].map(([tag]) => {
    const attribute = (/** @type {string} */ name) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? '';
    return {
      name: nameOf(attribute('data-part')),
      file: basename(attribute('src')),
      needs: attribute('data-needs').split(' ').filter(Boolean).map(nameOf),
    };
  });
}

/** @param {string} part */
function nameOf(part) {
  return part.replace('./', '');
}
