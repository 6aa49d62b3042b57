import { valueAt } from '../../base/value-at';
import type { Actor } from '../../model/dataset';
import { datedPart } from '../../model/dated-part';
import type { EventTable } from '../../model/event-table';
import { actorPostings, actorStandings, countCountries, postingsOf } from '../../model/postings';
import { COUNTRY_ROLES, EVENT_TYPES } from '../../model/vocabulary';
import type { ActorKind, Grouping, LaneOrder } from '../../model/vocabulary';
import { headRows } from './head-rows';
import type { Group, HeadRows, Involved } from './head-rows';

/** Headings for actors that belong to no single country. */
export const GROUP_HEADINGS = ['bodies', 'armed-groups', 'others', 'mentioned'] as const;
export type GroupHeading = (typeof GROUP_HEADINGS)[number];

/** Where opening everything would give more lanes than this, groups are closed until somebody opens them. */
const MOST_LANES_OPEN = 80;

/**
 * One horizontal band of the chart. `group` names what a click folds; a lane inside a group has a `parent`.
 * `rows` are table rows in time order, each once; `acts` is 1 where somebody of the lane acts, and those carry stems.
 */
export interface Lane {
  /** `country:RU`, `group:bodies`, `actor:sergey-lavrov` or `type:talks`. */
  readonly id: string;
  readonly kind: 'country' | 'heading' | 'actor' | 'type';
  /**
   * Country code, heading, actor id or type; `none` is the type lane of events without one, `nobody` the heading of
   * those that name nobody.
   */
  readonly key: string;
  readonly parent: string | undefined;
  /** Only for lanes that fold: whether their actors' lanes follow. */
  readonly open: boolean | undefined;
  /** Whose events stand in this very lane, as indices into `table.actors`. */
  readonly actors: readonly number[];
  readonly rows: Uint32Array;
  readonly acts: Uint8Array;
  /**
   * Table rows counted in the lane's header: those in which somebody of the lane, folded or not, acts; where nobody
   * ever acts, all rows. A country's header counts the events in which it acts by the file's own word, so that the
   * number is the one its filter gives.
   */
  readonly counted: Uint32Array;
  readonly counts: 'acting' | 'all';
}

/**
 * Lanes of a table by country, actor or type, in the dataset's own order of actors or with those who act most first
 * (types: in the order of the format), then the dated events in which nobody is named. `expanded` are the open
 * groups' keys; undefined opens those in which somebody acts, as long as that gives no more than MOST_LANES_OPEN lanes.
 * O(participants).
 */
export function makeLanes(
  table: EventTable,
  grouping: Grouping,
  expanded: readonly string[] | undefined,
  order: LaneOrder = 'file',
): readonly Lane[] {
  const dated = datedPart(table);
  return grouping === 'type'
    ? typeLanes(dated)
    : [...groupedLanes(dated, grouping, expanded, order), ...nobodyLane(dated, grouping)];
}

function groupedLanes(
  table: EventTable,
  grouping: Grouping,
  expanded: readonly string[] | undefined,
  order: LaneOrder,
): Lane[] {
  const standings = actorStandings(table);
  const involved = (actor: number) => postingsOf(actorPostings(table), actor);
  const groups = inOrder(
    grouping === 'country' ? countryGroups(table, standings) : actorGroups(table, standings),
    involved,
    order,
  );
  const isOpen = openGroups(groups, expanded, table);
  const heads = headRows(table, groups, involved);
  return groups.flatMap((group, index) => lanesOfGroup(table, group, index, isOpen(group), standings, involved, heads));
}

/** Dated events that stand in no lane since their file names nobody; no lane where there are none. */
function nobodyLane({ size, participantOffset, countryOffset, countryRole }: EventTable, grouping: Grouping): Lane[] {
  const acting = COUNTRY_ROLES.indexOf('acting');
  const found: number[] = [];
  for (let row = 0; row < size; row++) {
    if (valueAt(participantOffset, row + 1) > valueAt(participantOffset, row)) continue;
    // By country, one that acts has a lane although none of its actors is named.
    let hasLane = false;
    if (grouping === 'country')
      for (let i = valueAt(countryOffset, row); i < valueAt(countryOffset, row + 1) && !hasLane; i++)
        hasLane = countryRole[i] === acting;
    if (!hasLane) found.push(row);
  }
  if (found.length === 0) return [];
  const own = { rows: Uint32Array.from(found), acts: new Uint8Array(found.length).fill(1) };
  return [laneOf('heading', 'nobody', undefined, undefined, [], own, own)];
}

