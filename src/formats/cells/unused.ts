import type { WholeDataset } from '../../model/dataset';
import { isMadeByName } from '../../model/typed-actor';

/**
 * The dataset after an edit without the names and sources that the edit left with nothing to name them: those that were
 * made by editing, and of whom no more is known. O(records).
 */
export function withoutUnused(
  before: WholeDataset,
  after: WholeDataset,
  baseline: WholeDataset | undefined,
): WholeDataset {
  const was = namedIn(before);
  const is = namedIn(after);
  const kept = {
    actors: new Set(baseline?.actors.map(({ id }) => id)),
    sources: new Set(baseline?.sources.map(({ id }) => id)),
  };
  const isLeft = (list: 'actors' | 'sources', id: string): boolean =>
    was[list].has(id) && !is[list].has(id) && !kept[list].has(id);
  const actors = after.actors.filter((actor) => !(isLeft('actors', actor.id) && isMadeByName(actor)));
  const sources = after.sources.filter(({ id, title, note, dateline, ownership, extra }) => {
    const isBare = [title, note, dateline, ownership, extra].every((part) => part === undefined);
    return !(isLeft('sources', id) && isBare);
  });
  return {
    ...after,
    actors: actors.length === after.actors.length ? after.actors : actors,
    sources: sources.length === after.sources.length ? after.sources : sources,
  };
}

interface Named {
  readonly actors: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Whoever and whatever the records of a dataset name. Attributions may be any text: it does no harm here. */
function namedIn({ events, chapters, notes, periods, actors: own }: WholeDataset): Named {
  const actors = new Set<string | undefined>();
  const sources = new Set<string>();
  for (const { participants, statements, claims, attribution } of events) {
    for (const { actor, claimedBy } of participants) actors.add(actor).add(claimedBy);
    for (const { speaker } of statements) actors.add(speaker);
    for (const { claimedBy } of claims) actors.add(claimedBy);
    actors.add(attribution?.voice).add(attribution?.via);
  }
  for (const { memberOf, designations } of own) {
    for (const id of memberOf) actors.add(id);
    for (const { by, accordingTo } of designations) actors.add(by).add(accordingTo);
  }
  for (const list of [events, chapters, notes, periods])
    for (const { evidence } of list) for (const { source } of evidence) sources.add(source);
  return { actors: new Set([...actors].filter((id) => id !== undefined)), sources };
}
