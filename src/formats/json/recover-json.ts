import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Rejection } from '../../model/rejection';
import { DAMAGED } from './json-result';
import type { JsonResult } from './json-result';
import { foundInWords } from '../rejections';
import type { RejectionList } from '../rejections';
import type { Translate } from '../../base/translate';

/** Deeper than any dataset; the tolerant parser goes down by calling itself. */
const DEEPEST_TEXT = 500;

/** What a tolerant reading saves of a text that isn't JSON; its faults become rejections. */
export function recoverJson(text: string, list: RejectionList): JsonResult {
  const errors: ParseError[] = [];
  const root =
    nestingOf(text) > DEEPEST_TEXT
      ? undefined
      : parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const notJson: JsonResult = { ok: false, where: positionInWords(text, errors[0]?.offset ?? 0, list.t) };
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
  const { t, rejections } = list;
  const end = text.trimEnd().length;
  const isCut = errors.some(({ offset, error }) => offset >= end && error === CLOSE_BRACE_EXPECTED);
  const tell = (offset: number, effect: Rejection['effect']): void => {
    const found = foundInWords(text.slice(offset, offset + 40).trim() || undefined, t);
    rejections.push({
      where: positionInWords(text, offset, t),
      record: undefined,
      field: '',
      found,
      expected: t('expected.json'),
      effect,
    });
  };
  const lost = damage.filter((each) => !(isCut && each.end >= end));
  for (const each of lost)
    tell(errors.find(({ offset }) => offset >= each.start && offset < each.end)?.offset ?? each.start, each.effect);
  const harmless = errors.filter(
    ({ offset }) => !damage.some((each) => offset >= each.start && offset < each.end) && !(isCut && offset >= end),
  );
  for (const { offset } of firstOfEachLine(text, harmless).slice(0, MOST_FAULTS_TOLD)) tell(offset, 'noted');
  if (!isCut) return;
  rejections.push({
    where: positionInWords(text, end, t),
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

/** "line 12, column 5" of an offset into the text, both counted from 1. */
function positionInWords(text: string, offset: number, t: Translate): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return t('position', { line: String(line), column: String(offset - lineStart + 1) });
}
