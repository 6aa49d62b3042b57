import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { LoadProblem } from '../../model/load-problem';
import type { ByteParts } from '../source-file';
import { SHEET_LIMITS } from './sheet-limits';

/** Told of XML in its order, by local names: spreadsheets differ in the prefixes they give. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  /** Text and CDATA; a text may come in several. */
  readonly text: (text: string) => void;
}

/** XML that comes a little at a time. */
export interface XmlReading {
  /** Takes more of it; false once something is wrong, and nothing more is taken. */
  readonly push: (text: string) => boolean;
  readonly finish: () => void;
  /** `line 3, column 12: unexpected end`; undefined while all is well. */
  readonly fault: () => XmlFault | undefined;
}

export interface XmlFault {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads XML strictly. What a document type declares is neither read nor put in: an entity that isn't one of XML's own is
 * a fault, so that none can swell. `isFragment`: the text is of a document's middle.
 */
export function makeXmlReading(listener: XmlListener, isFragment = false): XmlReading {
  const parser = new SaxesParser({ xmlns: false, fragment: isFragment });
  let fault: XmlFault | undefined;
  let depth = 0;
  let since = 0;
  const fail = (): void => {
    fault ??= { line: parser.line, column: parser.column + 1 };
  };
  parser.on('error', fail);
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    since = 0;
    depth += 1;
    if (depth > SHEET_LIMITS.depth) fail();
    if (fault === undefined) listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    since = 0;
    depth -= 1;
    if (fault === undefined) listener.close(localName(name));
  });
  const text = (words: string): void => {
    if (fault === undefined) listener.text(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    push: (piece) => {
      if (fault !== undefined) return false;
      since += piece.length;
      parser.write(piece);
      if (since > SHEET_LIMITS.element) fail();
      return fault === undefined;
    },
    finish: () => {
      if (fault === undefined) parser.close();
    },
    fault: () => fault,
  };
}

function localName(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** Characters between two turns: a millisecond of reading. */
const WINDOW = 16_384;

/**
 * Hands over a part's text so many characters at a time, as long as `take` gives true, and awaits `turn` after each;
 * `turn` may end it too. Gives why there is no more of it.
 */
export async function eachWindow(
  parts: ByteParts,
  take: (text: string) => boolean,
  turn: (done: number | undefined) => Promise<boolean>,
): Promise<LoadProblem | undefined> {
  let decoder: TextDecoder | undefined;
  for (;;) {
    const bytes = await parts.next();
    if (bytes !== undefined && 'kind' in bytes) return bytes;
    if (bytes === undefined) return void take(decoder?.decode() ?? '');
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = decoder.decode(bytes, { stream: true });
    for (let at = 0; at < text.length; at += WINDOW) {
      if (take(text.slice(at, at + WINDOW)) && (await turn(parts.done()))) continue;
      parts.close();
      return undefined;
    }
  }
}

/** XML is UTF-8, or UTF-16 with its mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