function lanesOfGroup(
  table: EventTable,
  group: Group,
  index: number,
  open: boolean,
  standings: Uint8Array,
  involved: (actor: number) => Involved,
  heads: HeadRows,
): Lane[] {
  const { actors } = table.dataset;
  const isFlat = group.id === '';
  const members = group.actors.filter((at) => standings[at] !== 0 && !standsOnHead(actors[at], group));
  // Lists by actor are only made for those who get a lane.
  const lanesOfMembers = () =>
    members.map((at) =>
      laneOf('actor', actors[at]?.id ?? '', isFlat ? undefined : group.id, undefined, [at], involved(at), involved(at)),
    );
  if (isFlat) return lanesOfMembers();
  const all = heads.all(index);
  if (all.rows.length === 0) return [];
  const shown = open && members.length > 0;
  const inHead = shown ? group.actors.filter((at) => standsOnHead(actors[at], group)) : group.actors;
  const head = laneOf(
    group.kind,
    group.id,
    undefined,
    members.length > 0 ? shown : undefined,
    inHead,
    shown ? heads.own(index, inHead) : all,
    all,
  );
  return shown ? [head, ...lanesOfMembers()] : [head];
}

/** Acts of a government stand on its country's own lane. */
function standsOnHead(actor: Actor | undefined, group: Group): boolean {
  return actor?.kind === 'government' && group.kind === 'country';
}

function laneOf(
  kind: Lane['kind'],
  key: string,
  parent: string | undefined,
  open: boolean | undefined,
  actors: readonly number[],
  { rows, acts }: Involved,
  counted: Involved,
): Lane {
  const acting = kind === 'type' || kind === 'country' ? counted.rows.subarray(0, 0) : actingRows(counted);
  const countsActing = acting.length > 0 || kind === 'country';
  return {
    id: `${kind === 'heading' ? 'group' : kind}:${key}`,
    kind,
    key,
    parent,
    open,
    actors,
    rows,
    acts,
    counts: countsActing ? 'acting' : 'all',
    counted: countsActing ? acting : counted.rows,
  };
}

/** The very same rows where all act. */
function actingRows({ rows, acts }: Involved): Uint32Array {
  if (!acts.includes(0)) return rows;
  const acting = new Uint32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) if (acts[i] === 1) acting[length++] = valueAt(rows, i);
  return acting.slice(0, length);
}

function actorGroups({ dataset }: EventTable, standings: Uint8Array): Group[] {
  const acting = dataset.actors.map((_, index) => standings[index] === 2);
  const indices = dataset.actors.map((_, index) => index);
  return [
    { id: '', kind: 'heading', actors: indices.filter((index) => acting[index]) },
    { id: 'mentioned', kind: 'heading', actors: indices.filter((index) => !acting[index]) },
  ];
}

function countryGroups(table: EventTable, standings: Uint8Array): Group[] {
  const countries = new Map<string, number[]>();
  const headings = new Map<GroupHeading, number[]>(GROUP_HEADINGS.map((id) => [id, []]));
  table.dataset.actors.forEach((actor, index) => {
    const code = actor.countries.length === 1 ? actor.countries[0] : undefined;
    const acting = standings[index] === 2;
    if (code !== undefined && (acting || actor.kind === 'government')) {
      const known = countries.get(code);
      if (known === undefined) countries.set(code, [index]);
      else known.push(index);
    } else {
      headings.get(acting ? headingOf(actor.kind) : 'mentioned')?.push(index);
    }
  });
  for (const code of actingCountries(table)) if (!countries.has(code)) countries.set(code, []);
  return [
    ...[...countries].map(([id, actors]): Group => ({ id, kind: 'country', actors })),
    ...[...headings].map(([id, actors]): Group => ({ id, kind: 'heading', actors })),
  ];
}

