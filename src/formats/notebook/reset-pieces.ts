import type { WholeDataset } from '../../model/dataset';
import { usualOrder } from './layout';
import type { Piece, UnitKey } from './layout';
import { usualLines } from './text-units';

/**
 * The pieces of a text whose dataset has changed elsewhere: records that read the same keep their lines as they are
 * written, changed ones are written anew, new ones stand where the dataset has them, and lines between stay after what
 * they followed.
 */
export function resetPieces(pieces: readonly Piece[], before: WholeDataset, now: WholeDataset): readonly Piece[] {
  const usualBefore = usualLines(before);
  const usualNow = usualLines(now);
  const order = usualOrder(now).filter((unit) => usualNow(unit).length > 0);
  const wanted = new Set(order);
  const groups: { readonly unit: UnitKey | undefined; readonly pieces: Piece[] }[] = [{ unit: undefined, pieces: [] }];
  const here = new Set<UnitKey>();
  for (const piece of pieces) {
    const { unit } = piece;
    if (unit === undefined) {
      groups.at(-1)?.pieces.push(piece);
      continue;
    }
    const isText = unit !== 'head' && !unit.startsWith('source:') && !unit.startsWith('actor:');
    if (isText && !wanted.has(unit)) {
      groups.push({ unit: undefined, pieces: [] });
      continue;
    }
    here.add(unit);
    const [old, written] = [usualBefore(unit), usualNow(unit)];
    const isSame = old.length === written.length && old.every((line, at) => line === written[at]);
    groups.push({ unit, pieces: [isSame ? piece : { unit, lines: written }] });
  }
  const isHeadNew = !here.has('head') && usualBefore('head').join('\n') !== usualNow('head').join('\n');
  const sorted = eventsInOrder(groups, order);
  for (const [at, unit] of order.entries()) {
    if (here.has(unit) || (unit === 'head' && !isHeadNew)) continue;
    const previous = order.slice(0, at).findLast((each) => sorted.some((group) => group.unit === each));
    const place = sorted.findIndex((group) => group.unit === previous && previous !== undefined);
    const group = { unit, pieces: [{ unit, lines: usualNow(unit) }] };
    // Before the lines that follow what it is put after.
    const after = sorted[place];
    if (after === undefined) {
      sorted.unshift(group);
      continue;
    }
    const [own, ...loose] = after.pieces;
    sorted.splice(
      place,
      1,
      { ...after, pieces: own === undefined ? [] : [own] },
      { ...group, pieces: [...group.pieces, ...loose] },
    );
  }
  return joined(sorted.flatMap((group) => group.pieces));
}

interface Group {
  readonly unit: UnitKey | undefined;
  readonly pieces: readonly Piece[];
}

/** Events stand in the dataset's order, in the places where events stood. */
function eventsInOrder(groups: readonly Group[], order: readonly UnitKey[]): Group[] {
  const places = new Map(order.map((unit, at) => [unit, at]));
  const isEvent = ({ unit }: Group): boolean => unit?.startsWith('event:') === true;
  const events = groups.filter(isEvent);
  const placeOf = ({ unit }: Group): number => (unit === undefined ? 0 : (places.get(unit) ?? 0));
  const inOrder = events.every((group, at) => at === 0 || placeOf(events[at - 1] ?? group) < placeOf(group));
  if (inOrder) return [...groups];
  const sorted = events.toSorted((a, b) => placeOf(a) - placeOf(b));
  let next = 0;
  return groups.map((group) => {
    if (!isEvent(group)) return group;
    next += 1;
    return sorted[next - 1] ?? group;
  });
}

/** Lines between as one piece each time. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (piece.unit === undefined && last !== undefined && last.unit === undefined)
      made[made.length - 1] = { unit: undefined, lines: [...last.lines, ...piece.lines] };
    else made.push(piece);
  }
  return made;
}
