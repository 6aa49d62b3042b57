const BREAKS = /<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^>]*>/gi;
const UNSEEN = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
};

/** Whether a text holds tags of HTML, so that it isn't plain. `a < b` holds none. */
export function holdsHtml(text: string): boolean {
  return text.includes('<') && text.search(TAG) >= 0;
}

/**
 * The text that a reader of HTML would see, on one line: tags go, entities are what they stand for, what ends a paragraph is a
 * blank. No browser's parser is asked, so that nothing in it can load or run.
 */
export function htmlText(html: string): string {
  return html
    .replaceAll(UNSEEN, '')
    .replaceAll(BREAKS, ' ')
    .replaceAll(TAG, '')
    .replaceAll(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
    })
    .replaceAll(/\s+/g, ' ')
    .trim();
}
