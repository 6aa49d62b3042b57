import { STATUS_WORDS } from '../../base/messages/status-words';
import { TYPE_WORDS } from '../../base/messages/type-words';
import { memoByObject } from '../../base/memo';
import type { Translate } from '../../base/translate';
import { EVENT_TYPES, STATUSES } from '../../model/vocabulary';
import type { EventType, StatusValue } from '../../model/vocabulary';

/** A type as a cell has it, in the words of `t`. */
export function typeText(type: EventType | undefined, t: Translate): string {
  return type === undefined ? '' : inSmall(t(`typeShort.${type}`), t);
}

/** The type that a word says, in whichever of the page's languages; undefined for one that says none. */
export function readType(word: string, t: Translate): EventType | undefined {
  return wordsOf(t).types.get(folded(word));
}

/** A status as a cell has it. */
export function statusText(status: StatusValue, t: Translate): string {
  return t(`status.${status}`);
}

/** The status that a word says; undefined for one that says none. */
export function readStatus(word: string, t: Translate): StatusValue | undefined {
  return wordsOf(t).statuses.get(folded(word));
}

const wordsOf = memoByObject(
  (
    t: Translate,
  ): { readonly types: ReadonlyMap<string, EventType>; readonly statuses: ReadonlyMap<string, StatusValue> } => ({
    types: byWord(EVENT_TYPES, TYPE_WORDS, (type) => [t(`type.${type}`), t(`typeShort.${type}`)]),
    statuses: byWord(STATUSES, STATUS_WORDS, (status) => [t(`status.${status}`)]),
  }),
);

function byWord<Value extends string>(
  values: readonly Value[],
  written: Readonly<Record<Value, string>>,
  said: (value: Value) => readonly string[],
): ReadonlyMap<string, Value> {
  return new Map(
    values.flatMap((value) =>
      [...written[value].split('|'), value, ...said(value)].map((word) => [folded(word), value] as const),
    ),
  );
}

/** In small letters, without accents, signs between words and the article of Arabic: `Phone-call` is `phone call`. */
function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\u0627\u0644(?=\p{L}{3})/u, '');
}

function inSmall(words: string, { locale }: Translate): string {
  return words.toLocaleLowerCase(locale);
}
