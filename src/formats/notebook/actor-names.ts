import { memoByObject } from '../../base/memo';
import type { Actor } from '../../model/dataset';

/** Names without case, accents and doubled blanks, for comparing what was typed with what is known. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

const indexOf = memoByObject((actors: readonly Actor[]) => {
  const exact = new Map<string, Actor>();
  const folded = new Map<string, Actor>();
  const add = (name: string, actor: Actor): void => {
    if (!exact.has(name)) exact.set(name, actor);
    const plain = foldName(name);
    if (!folded.has(plain)) folded.set(plain, actor);
  };
  for (const actor of actors) add(actor.label, actor);
  for (const actor of actors) for (const name of actor.altNames) add(name, actor);
  for (const actor of actors) add(actor.id, actor);
  return { exact, folded };
});

/** The actor of this name: its label, another name, its id; of another spelling where none has it exactly so. */
export function actorNamed(name: string, actors: readonly Actor[]): Actor | undefined {
  const { exact, folded } = indexOf(actors);
  return exact.get(name) ?? folded.get(foldName(name));
}
