import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LANGUAGES = ['en', 'ru', 'ar', 'fr'];

/** Most gzipped bytes, by what is measured. */
export const limits = {
  ...Object.fromEntries(
    ['chart', 'list'].flatMap((view) => LANGUAGES.map((language) => [`page script, ${view}, ${language}`, 190_000])),
  ),
  style: 14_000,
  'embed.js': 2_000,
};

/**
 * Measures a built page: gzipped bytes of every file, and of what the limits are about. "Page script" is everything
 * that is loaded for the opening view: the scripts that stand in the page, and the chart or, on a narrow screen, the
 * list with what they need, and a language's words for it.
 */
export function measure(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .toSorted()
    .map((file) => ({ file, bytes: zipped(readFileSync(join(dist, file))) }));
  const bytesOf = new Map(files.map(({ file, bytes }) => [basename(file), bytes]));
  const { first, parts } = scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8'));
  const sum = (names) => [...names].reduce((total, name) => total + (bytesOf.get(name) ?? Infinity), 0);
  const opening = (...wanted) => {
    const found = wanted.map((part) => parts.find(({ name }) => name === part) ?? { file: part, needs: [] });
    return sum(new Set([...first, ...found.flatMap(({ file, needs }) => needs.concat(file))]));
  };
  return {
    files,
    first,
    lazy: parts.map(({ file }) => file),
    measured: {
      // English comes in the entry, and with the chart and the list themselves.
      ...Object.fromEntries(
        LANGUAGES.flatMap((language) =>
          Object.entries({ chart: ['chart.lazy', 'Overview'], list: ['EventList'] }).map(([view, wanted]) => [
            `page script, ${view}, ${language}`,
            opening(...wanted, ...(language === 'en' ? [] : [`${language}-opening`, `${language}-${view}`])),
          ]),
        ),
      ),
      style: sum(files.flatMap(({ file }) => (/^assets.app-.*\.css$/.test(file) ? [basename(file)] : []))),
      'embed.js': sum(['embed.js']),
    },
  };
}

/** Gzipped as hosts do it, at the best level. */
export function zipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/** The scripts that stand in a page, and the parts in its template by their names, with the files that each needs. */
function scriptsOf(html) {
  const template = /<template id="script-parts">([\s\S]*?)<\/template>/.exec(html);
  const all = tags(html);
  const lazy = tags(template?.[1] ?? '');
  const fileOf = new Map(all.map(({ name, file }) => [name, file]));
  const isLazy = new Set(lazy.map(({ file }) => file));
  return {
    first: all.flatMap(({ file }) => (isLazy.has(file) ? [] : [file])),
    parts: lazy.map(({ name, file, needs }) => ({ name, file, needs: needs.map((need) => fileOf.get(need) ?? need) })),
  };
}

function tags(html) {
  return [...html.matchAll(/<script\b[^>]*\bdata-part="[^"]+"[^>]*>/g)].map(([tag]) => {
    const attribute = (name) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? '';
    return {
      name: nameOf(attribute('data-part')),
      file: basename(attribute('src')),
      needs: attribute('data-needs').split(' ').filter(Boolean).map(nameOf),
    };
  });
}

function nameOf(part) {
  return part.replace('./', '');
}
