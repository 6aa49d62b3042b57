import type { Dataset } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { NO_TYPE } from '../model/event-table';
import { ACTING_ROLES, COUNTRY_ROLES, EVENT_TYPES, ROLES } from '../model/vocabulary';
import type { ActorKind, Grouping } from '../model/vocabulary';

/** Headings for actors that belong to no single country. */
export const GROUP_HEADINGS = ['bodies', 'armed-groups', 'others', 'mentioned'] as const;
export type GroupHeading = (typeof GROUP_HEADINGS)[number];

/**
 * One horizontal row of the chart. `group` names what a click folds; a lane inside a group has a `parent`.
 * `rows` are table rows in time order, each once; `acts` is 1 where somebody of the lane acts, and those carry stems.
 */
export interface Lane {
  /** `country:RU`, `group:bodies`, `actor:sergey-lavrov` or `type:talks`. */
  readonly id: string;
  readonly kind: 'country' | 'heading' | 'actor' | 'type';
  /** Country code, heading, actor id or type; `none` is the type lane of events without one. */
  readonly key: string;
  readonly parent: string | undefined;
  /** Only for lanes that fold: whether their actors' lanes follow. */
  readonly open: boolean | undefined;
  readonly rows: Uint32Array;
  readonly acts: Uint8Array;
  /**
   * Table rows counted in the lane's header: those in which somebody of the lane, folded or not, acts; of a country those in
   * which it acts by the file's own word, so that the number is the one its filter gives. Where nobody ever acts, all rows.
   */
  readonly counted: Uint32Array;
  readonly counts: 'acting' | 'all';
}

interface Group {
  readonly id: string;
  readonly kind: 'country' | 'heading';
  readonly actors: number[];
}

/** Row -> 1 if acting there, 0 if only involved. */
type Touch = Map<number, 0 | 1>;

/**
 * Lanes of a dataset by country, actor or type, in the dataset's own order of actors (types: in the order of the format).
 * `expanded` are the open groups' keys; undefined opens those in which somebody acts. Cost follows the participants, once per grouping.
 */
export function makeLanes(dataset: Dataset, table: EventTable, grouping: Grouping, expanded: readonly string[] | undefined): Lane[] {
  if (grouping === 'type') return typeLanes(table);
  const touches = actorTouches(table);
  const acting = touches.map((touch) => [...touch.values()].includes(1));
  const groups = grouping === 'country'
    ? countryGroups(dataset, table, acting)
    : [{ id: '', kind: 'heading' as const, actors: dataset.actors.flatMap((_, index) => (acting[index] ? [index] : [])) }, mentionedGroup(dataset, acting)];
  const uncovered = grouping === 'country' ? uncoveredCountryRows(table, groups) : new Map<string, Touch>();
  const countryRows = grouping === 'country' ? actingCountryRows(table) : new Map<string, Touch>();
  const openKeys = expanded === undefined ? undefined : new Set(expanded);
  return groups.flatMap((group) => lanesOfGroup(group, dataset, touches, uncovered.get(group.id) ?? new Map(), countryRows,
    openKeys === undefined ? group.id !== 'mentioned' : openKeys.has(group.id)));
}

function lanesOfGroup(group: Group, dataset: Dataset, touches: readonly Touch[], uncovered: Touch, countryRows: ReadonlyMap<string, Touch>, open: boolean): Lane[] {
  const own: Touch = new Map(uncovered);
  const all: Touch = new Map(own);
  const members: Lane[] = [];
  const isFlat = group.id === '';
  for (const index of group.actors) {
    const actor = dataset.actors[index];
    const touch = touches[index];
    if (actor === undefined || touch === undefined || touch.size === 0) continue;
    addTouches(all, touch);
    if (actor.kind === 'government' && group.kind === 'country') addTouches(own, touch);
    else members.push(laneOf('actor', actor.id, isFlat ? undefined : group.id, undefined, touch, touch));
  }
  if (isFlat) return members;
  if (all.size === 0) return [];
  const folds = members.length > 0;
  const isOpen = folds && open;
  const header = laneOf(group.kind, group.id, undefined, folds ? isOpen : undefined, isOpen ? own : all, group.kind === 'country' ? countryRows.get(group.id) ?? new Map() : all);
  return isOpen ? [header, ...members] : [header];
}

function laneOf(kind: Lane['kind'], key: string, parent: string | undefined, open: boolean | undefined, touch: Touch, counted: Touch): Lane {
  const prefix = kind === 'heading' ? 'group' : kind;
  const rows = Uint32Array.from(touch.keys()).toSorted();
  const acting = kind === 'type' ? [] : [...counted].filter(([, acts]) => acts === 1).map(([row]) => row);
  return {
    id: `${prefix}:${key}`, kind, key, parent, open, rows,
    acts: Uint8Array.from(rows, (row) => touch.get(row) ?? 0),
    counts: acting.length > 0 || kind === 'country' ? 'acting' : 'all',
    counted: Uint32Array.from(acting.length > 0 || kind === 'country' ? acting : counted.keys()).toSorted(),
  };
}

function addTouches(into: Touch, from: Touch): void {
  for (const [row, acts] of from) if (acts === 1 || !into.has(row)) into.set(row, acts);
}

