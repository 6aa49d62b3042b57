import type { Actor } from '../../model/dataset';
import { bareActor, idFromName } from './bare-actor';

/** The actors of a file, those listed and those that participants named make. */
export interface ActorRegister {
  readonly byId: ReadonlyMap<string, Actor>;
  /** In file order, then in the order they were named. */
  readonly all: () => readonly Actor[];
  /** The actor with this id, else with this name (its label or another name). */
  readonly find: (idOrName: string) => Actor | undefined;
  /** As `find`; makes an actor where there is none. */
  readonly findOrMake: (idOrName: string) => Actor;
}

/** A register that starts with the actors the file lists; `makeActor` makes the others. */
export function makeActorRegister(listed: readonly Actor[], makeActor = bareActor): ActorRegister {
  const byId = new Map(listed.map((actor) => [actor.id, actor]));
  const byName = new Map<string, Actor>();
  for (const actor of listed) {
    for (const name of [actor.label, ...actor.altNames]) if (!byName.has(name)) byName.set(name, actor);
  }
  const find = (idOrName: string): Actor | undefined => byId.get(idOrName) ?? byName.get(idOrName);
  const make = (name: string): Actor => {
    const base = idFromName(name);
    let id = base;
    for (let count = 2; byId.has(id); count += 1) id = `${base}-${count}`;
    const actor = makeActor(id, name);
    byId.set(id, actor);
    byName.set(name, actor);
    return actor;
  };
  return { byId, all: () => [...byId.values()], find, findOrMake: (idOrName) => find(idOrName) ?? make(idOrName) };
}
