import { showableText } from '../base/clean-text';
import type { Translate } from '../base/translate';
import type { Rejection } from '../model/rejection';

const MOST_FOUND = 80;
/** Pointers and records' names are the file's own words, and may be as long as it likes. */
const MOST_WHERE = 200;

/** The record that a problem stands in. */
export interface RecordPlace {
  /** JSON pointer of the record, like `/events/3`; empty for the dataset itself. */
  readonly pointer: string;
  /** Its id or title, where it has one. */
  readonly record: string | undefined;
}

/** Collects what could not be used, in the reader's language. */
export interface RejectionList {
  readonly t: Translate;
  readonly rejections: Rejection[];
  /** `path` is what follows the record's pointer: `/date`, or empty for the record as a whole. */
  readonly reject: (
    place: RecordPlace,
    path: string,
    found: unknown,
    expected: string,
    effect: Rejection['effect'],
  ) => void;
  /** For lists that lost entries on reading: the index in the file of each entry that is left. */
  readonly indices: WeakMap<readonly unknown[], readonly number[]>;
}

/** The path of a list's entry as the file counts, though entries before it were dropped. */
export function entryPath(list: RejectionList, path: string, entries: readonly unknown[], index: number): string {
  return path + pointerPart(list.indices.get(entries)?.[index] ?? index);
}

/** An empty list of rejections. */
export function makeRejectionList(t: Translate): RejectionList {
  const rejections: Rejection[] = [];
  return {
    t,
    rejections,
    indices: new WeakMap(),
    reject: ({ pointer, record }, path, found, expected, effect) => {
      rejections.push({
        where: showableText(pointer + path || '/', MOST_WHERE),
        record: record === undefined ? undefined : showableText(record, MOST_WHERE),
        field: showableText(fieldOf(path), MOST_WHERE),
        found: foundInWords(found, t),
        expected,
        effect,
      });
    },
  };
}

/** Lets a list made entry by entry from another answer to `entryPath` as that one does. */
export function keepIndices<Entry>(
  list: RejectionList,
  from: readonly unknown[],
  to: readonly Entry[],
): readonly Entry[] {
  const indices = list.indices.get(from);
  if (indices !== undefined) list.indices.set(to, indices);
  return to;
}

/** Events a JSON file has and that don't load; of damaged JSON, told by line, each lost record counts as one. */
export function leftOutEvents(rejections: readonly Rejection[]): number {
  return rejections.filter(
    ({ where, effect }) => effect === 'left-out' && (where.startsWith('/events/') || !where.startsWith('/')),
  ).length;
}

/** A key as a part of a JSON pointer (RFC 6901). */
export function pointerPart(key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `/${key}`;
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** `/evidence/0/source` is the field evidence.source. */
function fieldOf(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.');
}

/** Text as it is, anything else as JSON, shortened to 80 characters. */
export function foundInWords(found: unknown, t: Translate): string {
  if (found === undefined) return t('found.nothing');
  const words = typeof found === 'string' ? found : briefJson(found);
  return showableText(words, MOST_FOUND);
}

/** Lists and objects by their first entries only: the whole of it may be megabytes, or too deep to write. */
function briefJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.slice(0, 5).map(briefScalar).join(', ')}${value.length > 5 ? ', …' : ''}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const keys = Object.keys(value);
  return `{${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}}`;
}

function briefScalar(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return typeof value === 'string' ? `"${value.slice(0, MOST_FOUND)}"` : String(value);
}
