import * as v from 'valibot';
import { cleanText, hasUnwantedCharacters } from '../../base/clean-text';
import { pointerPart } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { MOST_ENTRIES } from './schema-fields';
import type { Otherwise, Vital } from './schema-fields';
import type { Extended } from '../../model/dataset';
import type { MessageKey, Translate } from '../../base/translate';

/** A fault is handed up to whatever can do without the value: a list drops the entry, an object the optional field. */
type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly path: string; readonly found: unknown; readonly expected: string };

/** Over a field's own limit but within this, text is loaded and noted; beyond, it is not. */
const LONGEST_TOLERATED = 500;
const DEEPEST = 6;

/**
 * A record of the file as a fresh object that holds only what the schema knows, undefined when it can't be used (then
 * it has been rejected as left out). A bad optional field is dropped, a bad entry of a list leaves the list, all of it
 * reported. Fields that the schema doesn't know are at hand by `extraOf`; `tellUnknown` is for records that nobody
 * writes back.
 */
export function decodeRecord<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: RecordPlace,
  list: RejectionList,
  { tellUnknown = false } = {},
): v.InferOutput<Schema> | undefined {
  const depth = place.pointer.split('/').length;
  const decoded = decode(schema, value, '', { place, list, depth, tellUnknown });
  if (decoded.ok) return decoded.value as v.InferOutput<Schema>;
  list.reject(place, decoded.path, decoded.found, decoded.expected, 'left-out');
  return undefined;
}

const extras = new WeakMap<object, NonNullable<Extended['extra']>>();

/** The fields of a decoded record that its schema doesn't know, as `extra`; nothing where it has none. */
export function extraOf(record: object | string | undefined): Extended {
  const extra = typeof record === 'object' ? extras.get(record) : undefined;
  return extra === undefined ? {} : { extra };
}

/** An item made of a decoded record, with the fields of it that nobody knows. */
export function withExtra<Item extends object>(item: Item, record: object): Item & Extended {
  const { extra } = extraOf(record);
  return extra === undefined ? item : { ...item, extra };
}

interface Context {
  readonly place: RecordPlace;
  readonly list: RejectionList;
  /** How many lists and objects are open around the value, itself included. */
  readonly depth: number;
  readonly tellUnknown: boolean;
}

function decode(schema: v.GenericSchema, value: unknown, path: string, context: Context): Decoded {
  const { t } = context.list;
  if (isWrapper(schema)) {
    return schema.type === 'nullable' && value === null
      ? { ok: true, value: null }
      : decode(schema.wrapped, value, path, context);
  }
  if (isUnion(schema)) {
    const wanted = schema.options.find((option) => isObject(option) === isRecord(value));
    const isEither = isRecord(value) || typeof value === 'string' || typeof value === 'number';
    if (wanted === undefined || !isEither)
      return { ok: false, path, found: value, expected: t('expected.textOrObject') };
    return decode(wanted, value, path, context);
  }
  if (isObject(schema)) return decodeObject(schema, value, path, context);
  if (isArray(schema)) return decodeArray(schema, value, path, context);
  return decodeScalar(schema, value, path, context);
}

function decodeObject(schema: ObjectSchema, value: unknown, path: string, context: Context): Decoded {
  const { place, list } = context;
  if (!isRecord(value)) return { ok: false, path, found: value, expected: list.t('expected.object') };
  const fresh: Record<string, unknown> = {};
  keepUnknown(schema, value, fresh, path, context);
  for (const [key, entry] of Object.entries(schema.entries)) {
    const here = path + pointerPart(key);
    if (!Object.hasOwn(value, key)) {
      if (isOptional(entry)) continue;
      return { ok: false, path: here, found: undefined, expected: list.t('expected.something') };
    }
    const decoded = decodeField(entry, value[key], here, context);
    if (decoded.ok) {
      fresh[key] = decoded.value;
      continue;
    }
    if (!isOptional(entry) || isVital(entry)) return decoded;
    list.reject(place, decoded.path, decoded.found, decoded.expected, 'dropped');
    const { otherwise } = otherwiseOf(entry);
    if (otherwise !== undefined) fresh[key] = otherwise;
  }
  return { ok: true, value: fresh };
}

/** Everything of the record that the schema has no field for, but what is nested too deep to be written. */
function keepUnknown(
  schema: ObjectSchema,
  value: Readonly<Record<string, unknown>>,
  fresh: object,
  path: string,
  { place, list, depth, tellUnknown }: Context,
): void {
  const unknown = Object.entries(value).filter(([key]) => !Object.hasOwn(schema.entries, key));
  if (unknown.length === 0) return;
  const kept = unknown.filter(([key, own]) => {
    const here = path + pointerPart(key);
    if (tellUnknown) list.reject(place, here, key, list.t('expected.knownKey'), 'noted');
    if (!isTooDeep(own, DEEPEST - depth)) return true;
    list.reject(place, here, own, list.t('expected.maxDepth', { max: DEEPEST }), 'dropped');
    return false;
  });
  if (kept.length > 0) extras.set(fresh, Object.fromEntries(kept));
}

