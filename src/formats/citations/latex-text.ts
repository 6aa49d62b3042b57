/** Combining marks of LaTeX's accents (LaTeX2e, "Accents"). */
const ACCENTS: Readonly<Partial<Record<string, string>>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361',
};

const LETTERS: Readonly<Partial<Record<string, string>>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textdegree: '°',
  texteuro: '€',
  pounds: '£',
  copyright: '©',
  S: '§',
  ldots: '…',
  dots: '…',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  newline: '\n',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** An accent over a letter, in braces or bare: `\'e`, `\'{e}`, `{\'e}`, `\v{s}`, `\"{\i}`. */
const ACCENTED =
  /\\(?:([`'^"~=.])\s*|([uvHckrdbt])(?:\s+|(?=[{\\])))(?:\{\s*(?:\\([ij])|(\p{L}))\s*\}|\\([ij])(?![a-zA-Z])|(\p{L}))/gu;
const COMMAND = /\\([a-zA-Z]+)(?:\s+|\{\})?/g;

/** Text as LaTeX sets it: accents and letters as characters, dashes and quotes as they are printed, commands and braces out. */
export function latexToText(latex: string): string {
  if (!/[\\{}~$`]|--|''/.test(latex)) return latex;
  return latex
    .replace(/\\(?:url|path)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\href\s*\{[^{}]*\}/g, '')
    .replace(
      ACCENTED,
      (_, mark?: string, name?: string, inner?: string, letter?: string, bare?: string, plain?: string) =>
        `${inner ?? letter ?? bare ?? plain ?? ''}${ACCENTS[mark ?? name ?? ''] ?? ''}`.normalize('NFC'),
    )
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => PROTECTED[sign] ?? sign)
    .replace(/\\\\|\\(?=\s)/g, ' ')
    .replace(/\\[-/,;!]/g, '')
    .replace(/(?<!\\)~/g, '\u00A0')
    .replace(COMMAND, (_, name: string) => LETTERS[name] ?? '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[{}]/g, '')
    .replace(/[\uE000\uE001]/g, (sign) => (sign === '\uE000' ? '{' : '}'));
}

/** Braces that are meant stand aside while those that only group go. */
const PROTECTED: Readonly<Partial<Record<string, string>>> = { '{': '\uE000', '}': '\uE001' };
