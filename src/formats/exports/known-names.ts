import { cleanText } from '../../base/clean-text';
import type { Actor, Participant, Source, WholeDataset } from '../../model/dataset';
import { ROLES } from '../../model/vocabulary';
import { bareActor } from '../json/bare-actor';

/** Who and what rests where, for a file that has names and no ids. */
export interface KnownNames {
  /** The first actor of each name stands for all who are called so. */
  readonly actor: (id: string) => { readonly id: string; readonly name: string };
  /** The participants by role and name, each once: the order of ROLES, then their own. */
  readonly participants: (participants: readonly Participant[]) => readonly Participant[];
  /** The first source of those that a file can't tell apart; its id alone. */
  readonly source: (id: string) => string;
  /** Those that were asked for, with what a name tells. */
  readonly actors: () => readonly Actor[];
  readonly sources: () => readonly Source[];
}

/**
 * Names of a dataset as a file can have them. `nameOf` is what it writes of a label; `sourceOf` what it holds of a
 * source; two that have the same `wordsOf` are one.
 */
export function makeKnownNames(
  dataset: WholeDataset,
  nameOf: (label: string) => string,
  sourceOf: (source: Source) => Source,
  wordsOf: (held: Source) => string = (held) => JSON.stringify({ ...held, id: '' }),
): KnownNames {
  const byId = new Map<string, { readonly id: string; readonly name: string }>();
  const byName = new Map<string, { readonly id: string; readonly name: string }>();
  for (const { id, label } of dataset.actors) {
    const name = nameOf(label);
    const known = byName.get(name) ?? { id, name };
    byName.set(name, known);
    byId.set(id, known);
  }
  const sourceById = new Map<string, Source>();
  const sourceByWords = new Map<string, Source>();
  for (const source of dataset.sources) {
    const held = sourceOf(source);
    const words = wordsOf(held);
    const known = sourceByWords.get(words) ?? held;
    sourceByWords.set(words, known);
    sourceById.set(source.id, known);
  }
  const usedActors = new Map<string, string>();
  const usedSources = new Map<string, Source>();
  const actor: KnownNames['actor'] = (id) => {
    const known = byId.get(id) ?? { id, name: nameOf(id) };
    usedActors.set(known.id, known.name);
    return known;
  };
  return {
    actor,
    participants: (participants) => {
      const taken = new Map<string, Participant>();
      for (const role of ROLES) {
        for (const each of participants) {
          if (each.role !== role) continue;
          const { id } = actor(each.actor);
          const key = `${role} ${id}`;
          if (!taken.has(key)) taken.set(key, { actor: id, role, office: undefined, claimedBy: undefined });
        }
      }
      return [...taken.values()];
    },
    source: (id) => {
      const source = sourceById.get(id);
      if (source === undefined) return id;
      usedSources.set(source.id, source);
      return source.id;
    },
    actors: () => [...usedActors].map(([id, name]) => bareActor(id, name)),
    sources: () => [...usedSources.values()],
  };
}

/** Text as a file has it: clean, without blanks about it. */
export function plainText(text: string): string {
  return cleanText(text).trim();
}

/** The same; undefined where nothing is left. */
export function plainOrNone(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text) || undefined;
}
