import { escapeMarkup } from '../../base/escape-markup';
import { PAGE_ELEMENTS } from './page-elements';
import type { PageKit } from './page-kit';

/** What stands in a saved page besides its kit. */
export interface SavedPage {
  /** BCP 47, and the direction in which that is written. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What the page is about, in a sentence. */
  readonly sentence: string;
  /** The timeline as a document that needs no script: markup, in which all texts are escaped. */
  readonly written: string;
  /** Its JSON-LD document. */
  readonly jsonLd: string;
  /** The view that the page opens with, as the query of an address; empty for the dataset's own. */
  readonly opening: string;
  /** The dataset's file, JSON, in as many parts as somebody has cut it. */
  readonly json: readonly string[];
}

/** JSON longer than this keeps its letters as they are: escaped, many take three times the room, and readers have a limit. */
const MOST_ESCAPED = 4_000_000;

/**
 * One HTML file that holds a timeline with all it needs: nothing is asked for, from wherever it is opened. All of it is
 * ASCII (but long data), so that a host that names another encoding changes no letter. The same page always makes the
 * same text. In parts, so that long data is never copied as a whole.
 */
export function savedPageParts(kit: PageKit, page: SavedPage): readonly string[] {
  const { language, direction, title, sentence, written, jsonLd, opening, json } = page;
  const isLong = json.reduce((sum, { length }) => sum + length, 0) > MOST_ESCAPED;
  const { timeline, data, words, program, style, loader, licences } = PAGE_ELEMENTS;
  return [
    [
      '<!doctype html>',
      `<html lang="${attribute(language)}" dir="${direction}">`,
      '  <head>',
      '    <meta charset="utf-8" />',
      `    <meta http-equiv="Content-Security-Policy" content="${attribute(kit.policy)}" />`,
      '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
      '    <meta name="color-scheme" content="light dark" />',
      `    <title>${attribute(title)}</title>`,
      `    <meta name="description" content="${attribute(sentence)}" />`,
      '    <meta name="generator" content="Diplomatic Timeline" />',
      `    <link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${attribute(encodeURIComponent(kit.icon))}" />`,
      `    <style id="${style}">${kit.style}</style>`,
      `    <script type="application/ld+json">${inlineJson(jsonLd)}</script>`,
      '  </head>',
      '  <body>',
      `    <div id="${timeline}">${inAscii(written)}</div>`,
      `    <template id="${licences}"><pre>${attribute(kit.licences)}</pre></template>`,
      `    <script type="text/plain" id="${words}">${kit.words}</script>`,
      `    <script type="text/plain" id="${loader}">${kit.loader}</script>`,
      `    <script type="application/json" id="${data}" data-opening="${attribute(opening)}">`,
    ].join('\n'),
    ...json.map((part) => inlineJson(part, isLong)),
    `</script>\n    <script id="${program}">${kit.program}</script>\n  </body>\n</html>\n`,
  ];
}

/** The same as one text. */
export function savedPage(kit: PageKit, page: SavedPage): string {
  return savedPageParts(kit, page).join('');
}

/** Between tags and in quoted attributes. */
function attribute(text: string): string {
  return inAscii(escapeMarkup(text));
}

/** Markup whose letters beyond ASCII are written by their numbers. */
function inAscii(markup: string): string {
  return markup.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}

/**
 * JSON, or a part of it, as it may stand in a script element: without `<` neither the element's end nor a comment can
 * occur in it. Outside its texts there is none, and in them an escape means the same.
 */
function inlineJson(json: string, keepsLetters = false): string {
  const safe = json.replaceAll('<', String.raw`\u003c`);
  const letters = keepsLetters ? /[\u2028\u2029\ufffe\uffff]|\p{Surrogate}/gu : /[^\0-\x7e]/g;
  return safe.replace(letters, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
