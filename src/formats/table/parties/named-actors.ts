import type { Actor } from '../../../model/dataset';
import type { ActorKind } from '../../../model/vocabulary';
import { bareActor, idFromName } from '../../json/bare-actor';
import { ownText } from '../../../base/utf8-strings';

/** The actors of a file's records. */
export interface NamedActors {
  readonly size: () => number;
  /**
   * The index of an actor of this name and country (empty for none); made at the first record that names it, unless the
   * dataset lists one of the name.
   */
  readonly indexOf: (name: string, country: string, kind: ActorKind | undefined) => number;
  /** Those listed, then the others as the records name them. */
  readonly all: () => readonly Actor[];
}

/** So much of a name makes an id; names themselves are of any length. */
const LONGEST_BASE = 100;

/** Starts with the actors that the dataset lists, which records name by id, label or another name. */
export function makeNamedActors(listed: readonly Actor[]): NamedActors {
  const actors = [...listed];
  const ids = new Set(listed.map(({ id }) => id));
  const byName = new Map<string, number>();
  listed.forEach(({ id, label, altNames }, index) => {
    for (const name of [id, label, ...altNames]) if (!byName.has(name)) byName.set(name, index);
  });
  // The same name in two countries is two actors: "President", "Foreign Ministry".
  const byCells = new Map<string, number>();
  const nextOf = new Map<string, number>();
  const freeId = (name: string): string => {
    const base = idFromName(name).slice(0, LONGEST_BASE);
    let id = base;
    let next = nextOf.get(base) ?? 2;
    for (; ids.has(id); next += 1) id = `${base}-${next}`;
    nextOf.set(base, next);
    ids.add(id);
    return id;
  };
  return {
    size: () => actors.length,
    indexOf: (name, country, kind) => {
      const key = `${country}\n${name}`;
      const known = byCells.get(key);
      if (known !== undefined) return known;
      const own = ownText(name);
      const index = byName.get(own) ?? actors.length;
      if (index === actors.length) {
        const bare = bareActor(freeId(own), own);
        actors.push({ ...bare, kind: kind ?? bare.kind, countries: country === '' ? [] : [ownText(country)] });
      }
      byCells.set(ownText(key), index);
      return index;
    },
    all: () => [...actors],
  };
}
