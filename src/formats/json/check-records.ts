import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import type { Edit } from '../../model/edit/edit';
import type { Rejection } from '../../model/rejection';
import { readDataset } from './read-dataset';
import { writeDataset } from './write';

/**
 * What breaks a rule of dataset files in the records that an edit brings, and in the dataset's own fields: exactly what
 * reading its file again would tell. O(records concerned, and those that they name).
 */
export function checkRecords(dataset: WholeDataset, edit: Edit, t: Translate): readonly Rejection[] {
  const result = readDataset(writeDataset(concerned(dataset, edit)), dataset.title, t);
  return result.ok
    ? result.rejections.filter(({ effect }) => effect !== 'noted')
    : [
        ...result.rejections,
        { where: '', record: undefined, field: '', found: '', expected: result.problem.detail, effect: 'left-out' },
      ];
}

/** A dataset of the records that are new or changed, and those that they name. */
function concerned(dataset: WholeDataset, { changes }: Edit): WholeDataset {
  const brought = new Set(changes.flatMap(({ list, id, after }) => (after === undefined ? [] : [`${list} ${id}`])));
  const isBrought = (list: string, id: string): boolean => brought.has(`${list} ${id}`);
  const chapters = dataset.chapters.filter(({ id }) => isBrought('chapters', id));
  const notes = dataset.notes.filter(({ id }) => isBrought('notes', id));
  const periods = dataset.periods.filter(({ id }) => isBrought('periods', id));
  const own = dataset.events.filter(({ id }) => isBrought('events', id));
  const named = new Set([
    ...own.flatMap(({ relations }) => relations.map(({ to }) => to)),
    ...chapters.flatMap(({ events }) => events),
    ...notes.flatMap(({ event }) => event ?? []),
  ]);
  const others = dataset.events
    .filter(
      ({ id, claims }) => !isBrought('events', id) && (named.has(id) || claims.some((each) => named.has(each.id))),
    )
    // What they name themselves isn't asked.
    .map((event) => Object.assign({}, event, { relations: [], evidence: [], statements: [] }));
  const events = [...own, ...others];
  const evidence = [...own, ...chapters, ...notes, ...periods].flatMap((record) => record.evidence);
  const sources = new Set(evidence.map(({ source }) => source));
  const actors = new Set([
    ...events.flatMap(({ participants }) => participants.map(({ actor }) => actor)),
    ...own.flatMap(({ statements }) => statements.map(({ speaker }) => speaker)),
    ...own.flatMap(({ claims }) => claims.map(({ claimedBy }) => claimedBy)),
    ...own.flatMap(({ participants }) => participants.map(({ claimedBy }) => claimedBy)),
    ...own.flatMap(({ attribution }) => [attribution?.voice, attribution?.via]),
    ...dataset.actors.filter(({ id }) => isBrought('actors', id)).flatMap(({ memberOf }) => memberOf),
  ]);
  return {
    ...dataset,
    chapters,
    notes,
    periods,
    events,
    sources: dataset.sources.filter(({ id }) => sources.has(id) || isBrought('sources', id)),
    // Nor do these say here whom they belong to.
    actors: dataset.actors.flatMap((actor) =>
      isBrought('actors', actor.id) ? actor : actors.has(actor.id) ? Object.assign({}, actor, { memberOf: [] }) : [],
    ),
  };
}