/** Countries that act somewhere, by when they first do. */
function actingCountries({ countries, countryIndex, countryRole }: EventTable): string[] {
  const acting = COUNTRY_ROLES.indexOf('acting');
  const found = new Uint8Array(countries.length);
  const codes: string[] = [];
  for (let i = 0; i < countryIndex.length && codes.length < countries.length; i++) {
    const country = valueAt(countryIndex, i);
    if (found[country] === 1 || countryRole[i] !== acting) continue;
    found[country] = 1;
    codes.push(countries[country] ?? '');
  }
  return codes;
}

function headingOf(kind: ActorKind): GroupHeading {
  switch (kind) {
    case 'armed-group':
    case 'armed-forces':
      return 'armed-groups';
    case 'international-organisation':
    case 'diplomatic-grouping':
    case 'military-coalition':
      return 'bodies';
    default:
      return 'others';
  }
}

/** Over the whole dataset, not the filter, so that no choice moves a lane; headings stay under the countries. */
function inOrder(groups: readonly Group[], involved: (actor: number) => Involved, order: LaneOrder): readonly Group[] {
  if (order === 'file') return groups;
  const sizeOf = (actor: number) => involved(actor).rows.length;
  const sorted = groups.map((group): Group => ({
    ...group,
    actors: group.actors.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  }));
  const total = new Map(sorted.map((group) => [group, group.actors.reduce((sum, actor) => sum + sizeOf(actor), 0)]));
  const countries = sorted
    .filter(({ kind }) => kind === 'country')
    .toSorted((a, b) => (total.get(b) ?? 0) - (total.get(a) ?? 0));
  return [...countries, ...sorted.filter(({ kind }) => kind === 'heading')];
}

function openGroups(
  groups: readonly Group[],
  expanded: readonly string[] | undefined,
  { dataset }: EventTable,
): (group: Group) => boolean {
  if (expanded !== undefined) {
    const keys = new Set(expanded);
    return ({ id }) => keys.has(id);
  }
  const lanes = groups.reduce(
    (sum, group) =>
      sum +
      1 +
      (group.id === 'mentioned' ? 0 : group.actors.filter((at) => !standsOnHead(dataset.actors[at], group)).length),
    0,
  );
  return lanes > MOST_LANES_OPEN ? () => false : ({ id }) => id !== 'mentioned';
}

function typeLanes({ type, size }: EventTable): Lane[] {
  const counts = new Uint32Array(256);
  for (let row = 0; row < size; row++) counts[valueAt(type, row)] = valueAt(counts, valueAt(type, row)) + 1;
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let row = 0; row < size; row++) {
    const own = valueAt(type, row);
    const list = lists[own];
    if (list !== undefined) list[valueAt(counts, own)] = row;
    counts[own] = valueAt(counts, own) + 1;
  }
  return lists.flatMap((rows, index) => {
    const own = { rows, acts: new Uint8Array(rows.length).fill(1) };
    return rows.length === 0 ? [] : [laneOf('type', EVENT_TYPES[index] ?? 'none', undefined, undefined, [], own, own)];
  });
}

/** Distinct events in the lane's header count that pass the mask (1 passes). */
export function countInLane(table: EventTable, lane: Lane, mask: Uint8Array): number {
  if (lane.kind === 'country') {
    // Actors alone make a lane for a country that no event names.
    return countCountries(datedPart(table), mask)[table.countries.indexOf(lane.key)] ?? 0;
  }
  let count = 0;
  for (const row of lane.counted) count += valueAt(mask, row);
  return count;
}

/** Whether the filter leaves nothing of the lane: nothing to draw on it and nothing to count in it. */
export function isEmptyLane(table: EventTable, lane: Lane, mask: Uint8Array): boolean {
  return countInLane(table, lane, mask) === 0 && !lane.rows.some((row) => mask[row] === 1);
}
