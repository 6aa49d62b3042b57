import { bareActor } from './bare-actor';
import { countryByName } from './country-names';
import type { Actor } from './dataset';

/** An actor of whom somebody has typed the name only: a country by its name is its government. */
export function typedActor(id: string, label: string): Actor {
  const country = countryByName(label);
  const bare = bareActor(id, label);
  return country === undefined ? bare : { ...bare, kind: 'government', countries: [country] };
}

/** Whether there is no more to an actor than its name says, typed or in a file. */
export function isMadeByName(actor: Actor): boolean {
  const text = JSON.stringify(actor);
  const { id, label } = actor;
  return [bareActor, typedActor].some((make) => JSON.stringify(make(id, label)) === text);
}
