import type { TableMapping } from '../table-mapping';
import { acled } from './acled';
import { codeBooks } from './code-books';
import { gdelt } from './gdelt';
import { icewsList, icewsRaw } from './icews';
import { keds } from './keds';
import { letters } from './letters';
import { ownTable } from './own-table';
import type { FoundPreset, GroupingOffer, NamedLook, Preset, PresetLook, RowWatch } from './preset';
import { timelinejsSheet } from './timelinejs-sheet';
import { ucdpConflicts, ucdpEvents } from './ucdp';
import { rollCalls, vetoes } from './united-nations';
import { archigos, disputes, warParticipants, wars } from './wars-and-leaders';

/** The one list; the first that knows a table has it. */
const PRESETS: readonly Preset[] = [
  ownTable,
  gdelt,
  icewsRaw,
  acled,
  ucdpEvents,
  ucdpConflicts,
  disputes,
  wars,
  warParticipants,
  archigos,
  rollCalls,
  vetoes,
  timelinejsSheet,
  letters,
  codeBooks,
  keds,
  icewsList,
];

/** The known layout that a table has, by its headers or, without them, by its cells; undefined for any other table. */
export function presetOf(look: PresetLook, others: readonly NamedLook[] = []): FoundPreset | undefined {
  for (const { id, name, find } of PRESETS) {
    const finding = find(look, others);
    if (finding !== undefined) return { name, notes: () => [], ...finding, id };
  }
  return undefined;
}

/**
 * The table of a drop that the events stand in, where one of them has a known layout that the others belong to; undefined where
 * nothing says which. One that is refused by itself may be what another is joined with, and is refused only where no other
 * table came with it that may be something else.
 */
export function presetOfDrop(
  looks: readonly NamedLook[],
): { readonly at: number; readonly preset: FoundPreset } | undefined {
  const found = looks.map((look, at) => ({ at, preset: presetOf(look, looks.toSpliced(at, 1)) }));
  const usable = found.flatMap(({ at, preset }) => (preset === undefined ? [] : [{ at, preset }]));
  if (usable.every(({ preset }) => preset.missing !== undefined) && usable.length < looks.length) return undefined;
  const joined = usable.find(({ preset }) => preset.mapping.regroup?.join !== undefined);
  return joined ?? usable.find(({ preset }) => preset.missing === undefined) ?? usable[0];
}

/** What else may be made of the rows of a table that was mapped by a preset. */
export function offersOf(mapping: TableMapping, headers: readonly string[]): readonly GroupingOffer[] {
  return presetCalled(mapping.preset)?.offers?.(mapping, headers) ?? [];
}

/** What looks at all rows of such a table; undefined where nobody wants to. */
export function watchOf(mapping: TableMapping, headers: readonly string[]): RowWatch | undefined {
  return presetCalled(mapping.preset)?.watch?.(headers);
}

function presetCalled(id: string | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
