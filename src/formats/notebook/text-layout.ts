import type { WholeDataset } from '../../model/dataset';
import { LAYOUT_FIELD, layoutOf, usualOrder } from './layout';
import { keyOf } from './line-key';
import type { LineOwner } from './notebook-types';
import type { TextBlock } from './reading/text-blocks';
import type { TextState } from './text-state';
import { piecesOfText, usualLines } from './text-units';

/** The dataset with what it has to remember of its text. */
export function withLayout(
  dataset: WholeDataset,
  before: WholeDataset,
  state: TextState,
  ownerOf: ReadonlyMap<TextBlock, LineOwner>,
): WholeDataset {
  const pieces = piecesOfText(state.lines, state.blocks, (block) => {
    if (block.kind === 'head') return 'head';
    const owner = ownerOf.get(block);
    return owner === undefined ? undefined : keyOf(owner);
  });
  // Of a file with what goes on, and no day to look from, the reader takes one, which the text hasn't got.
  const isTakenLater = dataset.asOf === undefined && dataset.events.some(({ date }) => date?.open === 'ongoing');
  const always = new Set(isTakenLater ? ['head'] : []);
  const layout = layoutOf(pieces, usualOrder(dataset), usualLines(dataset), always);
  const others = Object.entries(dataset.extra ?? {}).filter(([key]) => layout.length > 0 || key !== LAYOUT_FIELD);
  const isThere = others.some(([key]) => key === LAYOUT_FIELD);
  const extra: readonly (readonly [string, unknown])[] = [
    ...others.map(([key, value]) => [key, key === LAYOUT_FIELD ? layout : value] as const),
    ...(isThere || layout.length === 0 ? [] : [[LAYOUT_FIELD, layout] as const]),
  ];
  const { extra: __, ...plain } = dataset;
  const made: WholeDataset = extra.length === 0 ? plain : { ...dataset, extra: Object.fromEntries(extra) };
  return isSameDataset(made, before) ? before : made;
}

function isSameDataset(one: WholeDataset, other: WholeDataset): boolean {
  const lists = ['events', 'chapters', 'notes', 'periods', 'actors', 'sources'] as const;
  if (lists.some((list) => one[list] !== other[list])) return false;
  return headText(one) === headText(other);
}

function headText(dataset: WholeDataset): string {
  const lists = { events: undefined, chapters: undefined, notes: undefined, periods: undefined, actors: undefined };
  return JSON.stringify({ ...dataset, ...lists, sources: undefined });
}
