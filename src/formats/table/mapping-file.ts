import * as v from 'valibot';
import type { MessageKey, Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import { makeRejectionList, pointerPart } from '../rejections';
import { tableMappingSchema } from './table-mapping-schema';
import type { TableMapping } from './table-mapping';

/** What a mapping file says, or what is wrong with it; `rejections` tell fields that nobody knows, which are left out. */
export type MappingFile =
  | { readonly ok: true; readonly mapping: TableMapping; readonly rejections: readonly Rejection[] }
  | { readonly ok: false; readonly rejections: readonly Rejection[] };

/** The file that holds a mapping: JSON, as the command line takes it. */
export function mappingText(mapping: TableMapping): string {
  return `${JSON.stringify(mapping, undefined, 2)}\n`;
}

/**
 * Reads the file that `mappingText` writes, or somebody by hand. A field that can't be used refuses it, with the place (JSON
 * pointer), what stands there and what was expected: half a mapping reads a table otherwise than its author meant.
 */
export function readMappingText(text: string, t: Translate): MappingFile {
  const list = makeRejectionList(t);
  const reject = (path: string, found: unknown, expected: string, effect: Rejection['effect']): void =>
    list.reject({ pointer: '', record: undefined }, path, found, expected, effect);
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reject(
      '',
      value === undefined ? text : value,
      t(value === undefined ? 'expected.json' : 'expected.object'),
      'left-out',
    );
    return { ok: false, rejections: list.rejections };
  }
  const { success, output, issues } = v.safeParse(tableMappingSchema(), value);
  if (!success) {
    for (const issue of issues.flatMap(closestOf)) reject(pathOf(issue), issue.input, expectedOf(issue, t), 'left-out');
    return { ok: false, rejections: list.rejections };
  }
  for (const [path, key] of unknownKeys(value, output)) reject(path, key, t('expected.knownKey'), 'noted');
  return { ok: true, mapping: output as TableMapping, rejections: list.rejections };
}

/** The same for tables with the same headers, in whatever order: under it a mapping is remembered. */
export function headingsKey(headers: readonly string[]): string {
  return JSON.stringify(headers.map((header) => header.normalize('NFC').trim()).toSorted());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // Told as what it is: no JSON.
    return undefined;
  }
}

type Issue = v.BaseIssue<unknown>;

/** Of the ways a value may be written, the complaint of the one that it comes closest to. */
function closestOf(issue: Issue): readonly Issue[] {
  const inner = (issue.issues ?? []).flatMap((each) => closestOf(withPath(issue, each)));
  const deepest = inner.toSorted((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0];
  const isDeeper = (deepest?.path?.length ?? 0) > (issue.path?.length ?? 0);
  return deepest === undefined || !isDeeper ? [issue] : [deepest];
}

/** A complaint inside a choice has its place from there on. */
function withPath(outer: Issue, inner: Issue): Issue {
  if (outer.path === undefined) return inner;
  const path = [...outer.path, ...(inner.path ?? [])] as unknown as Issue['path'];
  return { ...inner, ...(path !== undefined && { path }) } as Issue;
}

function pathOf({ path }: Issue): string {
  return (path ?? []).map(({ key }) => pointerPart(typeof key === 'number' ? key : String(key))).join('');
}

/** Fields that reading has left out, with their places (JSON pointers). */
function unknownKeys(given: unknown, read: unknown, path = ''): readonly (readonly [path: string, key: string])[] {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const place = path + pointerPart(Array.isArray(given) ? Number(key) : key);
    if (!Object.hasOwn(read, key)) return [[place, key] as const];
    return unknownKeys(value, (read as Readonly<Record<string, unknown>>)[key], place);
  });
}

/** What a complaint comes to, as a phrase that completes "expected ...". */
function expectedOf({ type, message, expected, input }: Issue, t: Translate): string {
  if (message.startsWith('expected.')) return t(message as MessageKey);
  if (input === undefined) return t('expected.something');
  switch (type) {
    case 'string':
      return t('expected.text');
    case 'non_empty':
      return t('expected.nonEmpty');
    case 'object':
      return t('expected.object');
    case 'array':
      return t('expected.list');
    case 'picklist':
    case 'literal':
    case 'union':
    case 'variant':
      return t('expected.oneOf', { list: wordsOf(expected ?? '') });
    default:
      return t('expected.other');
  }
}

/** Valibot writes a list of words as `("a" | "b")`. */
function wordsOf(expected: string): string {
  return expected
    .replace(/^\(|\)$/g, '')
    .replaceAll(' | ', ', ')
    .replaceAll('"', '');
}
