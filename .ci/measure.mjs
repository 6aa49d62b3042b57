import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LANGUAGES = /** @type {const} */ (['en', 'ru', 'ar', 'fr']);
/** What each view needs beside the page's own script. */
const VIEWS = /** @type {const} */ ({ chart: ['chart.lazy', 'Overview'], list: ['EventList'] });

/**
 * @typedef {`page script, ${keyof typeof VIEWS}, ${(typeof LANGUAGES)[number]}`} MeasuredScript
 * @typedef {MeasuredScript | 'style' | 'embed.js'} Measured
 */

/**
 * Most gzipped bytes, by what is measured.
 * @type {Readonly<Record<Measured, number>>}
 */
export const limits = {
  ...eachScript(() => 190_000),
  style: 15_000,
  'embed.js': 2_500,
};

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
