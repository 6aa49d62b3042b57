import { decodeEntities } from './html-entities';

/** What HTML says, as text. */
export interface HtmlText {
  /** Paragraphs parted by a blank line, lines by a line break; without white space at its ends. */
  readonly text: string;
  /** Where its links, pictures and frames lead, in their order; without those that lead nowhere on the web. */
  readonly links: readonly HtmlLink[];
  /** Whether it had any tags. */
  readonly isMarkup: boolean;
}

export interface HtmlLink {
  /** Begins with http:// or https://. */
  readonly url: string;
  /** The words of the link, or what is said in a picture's place; empty where there are none. */
  readonly words: string;
}

const ELEMENTS =
  'a abbr acronym address article aside audio b base bdi bdo big blockquote body br button caption center cite code col colgroup dd del details dfn dir div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main map mark meta nav nobr object ol p param picture pre q s samp script section small source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u ul var video wbr';

/**
 * A tag of HTML, with its attributes; a comment. `a < b` and `<anna@example.org>` are neither. What never closes is given
 * up at the next tag, so that a text of nothing but beginnings costs no more than its length.
 */
const TAG = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(/?)(${ELEMENTS.replaceAll(' ', '|')})(?=[\\s/>])((?:[^<>"']|"[^"]*"|'[^']*'){0,512})>`,
  'gi',
);

const PARAGRAPHS: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
const LINES: ReadonlySet<string> = new Set(['br', 'li', 'tr', 'caption', 'summary']);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'svg']);

/** Whether a text has tags of HTML in it. */
export function isMarkup(text: string): boolean {
  return text.includes('<') && text.search(TAG) !== -1;
}

/** As text; O(n). Tags that close nothing, or never close, cost nothing but themselves. */
export function htmlToText(html: string): HtmlText {
  const links: HtmlLink[] = [];
  let text = '';
  let hasTags = false;
  let unseen: string | undefined;
  let open: { readonly url: string; readonly from: number } | undefined;
  let from = 0;
  const closeLink = (): void => {
    if (open !== undefined) links.push({ url: open.url, words: oneLine(text.slice(open.from)) });
    open = undefined;
  };
  for (const tag of html.matchAll(TAG)) {
    const [whole, slash, element, attributes = ''] = tag;
    if (unseen === undefined) text += inline(html.slice(from, tag.index));
    from = tag.index + whole.length;
    hasTags = true;
    const name = element?.toLowerCase();
    if (name === undefined) continue;
    const closes = slash === '/';
    if (unseen !== undefined) {
      if (closes && name === unseen) unseen = undefined;
      continue;
    }
    if (UNSEEN.has(name)) {
      if (!closes && !attributes.endsWith('/')) unseen = name;
    } else if (PARAGRAPHS.has(name)) text += PARAGRAPH;
    else if (LINES.has(name)) text += LINE;
    else if (name === 'td' || name === 'th') text += ' ';
    else if (name === 'a') {
      closeLink();
      const url = closes ? undefined : webAddress(attribute(attributes, 'href'));
      if (url !== undefined) open = { url, from: text.length };
    } else if (!closes) {
      const url = webAddress(attribute(attributes, 'src'));
      if (url !== undefined) links.push({ url, words: oneLine(attribute(attributes, 'alt') ?? '') });
    }
  }
  if (unseen === undefined) text += inline(html.slice(from));
  closeLink();
  return { text: tidy(text), links, isMarkup: hasTags };
}

/** Stand for breaks until white space is made single; private characters, which no text has. */
const LINE = '\uE000';
const PARAGRAPH = '\uE001';

function inline(html: string): string {
  return decodeEntities(html.replace(/[ \t\r\n\f]+/g, ' '));
}

function tidy(text: string): string {
  return text
    .replace(/ *([\uE000\uE001]+) */g, '$1')
    .replace(/[\uE000\uE001]+/g, (breaks) =>
      breaks.includes(PARAGRAPH) ? '\n\n' : '\n'.repeat(Math.min(breaks.length, 2)),
    )
    .replace(/ {2,}/g, ' ')
    .trim();
}

function oneLine(text: string): string {
  return tidy(decodeEntities(text)).replace(/\s+/g, ' ');
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

/**
 * An address on the web as it is written; `//host/path` gets https, `www.host.org` too. Undefined for all else:
 * `javascript:`, `mailto:`, a path.
 */
export function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim() ?? '';
  if (/^https?:\/\/[^\s/?#]+[^\s]*$/i.test(address)) return address;
  if (/^\/\/[^\s/?#]+\.[^\s]+$/.test(address)) return `https:${address}`;
  return /^www\.[^\s/?#]+\.[^\s]+$/i.test(address) ? `https://${address}` : undefined;
}
