import type { Actor, EventCountry, Participant } from './dataset';
import { ACTING_ROLES } from './vocabulary';

/**
 * The countries of an event whose file names none: those of who acts (of all, where nobody does), acting, each once.
 */
export function actingCountries(
  participants: readonly Participant[],
  actors: { readonly get: (id: string) => Actor | undefined },
): readonly EventCountry[] {
  const acting = participants.filter(({ role }) => ACTING_ROLES.has(role));
  const codes = (acting.length > 0 ? acting : participants).flatMap(({ actor }) => actors.get(actor)?.countries ?? []);
  return [...new Set(codes)].map((country) => ({ country, role: 'acting' as const }));
}
