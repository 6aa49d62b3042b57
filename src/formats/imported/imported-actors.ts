import { cleanText } from '../../base/clean-text';
import { makeFreeIds } from '../../base/free-ids';
import type { Actor, Participant } from '../../model/dataset';
import { bareActor, idFromName } from '../json/bare-actor';
import type { ImportedParty } from './imported-event';

/** The actors that the records of a file name. */
export interface ImportedActors {
  /** Who takes part, each name once a role; names that are empty are nobody. */
  readonly take: (parties: readonly ImportedParty[]) => readonly Participant[];
  /** In the order they were named. */
  readonly all: () => readonly Actor[];
}

/** By name: the same name of two countries, or of two kinds, is two actors. */
export function makeImportedActors(): ImportedActors {
  const byKey = new Map<string, Actor>();
  const ids = new Set<string>();
  const free = makeFreeIds((id) => ids.has(id));
  const idOf = (name: string): string => {
    const base = idFromName(name);
    const id = ids.has(base) ? free(base) : base;
    ids.add(id);
    return id;
  };
  const actorOf = (name: string, { kind, country }: ImportedParty): Actor => {
    const code = countryCode(country);
    const key = [name, kind ?? '', code ?? ''].join('\n');
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const bare = bareActor(idOf(name), name);
    const actor: Actor = { ...bare, kind: kind ?? bare.kind, countries: code === undefined ? [] : [code] };
    byKey.set(key, actor);
    return actor;
  };
  return {
    take: (parties) => {
      const seen = new Set<string>();
      return parties.flatMap((party): readonly Participant[] => {
        const name = cleanText(party.name).replace(/\s+/g, ' ').trim();
        if (name === '') return [];
        const { role = 'party', office } = party;
        const actor = actorOf(name, party).id;
        if (seen.has(`${actor} ${role}`)) return [];
        seen.add(`${actor} ${role}`);
        return [{ actor, role, office: office === undefined ? undefined : cleanText(office), claimedBy: undefined }];
      });
    },
    all: () => [...byKey.values()],
  };
}

function countryCode(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
}
