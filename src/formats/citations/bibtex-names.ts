import { latexToText } from './latex-text';
import type { ReferenceName } from './reference';

/**
 * Names of a field, parted by ` and ` outside braces: `Last, First`, `von Last, Jr, First`, `First Last`, or a body in
 * braces, whose commas part nothing. `and others` is nobody.
 */
export function bibtexNames(field: string | undefined): readonly ReferenceName[] {
  if (field === undefined) return [];
  return partsOutsideBraces(field.replace(/\s+/g, ' ').trim(), / and /iy)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map(nameOf);
}

function nameOf(name: string): ReferenceName {
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name)) return { name: clean(name), isBody: true };
  const [last = '', ...rest] = partsOutsideBraces(name, /,/y).map(clean);
  const first = rest.at(-1) ?? '';
  const suffix = rest.length > 1 ? (rest[0] ?? '') : '';
  return { name: [first, last, suffix].filter((part) => part !== '').join(' '), isBody: false };
}

function clean(latex: string): string {
  return latexToText(latex)
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** `divider` is sticky. */
function partsOutsideBraces(text: string, divider: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    divider.lastIndex = at;
    if (depth !== 0 || !divider.test(text)) continue;
    parts.push(text.slice(from, at));
    from = divider.lastIndex;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}
