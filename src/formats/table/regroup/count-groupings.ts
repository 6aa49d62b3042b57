import type { TableQuestion, TableSuggestion } from '../findings';
import type { GroupingOffer } from '../presets/preset';
import type { TableMapping } from '../table-mapping';
import { mirroringOf } from './merge-mirrored';
import { packCells, placesOf } from './record-step';

/** Counts, row by row, what other ways of making events of a table would give. */
export interface GroupingCounts {
  readonly see: (cells: readonly string[]) => void;
  readonly asked: () => readonly TableQuestion[];
  readonly suggested: () => readonly TableSuggestion[];
}

interface Counting {
  readonly see: (cells: readonly string[]) => void;
  readonly asked?: (rows: number) => TableQuestion | undefined;
  readonly suggested?: (rows: number) => TableSuggestion | undefined;
}

/** Nothing is offered that would leave the events as they are. O(rows) of memory: a text for each different one. */
export function countGroupings(
  offers: readonly GroupingOffer[],
  headers: readonly string[],
  mapping: TableMapping,
): GroupingCounts {
  const countings = offers.map((offer) => countingOf(offer, headers, mapping));
  let rows = 0;
  return {
    see: (cells) => {
      rows += 1;
      for (const { see } of countings) see(cells);
    },
    asked: () => countings.flatMap(({ asked }) => asked?.(rows) ?? []),
    suggested: () => countings.flatMap(({ suggested }) => suggested?.(rows) ?? []),
  };
}

function countingOf(offer: GroupingOffer, headers: readonly string[], mapping: TableMapping): Counting {
  switch (offer.kind) {
    case 'group':
      return groupCounting(offer, headers);
    case 'spread':
      return spreadCounting(offer.columns, headers);
    case 'only':
      return onlyCounting(offer, headers);
    case 'mirrored':
      return mirroredCounting(headers, mapping);
  }
}

function groupCounting(
  { by, isQuestion }: GroupingOffer & { readonly kind: 'group' },
  headers: readonly string[],
): Counting {
  const places = placesOf(headers, by);
  const keys = new Set<string>();
  let alone = 0;
  const foundIn = (rows: number) =>
    keys.size + alone < rows && keys.size > 0
      ? ({ about: 'grouping', by, rows, events: keys.size + alone } as const)
      : undefined;
  return {
    see: (cells) => {
      const own = places.map((place) => cells[place]?.trim() ?? '');
      if (own.every((cell) => cell === '')) alone += 1;
      else keys.add(packCells(own));
    },
    ...(isQuestion ? { asked: foundIn } : { suggested: foundIn }),
  };
}

function spreadCounting(columns: readonly string[], headers: readonly string[]): Counting {
  const places = placesOf(headers, columns);
  let events = 0;
  return {
    see: (cells) => {
      const filled = places.filter((place) => (cells[place]?.trim() ?? '') !== '').length;
      events += Math.max(filled, 1);
    },
    asked: (rows) => (events > rows ? { about: 'spreading', columns, rows, events } : undefined),
  };
}

function onlyCounting(
  { column, values }: { readonly column: string; readonly values: readonly string[] },
  headers: readonly string[],
): Counting {
  const place = headers.indexOf(column);
  let events = 0;
  return {
    see: (cells) => {
      if (values.includes(cells[place]?.trim() ?? '')) events += 1;
    },
    suggested: (rows) => (events > 0 && events < rows ? { about: 'only', column, values, events } : undefined),
  };
}

function mirroredCounting(headers: readonly string[], mapping: TableMapping): Counting {
  const { keyOf } = mirroringOf(headers, mapping);
  const keys = new Set<string>();
  return {
    see: (cells) => {
      keys.add(keyOf(cells).key);
    },
    suggested: (rows) => (keys.size < rows ? { about: 'mirrored', rows, events: keys.size } : undefined),
  };
}
