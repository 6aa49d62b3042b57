import type { ListItems } from './list-items';
import type { VirtualList } from './virtual/use-virtual-list';

/** An item of the list, or room for those that aren't in the document. */
export type ListPart = VirtualList['parts'][number];

interface Room {
  readonly kind: 'room';
  readonly key: string;
  readonly px: number;
}

/** What stands in one list of cards: cards, and room for those that aren't in the document. */
export type CardChild = Room | { readonly kind: 'card'; readonly index: number; readonly position: number };

/** What stands under the head of a month. */
export type CardRun =
  | Room
  | { readonly kind: 'gap'; readonly key: string; readonly index: number; readonly gapDays: number }
  | { readonly kind: 'cards'; readonly key: string; readonly children: readonly CardChild[] };

/** A month, or all there is in a list without months; or room between them. */
export type CardGroup =
  | Room
  | {
      readonly kind: 'section';
      readonly key: string;
      readonly section: number | undefined;
      /** Whether its head stands where the list has it, and isn't repeated over a part from the middle. */
      readonly ownsHead: boolean;
      readonly runs: readonly CardRun[];
    };

interface GrowingSection {
  kind: 'section';
  key: string;
  section: number | undefined;
  ownsHead: boolean;
  runs: (Room | Exclude<CardRun, { kind: 'cards' }> | { kind: 'cards'; key: string; children: CardChild[] })[];
}

/**
 * Puts the parts of a list into their months and runs. A month from whose middle a part is shown has its head over it,
 * which takes its height (`headPx`) from the room above. Keys hold whatever part of the list is shown, so that what has
 * the focus stays the same element.
 */
export function groupParts(
  items: ListItems,
  parts: readonly ListPart[],
  headPx: (index: number) => number,
): readonly CardGroup[] {
  const groups: (Room | GrowingSection)[] = [];
  let room: Room | undefined;
  let open: GrowingSection | undefined;
  for (const part of parts) {
    if (part.kind === 'room') {
      room = part;
      continue;
    }
    const section = items.sectionAt(part.index);
    const item = items.itemAt(part.index);
    if (open === undefined || open.section !== section) {
      const ownsHead = item.kind === 'head';
      if (room !== undefined)
        groups.push(
          ownsHead || section === undefined ? room : lower(room, headPx(items.sections[section]?.headIndex ?? 0)),
        );
      open = { kind: 'section', key: `section ${section ?? ''}`, section, ownsHead, runs: [] };
      groups.push(open);
      room = undefined;
    }
    if (item.kind === 'head') continue;
    put(open, part.index, item, items.runAt(part.index), room);
    room = undefined;
  }
  if (room !== undefined) groups.push(room);
  return groups;
}

/**
 * The runs under a head in the order they stand in, parted where what `isAhead` of begins or ends; room stays with what
 * is above it. Keys stay as they are on either side.
 */
export function partRuns(
  runs: readonly CardRun[],
  isAhead: (index: number) => boolean,
): readonly { readonly isAhead: boolean; readonly runs: readonly CardRun[] }[] {
  const parts: { isAhead: boolean; runs: CardRun[] }[] = [];
  const partFor = (ahead: boolean | undefined) => {
    const last = parts.at(-1);
    if (last !== undefined && (ahead === undefined || last.isAhead === ahead)) return last;
    const part = { isAhead: ahead ?? false, runs: [] };
    parts.push(part);
    return part;
  };
  for (const run of runs) {
    if (run.kind !== 'cards') {
      partFor(run.kind === 'gap' ? isAhead(run.index) : undefined).runs.push(run);
      continue;
    }
    let here: CardChild[] | undefined;
    let last: ReturnType<typeof partFor> | undefined;
    for (const child of run.children) {
      const part = partFor(child.kind === 'card' ? isAhead(child.index) : undefined);
      if (here === undefined || part !== last) {
        here = [];
        part.runs.push({ ...run, children: here });
      }
      last = part;
      here.push(child);
    }
  }
  return parts;
}

function put(
  open: GrowingSection,
  index: number,
  item: Exclude<ReturnType<ListItems['itemAt']>, { kind: 'head' }>,
  run: number,
  room: Room | undefined,
): void {
  if (item.kind === 'gap') {
    if (room !== undefined) open.runs.push(room);
    open.runs.push({ kind: 'gap', key: `gap ${index}`, index, gapDays: item.gapDays });
    return;
  }
  const key = `run ${run}`;
  const last = open.runs.at(-1);
  const cards = last?.kind === 'cards' && last.key === key ? last : { kind: 'cards' as const, key, children: [] };
  if (cards !== last) {
    if (room !== undefined) open.runs.push(room);
    open.runs.push(cards);
  } else if (room !== undefined) cards.children.push(room);
  cards.children.push({ kind: 'card', index, position: item.position });
}

function lower(room: Room, px: number): Room {
  return { ...room, px: Math.max(0, room.px - px) };
}
