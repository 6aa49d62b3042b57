/** Where a line leads, and in which words. */
export interface LineLink {
  readonly url: string;
  readonly words: string | undefined;
}

/** By their labels in lower case, what the definitions of a text lead to. */
export type LinkDefinitions = ReadonlyMap<string, LineLink>;

export interface LinkedText {
  /** Links are their words; numbers of footnotes and bare addresses are left out. */
  readonly text: string;
  readonly links: readonly LineLink[];
}

const INLINE =
  /!?\[((?:[^[\]]|\[[^[\]]{0,60}\]){0,300})\]\(\s*<?(https?:\/\/[^\s<>()]{1,1990}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,200})?)>?(?:\s+["'(][^"')]{0,300}["')])?\s*\)/g;
const REFERENCE = /\[([^[\]]{1,300})\]\[([^[\]]{0,100})\]|\[(\^[^[\]\s]{1,60})\]/g;
/** One in brackets ends before them, but for brackets of its own: `https://undocs.org/S/RES/2254(2015)`. */
const BARE = /[(<]?(https?:\/\/(?:\([^\s<>()"]{1,200}\)|[^\s<>")]){1,1990}(?<![.,;:!?(\]]))[)>]?/g;
const DEFINITION = /^\s{0,3}\[(\^?[^[\]]{1,100})\]:\s*(.{1,2500})$/;

/** What `[1]: https://...` and `[^1]: Reuters, https://...` define; undefined for any other line. */
export function linkDefinition(line: string): { readonly label: string; readonly link: LineLink } | undefined {
  const [, label, rest = ''] = DEFINITION.exec(line) ?? [];
  if (label === undefined) return undefined;
  const { text, links } = linkedText(rest, new Map());
  const [link] = links;
  if (link === undefined) return undefined;
  return { label: label.toLowerCase(), link: { url: link.url, words: link.words ?? wordsOf(text) } };
}

function wordsOf(text: string): string | undefined {
  return text.replaceAll(/^[\s"'(<]+|[\s"')>.,:;–—-]+$/g, '') || undefined;
}

/** Takes the links out of a text; of those in brackets by themselves ("([TASS](https://...))") the words as well. */
export function linkedText(text: string, definitions: LinkDefinitions): LinkedText {
  if (!text.includes('http') && !text.includes('[')) return { text, links: [] };
  const links: LineLink[] = [];
  const take = (url: string, words: string | undefined): void => {
    links.push({ url, words: words === undefined || words.trim() === '' ? undefined : words.trim() });
  };
  const plain = text
    .replaceAll(INLINE, (_, words: string, url: string) => {
      const isNote = /^\[?\d+\]?$/.test(words);
      take(url, isNote ? undefined : words);
      return held(isNote ? '' : words);
    })
    .replaceAll(REFERENCE, (whole, words: string | undefined, label = '', note?: string) => {
      const defined = definitions.get((note ?? (label || (words ?? ''))).toLowerCase());
      if (defined === undefined) return whole;
      take(defined.url, note === undefined && words !== undefined ? words : defined.words);
      return note === undefined ? held(words ?? '') : '';
    })
    .replaceAll(BARE, (_, url: string) => {
      take(url, undefined);
      return '';
    });
  return {
    text: withoutHeld(plain)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\s+([.,;])/g, '$1')
      .trim(),
    links,
  };
}

/** Marks of a link's words, private characters (Unicode, plane 15) that no file means anything by. */
const OPEN = '\u{F0000}';
const CLOSE = '\u{F0001}';

function held(words: string): string {
  return OPEN + words + CLOSE;
}

/** Brackets that hold nothing but links say where it stands, and numbers which note it is; other words stay. */
function withoutHeld(text: string): string {
  return text
    .replaceAll(/[([]\s*(?:\u{F0000}[^\u{F0001}]*\u{F0001}[\s,;]*)+[)\]]/gu, '')
    .replaceAll(/\u{F0000}\d*\u{F0001}/gu, '')
    .replaceAll(/[\u{F0000}\u{F0001}]/gu, '');
}
