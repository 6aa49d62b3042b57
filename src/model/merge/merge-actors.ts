import type { Actor, WholeDataset } from '../dataset';
import { extraOfAll, uniteRecords, uniteTexts } from './merge-records';

/**
 * The actors of several datasets, each id once: label and kind of the first that has it, the rest of all; a label not
 * used is kept among the other names.
 */
export function mergeActors(datasets: readonly WholeDataset[]): readonly Actor[] {
  const merged = new Map<string, Actor>();
  for (const actor of datasets.flatMap(({ actors }) => actors)) {
    const known = merged.get(actor.id);
    merged.set(actor.id, known === undefined ? actor : mergeActor(known, actor));
  }
  return [...merged.values()];
}

function mergeActor(first: Actor, other: Actor): Actor {
  const otherLabel = other.label === first.label ? [] : [other.label];
  const notes = uniteTexts([first.note, other.note].filter((note) => note !== undefined));
  return {
    ...first,
    countries: uniteTexts(first.countries, other.countries),
    altNames: uniteTexts(first.altNames, otherLabel, other.altNames).filter((name) => name !== first.label),
    memberOf: uniteTexts(first.memberOf, other.memberOf),
    offices: uniteRecords(first.offices, other.offices),
    designations: uniteRecords(first.designations, other.designations),
    note: notes.length === 0 ? undefined : notes.join(' '),
    ...extraOfAll([first, other]),
  };
}