function decodeField(schema: v.GenericSchema, value: unknown, path: string, context: Context): Decoded {
  if (isTooDeep(value, DEEPEST - context.depth)) {
    return { ok: false, path, found: value, expected: context.list.t('expected.maxDepth', { max: DEEPEST }) };
  }
  return decode(schema, value, path, { ...context, depth: context.depth + 1 });
}

function decodeArray(schema: ArraySchema, value: unknown, path: string, context: Context): Decoded {
  const { place, list } = context;
  if (!Array.isArray(value)) return { ok: false, path, found: value, expected: list.t('expected.list') };
  if (value.length > MOST_ENTRIES) {
    list.reject(place, path, value, list.t('expected.maxEntries', { max: MOST_ENTRIES, n: value.length }), 'dropped');
  }
  const fresh: unknown[] = [];
  const indices: number[] = [];
  value.slice(0, MOST_ENTRIES).forEach((item: unknown, index) => {
    const decoded = decode(schema.item, item, path + pointerPart(index), { ...context, depth: context.depth + 1 });
    if (decoded.ok) {
      fresh.push(decoded.value);
      indices.push(index);
    } else {
      list.reject(place, decoded.path, decoded.found, decoded.expected, 'dropped');
    }
  });
  if (indices.length < value.length) list.indices.set(fresh, indices);
  return { ok: true, value: fresh };
}

function decodeScalar(schema: v.GenericSchema, value: unknown, path: string, { place, list }: Context): Decoded {
  const clean = typeof value === 'string' ? cleanText(value) : value;
  if (typeof value === 'string' && hasUnwantedCharacters(value)) {
    list.reject(place, path, value, list.t('expected.plainText'), 'noted');
  }
  const { success, issues, output } = v.safeParse(schema, clean);
  if (success) return { ok: true, value: output };
  const [issue] = issues;
  const expected = expectedOf(issue, list.t);
  if (
    typeof clean === 'string' &&
    clean.length <= LONGEST_TOLERATED &&
    issues.every(({ type }) => type === 'max_length')
  ) {
    list.reject(place, path, value, expected, 'noted');
    return { ok: true, value: clean };
  }
  return { ok: false, path, found: value, expected };
}

/** Whether more than `levels` lists and objects lie inside one another. Looks no deeper than that. */
function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels <= 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/** A JSON object, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface ObjectSchema extends v.GenericSchema {
  readonly type: 'object';
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
}

interface ArraySchema extends v.GenericSchema {
  readonly type: 'array';
  readonly item: v.GenericSchema;
}

interface UnionSchema extends v.GenericSchema {
  readonly type: 'union';
  readonly options: readonly v.GenericSchema[];
}

interface WrapperSchema extends v.GenericSchema {
  readonly type: 'optional' | 'nullable';
  readonly wrapped: v.GenericSchema;
}

function isObject(schema: v.GenericSchema): schema is ObjectSchema {
  return schema.type === 'object';
}

function isArray(schema: v.GenericSchema): schema is ArraySchema {
  return schema.type === 'array';
}

function isUnion(schema: v.GenericSchema): schema is UnionSchema {
  return schema.type === 'union';
}

function isWrapper(schema: v.GenericSchema): schema is WrapperSchema {
  return schema.type === 'optional' || schema.type === 'nullable';
}

function isOptional(schema: v.GenericSchema): boolean {
  return schema.type === 'optional';
}

function isVital(schema: v.GenericSchema): boolean {
  const metadata: Vital = isWrapper(schema) ? v.getMetadata(schema.wrapped) : {};
  return metadata.vital === true;
}

function otherwiseOf(schema: v.GenericSchema): Otherwise {
  const metadata = v.getMetadata(isWrapper(schema) ? schema.wrapped : schema);
  return 'otherwise' in metadata && typeof metadata['otherwise'] === 'string'
    ? { otherwise: metadata['otherwise'] }
    : {};
}

/** What a schema's complaint means, as a phrase that completes "expected ...". */
function expectedOf(issue: v.BaseIssue<unknown>, t: Translate): string {
  if (isMessageKey(issue.message)) return t(issue.message);
  switch (issue.type) {
    case 'string':
      return t(typeof issue.input === 'number' ? 'expected.textInQuotes' : 'expected.text');
    case 'non_empty':
      return t('expected.nonEmpty');
    case 'max_length':
      return t('expected.maxLength', { max: requirementOf(issue), n: lengthOf(issue.input) });
    case 'picklist':
      return t('expected.oneOf', { list: optionsOf(issue) });
    default:
      return t('expected.other');
  }
}

/** The schemas' own complaints are keys; valibot's are sentences. */
function isMessageKey(text: string): text is MessageKey {
  return text.startsWith('expected.');
}

function requirementOf(issue: v.BaseIssue<unknown>): number {
  return typeof issue.requirement === 'number' ? issue.requirement : 0;
}

function lengthOf(input: unknown): number {
  return typeof input === 'string' ? input.length : 0;
}

/** Valibot writes a list of words as `("a" | "b")`. */
function optionsOf(issue: v.BaseIssue<unknown>): string {
  return (issue.expected ?? '')
    .replace(/^\(|\)$/g, '')
    .replaceAll(' | ', ', ')
    .replaceAll('"', '');
}
