import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Rejection } from '../../model/rejection';
import { DAMAGED } from './json-result';
import type { JsonResult } from './json-result';
import { foundInWords } from '../rejections';
import type { RejectionList } from '../rejections';
import type { Translate } from '../../base/translate';
import { lowerBound, upperBound } from '../../base/sorted';

/** Deeper than any dataset; the tolerant parser goes down by calling itself. */
const DEEPEST_TEXT = 500;

/** What a tolerant reading saves of a text that isn't JSON; its faults become rejections. */
export function recoverJson(text: string, list: RejectionList): JsonResult {
  const errors: ParseError[] = [];
  const root =
    nestingOf(text) > DEEPEST_TEXT
      ? undefined
      : parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const notJson: JsonResult = { ok: false, where: positionsIn(text, list.t)(errors[0]?.offset ?? 0) };
  if (root?.type !== 'object') return notJson;
  const damage: Damage[] = [];
  const fields = new Map<string, unknown>();
  for (const property of root.children ?? []) {
    const [key, value] = property.children ?? [];
    if (typeof key?.value !== 'string' || value === undefined) continue;
    const saved = savedValue(text, value, damage);
    if (saved !== DAMAGED) fields.set(key.value, saved);
  }
  if (!fields.has('events')) return notJson;
  tellDamage(text, errors, damage, list);
  return { ok: true, value: Object.fromEntries(fields) };
}

interface Damage {
  readonly start: number;
  readonly end: number;
  /** An entry of a list is left out, any other value dropped. */
  readonly effect: 'left-out' | 'dropped';
}

/** A damaged list keeps its sound entries, each damaged one marked; any other damaged value is lost. */
function savedValue(text: string, node: Node, damage: Damage[]): unknown {
  const whole = strictValue(text, node);
  if (whole !== DAMAGED) return whole;
  if (node.type !== 'array') {
    damage.push({ start: node.offset, end: node.offset + node.length, effect: 'dropped' });
    return DAMAGED;
  }
  return (node.children ?? []).map((child) => {
    const value = strictValue(text, child);
    if (value === DAMAGED) damage.push({ start: child.offset, end: child.offset + child.length, effect: 'left-out' });
    return value;
  });
}

function strictValue(text: string, node: Node): unknown {
  try {
    return JSON.parse(text.slice(node.offset, node.offset + node.length));
  } catch (error) {
    if (error instanceof SyntaxError) return DAMAGED;
    throw error;
  }
}

const MOST_FAULTS_TOLD = 10;

/** One rejection a damaged value, one for the end of a cut file, and one a line for faults that cost nothing. */
function tellDamage(text: string, errors: readonly ParseError[], damage: readonly Damage[], list: RejectionList): void {
  const end = text.trimEnd().length;
  const isCut = errors.some(({ offset, error }) => offset >= end && error === CLOSE_BRACE_EXPECTED);
  const placeOf = positionsIn(text, list.t);
  const offsets = errors.map(({ offset }) => offset);
  for (const { start, end: after, effect } of damage) {
    if (isCut && after >= end) continue;
    const offset = offsets[lowerBound(offsets, start)];
    tellLost(text, offset !== undefined && offset < after ? offset : start, effect, list, placeOf);
  }
  let next = 0;
  const harmless = errors.filter(({ offset }) => {
    while ((damage[next]?.end ?? Infinity) <= offset) next += 1;
    return (damage[next]?.start ?? Infinity) > offset && !(isCut && offset >= end);
  });
  for (const { offset } of firstOfEachLine(text, harmless).slice(0, MOST_FAULTS_TOLD))
    tellLost(text, offset, 'noted', list, placeOf);
  if (isCut) tellCut(text, list, placeOf);
}

/** Tells of a place at which a text isn't JSON, and what that costs. */
export function tellLost(
  text: string,
  offset: number,
  effect: Rejection['effect'],
  { t, rejections }: RejectionList,
  placeOf: (offset: number) => string,
): void {
  const found = foundInWords(text.slice(offset, offset + 40).trim() || undefined, t);
  rejections.push({
    where: placeOf(offset),
    record: undefined,
    field: '',
    found,
    expected: t('expected.json'),
    effect,
  });
}

/** Tells that a text breaks off. */
export function tellCut(text: string, { t, rejections }: RejectionList, placeOf: (offset: number) => string): void {
  rejections.push({
    where: placeOf(text.trimEnd().length),
    record: undefined,
    field: '',
    found: t('found.endOfFile'),
    expected: t('expected.wholeFile'),
    effect: 'cut-short',
  });
}

/** `ParseErrorCode.CloseBraceExpected`: a const enum, which isolated modules can't read. */
const CLOSE_BRACE_EXPECTED = 7;

function firstOfEachLine(text: string, errors: readonly ParseError[]): readonly ParseError[] {
  return errors.filter((error, index) => {
    const before = errors[index - 1];
    return before === undefined || text.slice(before.offset, error.offset).includes('\n');
  });
}

function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (character === 0x7d || character === 0x5d) depth -= 1;
  }
  return deepest;
}

/**
 * What says "line 12, column 5" of an offset into the text, both counted from 1. The text is looked through once, however
 * often it is asked.
 */
export function positionsIn(text: string, t: Translate): (offset: number) => string {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = upperBound(starts, offset);
    return t('position', { line: String(line), column: String(offset - (starts[line - 1] ?? 0) + 1) });
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
