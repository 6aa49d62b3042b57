import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LANGUAGES = /** @type {const} */ (['en', 'ru', 'ar', 'fr']);
/** The first part of what each view needs beside the page's own script. */
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
  style: 14_000,
  'embed.js': 2_000,
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
  const { first, parts } = scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8'));
  const sum = (/** @type {Iterable<string>} */ names) =>
    [...names].reduce((total, name) => total + (bytesOf.get(name) ?? Infinity), 0);
  /** @param {readonly string[]} wanted */
  const opening = (...wanted) => {
    const found = wanted.map(
      (part) => parts.find(({ name }) => name.startsWith(`${part}-`)) ?? { name: part, needs: [] },
    );
    return sum(new Set([...first, ...found.flatMap(({ name, needs }) => needs.concat(name))]));
  };
  return {
    files,
    first,
    lazy: parts.map(({ name }) => name),
    /** @type {Readonly<Record<Measured, number>>} */
    measured: {
      // English is in the entry.
      ...eachScript((view, language) => opening(...VIEWS[view], ...(language === 'en' ? [] : [`${language}-opening`]))),
      style: sum(files.flatMap(({ file }) => (/^assets.app-.*\.css$/.test(file) ? [basename(file)] : []))),
      'embed.js': sum(['embed.js']),
    },
  };
}

/**
 * Gzipped as hosts do it, at the best level.
 * @param {string | Uint8Array} bytes
 */
export function zipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
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

/** @param {string} text */
function tags(text) {
  return [...text.matchAll(/<script\b[^>]*\bdata-part="\.\/([^"]+)"[^>]*>/g)];
}

/**
 * File names of the scripts that stand in a page, and of the parts in its template with what each needs.
 * @param {string} html
 */
function scriptsOf(html) {
  const template = /<template id="script-parts">([\s\S]*?)<\/template>/.exec(html);
  return {
    first: tags(template === null ? html : html.replace(template[0], '')).map(([, name = '']) => name),
    parts: tags(template?.[1] ?? '').map(([tag, name = '']) => ({
      name,
      needs:
        /data-needs="([^"]+)"/
          .exec(tag)?.[1]
          ?.split(' ')
          .map((need) => need.replace('./', '')) ?? [],
    })),
  };
}
