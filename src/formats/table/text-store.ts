import type { TextColumn } from '../../model/text-column';
import { growableArray } from '../../base/growable-array';
import { makeUtf8Strings } from '../../base/utf8-strings';
import type { Utf8Strings } from '../../base/utf8-strings';

/** A column of texts that is being filled. */
export interface TextStore {
  /** Adds the text of the next record; the same text is kept once as long as texts repeat. */
  readonly add: (text: string) => void;
  /** The texts so far; later ones leave it as it is. */
  readonly column: () => TextColumn;
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Past this many different texts none is looked up any more: each next record brings its own. */
const MOST_KNOWN = 65_536;
/** By then a column whose texts repeat has shown it. */
const ENOUGH_TO_TELL = 4096;

/** An empty column of texts. */
export function makeTextStore(): TextStore {
  const words = makeUtf8Strings();
  const codes = growableArray((length) => new Uint32Array(length));
  let known: Map<string, number> | undefined = new Map();
  return {
    add: (text) => {
      const code = known?.get(text) ?? words.add(text);
      codes.push(code);
      if (known === undefined || code < known.size) return;
      // Read back, so that the part of the file which the text was cut from can go.
      known.set(words.at(code), code);
      const isUnlike = known.size === ENOUGH_TO_TELL && known.size * 2 > codes.length();
      if (isUnlike || known.size === MOST_KNOWN) known = undefined;
    },
    column: () => codedColumn(narrowed(codes.view(), words.size()), words),
  };
}

/** A column of texts that most files have no need of: nothing is kept before the first text that isn't empty. */
export interface LateTextStore {
  readonly add: (text: string) => void;
  /** Undefined where all are empty. */
  readonly column: () => TextColumn | undefined;
}

/** No texts yet. */
export function makeLateTextStore(): LateTextStore {
  let store: TextStore | undefined;
  let empty = 0;
  return {
    add: (text) => {
      if (store === undefined && text === '') {
        empty += 1;
        return;
      }
      if (store === undefined) {
        store = makeTextStore();
        for (let record = 0; record < empty; record++) store.add('');
      }
      store.add(text);
    },
    column: () => store?.column(),
  };
}

/** Texts by code: `codes[record]` is an index into `words`, in which a text may stand more than once. */
export function codedColumn(codes: Codes, words: Utf8Strings): TextColumn {
  const decoded: string[] | undefined = words.size() > MOST_KNOWN ? undefined : [];
  return {
    size: codes.length,
    at: (record) => {
      const code = codes[record];
      if (code === undefined) throw new RangeError(`No text at record ${record}: the column has ${codes.length}`);
      if (decoded === undefined) return words.at(code);
      return (decoded[code] ??= words.at(code));
    },
    find: (text) => {
      const code = words.find(text);
      const record = code === undefined ? -1 : codes.indexOf(code);
      return record < 0 ? undefined : record;
    },
  };
}

/** Texts of which each record has one of its own, in order; those added later are not of the column. */
export function listedColumn(words: Utf8Strings): TextColumn {
  const size = words.size();
  return {
    size,
    at: (record) => {
      if (!(record >= 0 && record < size)) throw new RangeError(`No text at record ${record}: the column has ${size}`);
      return words.at(record);
    },
    find: (text) => {
      const record = words.find(text);
      return record === undefined || record >= size ? undefined : record;
    },
  };
}

/** A copy as narrow as so many words allow. */
function narrowed(codes: Uint32Array, words: number): Codes {
  if (words <= 0x100) return new Uint8Array(codes);
  return words <= 0x1_0000 ? new Uint16Array(codes) : codes.slice();
}
