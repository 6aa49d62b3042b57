import type { Steps } from '../../base/steps';
import { isRecord } from '../json/decode';
import { readJsonInSteps } from '../json/large-json';
import type { ImportedEvents } from '../imported-events';
import type { ImportedEnd } from './imported-reader';

/** A record of a file that is nobody's schema: every field may be anything. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * The value of a JSON text, in slices; of a broken one what can be saved, told in `into`. As `problem` where that is
 * nothing.
 */
export function* jsonOf(
  text: string,
  into: ImportedEvents,
): Steps<{ readonly value: unknown } | { readonly problem: ImportedEnd }> {
  const result = yield* readJsonInSteps(text, into.faults);
  return result.ok
    ? { value: result.value }
    : { problem: { problem: 'not-json', detail: into.t('problem.notJson', { where: result.where }) } };
}

/** The record in a field; undefined where there is none. */
export function recordIn(record: JsonRecord | undefined, key: string): JsonRecord | undefined {
  const value = fieldOf(record, key);
  return isRecord(value) ? value : undefined;
}

/** The list in a field; a single value is a list of one, where `single` says so. Empty where there is none. */
export function listIn(record: JsonRecord | undefined, key: string, { single = false } = {}): readonly unknown[] {
  const value = fieldOf(record, key);
  if (Array.isArray(value)) return value;
  return single && value !== undefined && value !== null ? [value] : [];
}

/** Text, or a number as text; undefined where there is neither, or nothing but blanks. */
export function textIn(record: JsonRecord | undefined, key: string): string | undefined {
  return textOf(fieldOf(record, key));
}

/** As `textIn`, of a value. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A record's own field. */
export function fieldOf(record: JsonRecord | undefined, key: string): unknown {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Those of a record's fields that aren't empty and that nobody has read. */
export function restOf(record: JsonRecord, read: ReadonlySet<string>): JsonRecord | undefined {
  const rest = Object.entries(record).filter(
    ([key, value]) => !read.has(key) && value !== '' && value !== null && value !== undefined,
  );
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** Records of a list with their places; what is none is told. */
export function* recordsOf(
  entries: readonly unknown[],
  pointer: string,
  into: ImportedEvents,
): Generator<readonly [record: JsonRecord, where: string, index: number], void> {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    const where = `${pointer}/${index}`;
    if (isRecord(entry)) yield [entry, where, index];
    // A damaged one was told with what is wrong with the text.
    else if (typeof entry !== 'symbol')
      into.reject({ where, field: '', found: entry, expected: into.t('expected.object'), effect: 'left-out' });
  }
}

/** Records between two places to stop. */
export const RECORDS_A_STEP = 128;
