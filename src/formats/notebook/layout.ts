import type { WholeDataset } from '../../model/dataset';

/*
 * What a dataset carries of its text beside what its records say: lines that belong to nothing, lines that are written in
 * another way than the page writes them, and records that stand elsewhere than it would put them. In the file as the field
 * `notebook`, a list of entries: `["after", record, line ...]`, `["as", record, line ...]`, `["move", record, after]`.
 */

/** `head`, `event:e1`, `chapter:c1` ...: what stands in the text as one piece. */
export type UnitKey = string;

/** A piece of text: the lines of a record, or lines between records. */
export type Piece =
  | { readonly unit: UnitKey; readonly lines: readonly string[] }
  | { readonly unit: undefined; readonly lines: readonly string[] };

export type LayoutEntry = readonly ['after' | 'as' | 'move', UnitKey, ...string[]];

export const LAYOUT_FIELD = 'notebook';
/** Before the first unit. */
const START = '';

/** The units of a dataset in the order in which the page writes them. */
export function usualOrder(dataset: WholeDataset): readonly UnitKey[] {
  return [
    'head',
    ...dataset.chapters.map(({ id }) => `chapter:${id}`),
    ...dataset.periods.map(({ id }) => `period:${id}`),
    ...dataset.notes.filter(({ event }) => event === undefined).map(({ id }) => `note:${id}`),
    ...dataset.events.map(({ id }) => `event:${id}`),
  ];
}

/**
 * What has to be remembered of a text: `usual` are the lines that the page writes for a unit. None where the text is as
 * the page writes it.
 */
export function layoutOf(
  pieces: readonly Piece[],
  order: readonly UnitKey[],
  usual: (unit: UnitKey, asRead?: readonly string[]) => readonly string[],
  /** Whose lines are remembered though they are as usual. */
  always: ReadonlySet<UnitKey>,
): readonly LayoutEntry[] {
  const units = pieces.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const moves = movesOf(units, order);
  const entries: LayoutEntry[] = [...moves];
  let before = START;
  for (const { unit, lines } of pieces) {
    if (unit === undefined) {
      if (lines.length > 0) entries.push(['after', before, ...lines]);
      continue;
    }
    before = unit;
    const written = usual(unit, lines);
    if (always.has(unit) || lines.length !== written.length || lines.some((line, at) => line !== written[at]))
      entries.push(['as', unit, ...lines]);
  }
  const here = new Set(units);
  for (const unit of order) if (!here.has(unit) && usual(unit).length > 0) entries.push(['as', unit]);
  return entries;
}

/** Events stand in the dataset's order; of the others those that follow another unit than they would. */
function movesOf(units: readonly UnitKey[], order: readonly UnitKey[]): readonly LayoutEntry[] {
  const here = new Set(units);
  const rest = order.filter((unit) => here.has(unit));
  if (rest.length === units.length && rest.every((unit, at) => unit === units[at])) return [];
  return units.flatMap((unit, at): readonly LayoutEntry[] =>
    unit.startsWith('event:') || unit === 'head' ? [] : [['move', unit, units[at - 1] ?? START]],
  );
}

/** The layout that a dataset carries; empty where it carries none, or something that isn't one. */
export function layoutIn({ extra }: Pick<WholeDataset, 'extra'>): readonly LayoutEntry[] {
  const value: unknown = extra !== undefined && Object.hasOwn(extra, LAYOUT_FIELD) ? extra[LAYOUT_FIELD] : undefined;
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).filter(isEntry);
}

function isEntry(entry: unknown): entry is LayoutEntry {
  if (!Array.isArray(entry) || entry.length < 2) return false;
  const parts: readonly unknown[] = entry;
  const isText = parts.every((part) => typeof part === 'string' && !/[\r\n]/.test(part));
  return isText && (parts[0] === 'after' || parts[0] === 'as' || (parts[0] === 'move' && parts.length === 3));
}

/**
 * The pieces of a text: units in their order, moved and with their own lines where the layout says so (but those that
 * are `refused`), and lines between. Entries of units that aren't there stand where they would.
 */
export function piecesOf(
  layout: readonly LayoutEntry[],
  order: readonly UnitKey[],
  usual: (unit: UnitKey) => readonly string[],
  refused: ReadonlySet<UnitKey> = new Set(),
): readonly Piece[] {
  const own = new Map<UnitKey, readonly string[]>();
  const after = new Map<UnitKey, string[]>();
  const moves: (readonly [UnitKey, UnitKey])[] = [];
  for (const [what, unit, ...lines] of layout) {
    if (what === 'as') own.set(unit, lines);
    else if (what === 'after') after.set(unit, [...(after.get(unit) ?? []), ...lines]);
    else moves.push([unit, lines[0] ?? START]);
  }
  const isOwn = (unit: UnitKey): boolean => own.has(unit) && !refused.has(unit);
  const known = new Set(order);
  // Sources and actors stand in no usual text: they do where somebody has written them.
  const extras = moves.map(([unit]) => unit).filter((unit) => !known.has(unit) && isOwn(unit));
  const placed = movedUnits([...order, ...extras], moves);
  const pieces: Piece[] = [];
  const take = (unit: UnitKey): void => {
    const lines = after.get(unit);
    if (lines !== undefined) pieces.push({ unit: undefined, lines });
    after.delete(unit);
  };
  take(START);
  for (const unit of placed) {
    const lines = isOwn(unit) ? (own.get(unit) ?? []) : usual(unit);
    if (lines.length > 0) pieces.push({ unit, lines });
    take(unit);
  }
  for (const lines of after.values()) pieces.push({ unit: undefined, lines });
  return pieces;
}

function movedUnits(order: readonly UnitKey[], moves: readonly (readonly [UnitKey, UnitKey])[]): readonly UnitKey[] {
  if (moves.length === 0) return order;
  const known = new Set(order);
  const follows = new Map(moves.filter(([unit]) => known.has(unit)));
  const next = new Map<UnitKey, UnitKey[]>();
  for (const [unit, before] of follows) next.set(before, [...(next.get(before) ?? []), unit]);
  const placed: UnitKey[] = [];
  const seen = new Set<UnitKey>();
  const place = (first: UnitKey): void => {
    const stack = [first];
    while (stack.length > 0) {
      const unit = stack.pop() ?? START;
      if (seen.has(unit)) continue;
      seen.add(unit);
      if (unit !== START) placed.push(unit);
      stack.push(...(next.get(unit) ?? []).toReversed());
    }
  };
  place(START);
  for (const unit of order) if (!follows.has(unit)) place(unit);
  // What was to stand after something that isn't there, or after itself.
  for (const unit of order) place(unit);
  return placed;
}
