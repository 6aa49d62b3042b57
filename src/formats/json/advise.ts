import * as v from 'valibot';
import { countWords } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import { isRecord } from './decode';
import { FILE_LISTS, placeOf } from './read-parties';
import type { FileList } from './read-parties';
import { makeRejectionList, pointerPart } from '../rejections';
import type { RecordPlace } from '../rejections';
import { chapterSchema, noteSchema, periodSchema } from './outline-schema';
import { actorSchema, eventSchema, headSchema, sourceSchema } from './schema';
import type { Advice } from './schema-fields';

/** Where the value of a record stands: what was found is told there, with what would be better. */
type Tell = (path: string, found: unknown, expected: string) => void;

const SCHEMAS: Readonly<Record<FileList, v.GenericSchema>> = {
  sources: sourceSchema,
  actors: actorSchema,
  chapters: chapterSchema,
  notes: noteSchema,
  periods: periodSchema,
  events: eventSchema,
};

/**
 * What would make a dataset file better, though all of it is read as it is: texts longer than advised, and fields that
 * nobody knows but that are called almost like one of the format. Nothing for a text that isn't JSON.
 */
export function adviseOn(text: string, t: Translate): readonly Rejection[] {
  const file = parsed(text);
  if (!isRecord(file)) return [];
  const list = makeRejectionList(t);
  const tellIn =
    (place: RecordPlace): Tell =>
    (path, found, expected) =>
      list.reject(place, path, found, expected, 'noted');
  const lists: ReadonlySet<string> = new Set(FILE_LISTS);
  const head = Object.fromEntries(Object.entries(file).filter(([key]) => !lists.has(key) && key !== 'rows'));
  advise(headSchema, head, '', tellIn({ pointer: '', record: undefined }), t, FILE_LISTS);
  for (const name of FILE_LISTS) {
    const records: unknown = Object.hasOwn(file, name) ? file[name] : [];
    if (!Array.isArray(records)) continue;
    records.forEach((record: unknown, index) => {
      advise(SCHEMAS[name], record, '', tellIn(placeOf(name, index, record)), t);
    });
  }
  return list.rejections;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // What is wrong with it the reader says, with the place.
    return undefined;
  }
}

/** `otherKeys` are names that are known beside the schema's own. */
function advise(
  schema: v.GenericSchema,
  value: unknown,
  path: string,
  tell: Tell,
  t: Translate,
  otherKeys: readonly string[] = [],
): void {
  if (typeof value === 'string') return adviseOnText(schemaFor(schema, value), value, path, tell, t);
  if (Array.isArray(value)) {
    const item = partOf(schema, 'item');
    if (isSchema(item)) {
      value.forEach((entry: unknown, index) => advise(item, entry, path + pointerPart(index), tell, t));
    }
    return;
  }
  const entries = partOf(schemaFor(schema, value), 'entries');
  if (!isRecord(value) || !isRecord(entries)) return;
  const known = [...Object.keys(entries), ...otherKeys];
  for (const [key, own] of Object.entries(value)) {
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
    const here = path + pointerPart(key);
    if (isSchema(entry)) advise(entry, own, here, tell, t);
    else {
      const meant = known.find((name) => isAlmost(key, name) && !Object.hasOwn(value, name));
      if (meant !== undefined) tell(here, key, t('expected.knownKeyMeant', { key: meant }));
    }
  }
}

function adviseOnText(schema: v.GenericSchema, text: string, path: string, tell: Tell, t: Translate): void {
  const { characters, words }: Advice = v.getMetadata(schema);
  if (characters !== undefined && text.length > characters)
    tell(path, text, t('expected.maxLength', { max: characters, n: text.length }));
  const n = words === undefined ? 0 : countWords(text);
  if (words !== undefined && n > words) tell(path, text, t('expected.maxWords', { max: words, n }));
}

/** The form of a field that a value is written in: short, or long. */
function schemaFor(schema: v.GenericSchema, value: unknown): v.GenericSchema {
  const wrapped = partOf(schema, 'wrapped');
  if (isSchema(wrapped)) return schemaFor(wrapped, value);
  const options = partOf(schema, 'options');
  if (schema.type !== 'union' || !Array.isArray(options)) return schema;
  return options.filter(isSchema).find((option) => (option.type === 'object') === isRecord(value)) ?? schema;
}

/** A part of a schema, of itself or of what it wraps. */
function partOf(schema: v.GenericSchema, key: string): unknown {
  const parts: unknown = schema;
  if (!isRecord(parts)) return undefined;
  if (key in parts) return parts[key];
  const { wrapped } = parts;
  return key !== 'wrapped' && isSchema(wrapped) ? partOf(wrapped, key) : undefined;
}

function isSchema(value: unknown): value is v.GenericSchema {
  return isRecord(value) && value['kind'] === 'schema';
}

/** One letter more, less, other or exchanged with its neighbour; or only letters' case. Short names are too near all. */
function isAlmost(key: string, name: string): boolean {
  if (key.toLowerCase() === name.toLowerCase()) return true;
  if (name.length < 4 || Math.abs(key.length - name.length) > 1) return false;
  let at = 0;
  while (key[at] === name[at]) at += 1;
  const [rest, other] = [key.slice(at), name.slice(at)];
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0])
  );
}
