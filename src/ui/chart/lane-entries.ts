import { valueAt } from '../../base/value-at';
import type { Translate } from '../../base/translate';
import { countInLane } from '../../layout/lanes/lanes';
import type { Lane } from '../../layout/lanes/lanes';
import type { EventTable } from '../../model/event-table';
import { actorPostings, actorStandings, postingsOf } from '../../model/postings';
import { foldedWords, foldText } from '../../state/search/fold-text';
import { laneName } from '../../layout/lanes/lane-name';
import { datedPart } from '../../model/dated-part';

/** A lane that a reader can ask for by name, whether its group is open or not. */
export interface LaneEntry {
  /** The lane's id, whether or not it is in the chart now. */
  readonly id: string;
  readonly name: string;
  /** Key of the group that has to open first. */
  readonly closedIn: string | undefined;
  /** The group it stands in, in words. */
  readonly within: string | undefined;
  /** All it is called, folded; the name first. */
  readonly called: readonly string[];
  /** What its header counts, or would count, under a mask. */
  readonly count: (mask: Uint8Array) => { readonly n: number; readonly counts: Lane['counts'] };
}

/**
 * Every lane there is or could be opened, from the top: the lanes of the chart, and after each closed group its actors.
 * An actor without a lane (a government) is its country's. O(lanes and participants); events are counted when asked
 * for.
 */
export function laneEntries(table: EventTable, lanes: readonly { readonly lane: Lane }[], t: Translate): LaneEntry[] {
  const standings = actorStandings(datedPart(table));
  // Only lanes that fold: an actor's id may be a country's code.
  const groups = new Map(lanes.flatMap(({ lane }) => (lane.open === undefined ? [] : [[lane.key, lane] as const])));
  const groupName = (key: string | undefined) => {
    const group = key === undefined ? undefined : groups.get(key);
    return group === undefined ? undefined : laneName(group, table.dataset, t);
  };
  return lanes.flatMap(({ lane }): LaneEntry[] => {
    const name = laneName(lane, table.dataset, t);
    const folded =
      lane.open === false
        ? lane.actors.filter((actor) => standings[actor] !== 0 && !sharesLane(table, lane, actor))
        : [];
    const own = lane.open === false ? lane.actors.filter((actor) => sharesLane(table, lane, actor)) : lane.actors;
    const entry: LaneEntry = {
      id: lane.id,
      name,
      closedIn: undefined,
      within: groupName(lane.parent),
      called: [name, ...own.flatMap((actor) => namesOf(table, actor))].map(foldText),
      count: (mask) => ({ n: countInLane(table, lane, mask), counts: lane.counts }),
    };
    return [entry, ...folded.map((actor) => foldedEntry(table, actor, lane.key, name))];
  });
}

/** As layout has it: acts of a government stand in its country's lane. */
function sharesLane({ dataset }: EventTable, group: Lane, actor: number): boolean {
  return group.kind === 'country' && dataset.actors[actor]?.kind === 'government';
}

function foldedEntry(table: EventTable, actor: number, group: string, within: string): LaneEntry {
  const { id = '', label = '' } = table.dataset.actors[actor] ?? {};
  return {
    id: `actor:${id}`,
    name: label,
    closedIn: group,
    within,
    called: namesOf(table, actor).map(foldText),
    count: (mask) => {
      const { rows, acts } = postingsOf(actorPostings(datedPart(table)), actor);
      const acting = acts.includes(1);
      let n = 0;
      for (let i = 0; i < rows.length; i++) if (!acting || acts[i] === 1) n += valueAt(mask, valueAt(rows, i));
      return { n, counts: acting ? 'acting' : 'all' };
    },
  };
}

function namesOf({ dataset }: EventTable, index: number): readonly string[] {
  const actor = dataset.actors[index];
  return actor === undefined ? [] : [actor.label, ...actor.altNames];
}

/**
 * Those that are called by all the words asked for: the very name first, then names that begin with them, each kind
 * from the top. None for an empty query.
 */
export function findLanes(entries: readonly LaneEntry[], query: string): LaneEntry[] {
  const words = foldedWords(query);
  if (words.length === 0) return [];
  const asked = words.join(' ');
  const rankOf = ({ called }: LaneEntry): number =>
    called.includes(asked)
      ? 0
      : called.some((name) => name.startsWith(asked))
        ? 1
        : called.some((name) => words.every((word) => beginsAWord(name, word)))
          ? 2
          : 3;
  return entries
    .filter(({ called }) => called.some((name) => words.every((word) => name.includes(word))))
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function beginsAWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (at === 0 || /[\s'"(.-]/u.test(name.charAt(at - 1))) return true;
  return false;
}