/** For each actor the rows it takes part in. */
function actorTouches(table: EventTable): Touch[] {
  const touches: Touch[] = table.actors.map(() => new Map());
  for (let row = 0; row < table.size; row++) {
    const end = table.participantOffset[row + 1] ?? 0;
    for (let i = table.participantOffset[row] ?? 0; i < end; i++) {
      const touch = touches[table.participantActor[i] ?? 0];
      const role = ROLES[table.participantRole[i] ?? 0];
      if (touch === undefined || role === undefined) continue;
      if (ACTING_ROLES.has(role)) touch.set(row, 1);
      else if (!touch.has(row)) touch.set(row, 0);
    }
  }
  return touches;
}

function countryGroups(dataset: Dataset, table: EventTable, acting: readonly (boolean | undefined)[]): Group[] {
  const countries = new Map<string, Group>();
  const headings = new Map<GroupHeading, Group>(GROUP_HEADINGS.map((id) => [id, { id, kind: 'heading', actors: [] }]));
  dataset.actors.forEach((actor, index) => {
    const code = actor.countries.length === 1 ? actor.countries[0] : undefined;
    const isHome = code !== undefined && (acting[index] === true || actor.kind === 'government');
    if (isHome) {
      const group = countries.get(code) ?? { id: code, kind: 'country', actors: [] };
      group.actors.push(index);
      countries.set(code, group);
    } else {
      headings.get(acting[index] === true ? headingOf(actor.kind) : 'mentioned')?.actors.push(index);
    }
  });
  for (let i = 0; i < table.countryIndex.length; i++) {
    const code = table.countries[table.countryIndex[i] ?? 0];
    if (table.countryRole[i] === 0 && code !== undefined && !countries.has(code)) countries.set(code, { id: code, kind: 'country', actors: [] });
  }
  return [...countries.values(), ...headings.values()];
}

function mentionedGroup(dataset: Dataset, acting: readonly (boolean | undefined)[]): Group {
  return { id: 'mentioned', kind: 'heading', actors: dataset.actors.flatMap((_, index) => (acting[index] === true ? [] : [index])) };
}

function headingOf(kind: ActorKind): GroupHeading {
  switch (kind) {
    case 'armed-group':
    case 'armed-forces': return 'armed-groups';
    case 'international-organisation':
    case 'diplomatic-grouping':
    case 'military-coalition': return 'bodies';
    default: return 'others';
  }
}

/**
 * Rows in which a country acts although none of its own actors takes part. They stand on the country's own row: as acting
 * where no actor is named at all, as involved where somebody else (a coalition) acts for it.
 */
function uncoveredCountryRows(table: EventTable, groups: readonly Group[]): Map<string, Touch> {
  const members = new Map(groups.filter((group) => group.kind === 'country').map((group) => [group.id, new Set(group.actors)]));
  const acting = COUNTRY_ROLES.indexOf('acting');
  const found = new Map<string, Touch>();
  for (let row = 0; row < table.size; row++) {
    const participants = table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]);
    for (let i = table.countryOffset[row] ?? 0; i < (table.countryOffset[row + 1] ?? 0); i++) {
      const code = table.countries[table.countryIndex[i] ?? 0] ?? '';
      const own = members.get(code);
      if (table.countryRole[i] !== acting || own === undefined || participants.some((actor) => own.has(actor))) continue;
      const touch: Touch = found.get(code) ?? new Map();
      found.set(code, touch.set(row, participants.length === 0 ? 1 : 0));
    }
  }
  return found;
}

/** Rows by acting country. */
function actingCountryRows(table: EventTable): Map<string, Touch> {
  const acting = COUNTRY_ROLES.indexOf('acting');
  const found = new Map<string, Touch>(table.countries.map((code) => [code, new Map()]));
  for (let row = 0; row < table.size; row++) {
    for (let i = table.countryOffset[row] ?? 0; i < (table.countryOffset[row + 1] ?? 0); i++) {
      if (table.countryRole[i] === acting) found.get(table.countries[table.countryIndex[i] ?? 0] ?? '')?.set(row, 1);
    }
  }
  return found;
}

function typeLanes(table: EventTable): Lane[] {
  const touches = new Map<number, Touch>();
  for (let row = 0; row < table.size; row++) {
    const type = table.type[row] ?? NO_TYPE;
    const touch: Touch = touches.get(type) ?? new Map();
    touch.set(row, 1);
    touches.set(type, touch);
  }
  return [...touches].toSorted(([a], [b]) => a - b)
    .map(([type, touch]) => laneOf('type', EVENT_TYPES[type] ?? 'none', undefined, undefined, touch, touch));
}

/** Distinct events in the lane's header count that pass the mask (1 passes). */
export function countInLane(lane: Lane, mask: Uint8Array): number {
  let count = 0;
  for (const row of lane.counted) count += mask[row] ?? 0;
  return count;
}

/** Whether the filter leaves nothing of the lane: nothing to draw on it and nothing to count in it. */
export function isEmptyLane(lane: Lane, mask: Uint8Array): boolean {
  return countInLane(lane, mask) === 0 && !lane.rows.some((row) => mask[row] === 1);
}
