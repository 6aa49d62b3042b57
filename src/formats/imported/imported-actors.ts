import { cleanText } from '../../base/clean-text';
import { makeFreeIds } from '../../base/free-ids';
import type { Actor, Participant } from '../../model/dataset';
import { bareActor, idFromName } from '../json/bare-actor';
import type { ActorKind } from '../../model/vocabulary';
import type { ImportedParty } from './imported-event';

/** The actors that the records of a file name. */
export interface ImportedActors {
  /** Who takes part, each name once a role; names that are empty are nobody. */
  readonly take: (parties: readonly ImportedParty[]) => readonly Participant[];
  /** In the order they were named. */
  readonly all: () => readonly Actor[];
}

/** By name: the same name of two countries, or said to be of two kinds, is two actors. */
export function makeImportedActors(): ImportedActors {
  const byId = new Map<string, Actor>();
  const named = new Map<string, { readonly id: string; said: ActorKind | undefined }[]>();
  const free = makeFreeIds((id) => byId.has(id));
  const idOf = (name: string, { kind, country }: ImportedParty): string => {
    const code = countryCode(country);
    const key = `${code ?? ''}\n${name}`;
    const namesakes = named.get(key) ?? [];
    // Whoever was named without a kind is who is named with one now, and the other way round.
    const known = namesakes.find(({ said }) => kind === undefined || said === undefined || said === kind);
    const base = idFromName(name);
    const id = known?.id ?? (byId.has(base) ? free(base) : base);
    const actor = byId.get(id) ?? { ...bareActor(id, name), countries: code === undefined ? [] : [code] };
    byId.set(id, kind === undefined ? actor : { ...actor, kind });
    if (known === undefined) named.set(key, [...namesakes, { id, said: kind }]);
    else known.said ??= kind;
    return id;
  };
  return {
    take: (parties) => {
      const seen = new Set<string>();
      return parties.flatMap((party): readonly Participant[] => {
        const name = cleanText(party.name).replace(/\s+/g, ' ').trim();
        if (name === '') return [];
        const { role = 'party', office } = party;
        const actor = idOf(name, party);
        if (seen.has(`${actor} ${role}`)) return [];
        seen.add(`${actor} ${role}`);
        return [{ actor, role, office: office === undefined ? undefined : cleanText(office), claimedBy: undefined }];
      });
    },
    all: () => [...byId.values()],
  };
}

function countryCode(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
}
