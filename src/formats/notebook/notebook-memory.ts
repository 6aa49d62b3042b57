import type { Actor, Chapter, DiplomaticEvent, Note, Period, Source, WholeDataset } from '../../model/dataset';
import type { LineReader } from './reading/line-reader';
import type { makeDateDecider } from './reading/date-decision';
import type { EventSaid, RecordSaid } from './reading/said';

/** Records that lines under a keyword make. */
export type OutlineRecord = Chapter | Note | Period;

/** An event as a dataset had it, and what its lines said then: what they say now is told apart from that. */
export interface EventBase {
  readonly event: DiplomaticEvent;
  readonly said: EventSaid;
}

export interface RecordBase {
  readonly record: OutlineRecord;
  readonly said: RecordSaid;
}

/** A record as its lines last made it. */
export interface RecordNow {
  /** The lines, with all that decides how they are read. */
  readonly text: string;
  /** What they said. */
  readonly key: string;
  /** Before links between records were looked at. */
  readonly record: DiplomaticEvent | OutlineRecord;
}

/** What a dataset says of itself. */
export type HeadSaid = Readonly<Record<string, unknown>>;

/** What is remembered from one text to the next. Never changed: each notebook has its own. */
export interface NotebookMemory {
  readonly reader: LineReader;
  readonly decider: ReturnType<typeof makeDateDecider>;
  /** The dataset as it was before lines changed it, and what its head said. */
  readonly base: WholeDataset;
  readonly headSaid: HeadSaid;
  /** What it says now. */
  readonly textSaid: HeadSaid;
  /** By id; those whose lines were cut out stay. */
  readonly events: ReadonlyMap<string, EventBase>;
  /** By `chapter:c1`. */
  readonly records: ReadonlyMap<string, RecordBase>;
  /** What the lines of each record said last, and what came of it before links between records were looked at. */
  readonly now: ReadonlyMap<string, RecordNow>;
  /** Which record's lines changed which source. */
  readonly edits: ReadonlyMap<string, string>;
  /** Records whose lines were cut out, by their first line. */
  readonly cut: ReadonlyMap<string, readonly string[]>;
}

/** Actors and sources of a dataset, each with those before it that lines have taken out of use for now. */
export function knownActors({ base }: Pick<NotebookMemory, 'base'>, dataset: WholeDataset): readonly Actor[] {
  return united(base.actors, dataset.actors);
}

export function knownSources({ base }: Pick<NotebookMemory, 'base'>, dataset: WholeDataset): readonly Source[] {
  return united(base.sources, dataset.sources);
}

/** In the order of the base; as the dataset has them now. */
function united<Item extends { readonly id: string }>(base: readonly Item[], now: readonly Item[]): readonly Item[] {
  if (base === now) return base;
  const byId = new Map(now.map((item) => [item.id, item]));
  const known = new Set(base.map(({ id }) => id));
  const all = [...base.map((item) => byId.get(item.id) ?? item), ...now.filter(({ id }) => !known.has(id))];
  return all.length === now.length && all.every((item, at) => item === now[at]) ? now : all;
}
