import { COUNTRY_ROLES, ROLE_INVOLVEMENT, ROLES } from '../../model/vocabulary';
import type { CountryRole } from '../../model/vocabulary';

/** Bit `1 << index` stands for the role at that index of COUNTRY_ROLES. */
export function roleBits(roles: readonly CountryRole[]): number {
  return roles.reduce((bits, role) => bits | (1 << COUNTRY_ROLES.indexOf(role)), 0);
}

/** Every role of COUNTRY_ROLES. */
export const ALL_ROLE_BITS = roleBits(COUNTRY_ROLES);

/** By index into COUNTRY_ROLES: the bit of that role. */
export const BITS_OF_COUNTRY_ROLE: Uint8Array = Uint8Array.from(COUNTRY_ROLES, (role) => roleBits([role]));

/** By index into ROLES: the bits of what a participant's role answers to (ROLE_INVOLVEMENT). */
export const BITS_OF_ROLE: Uint8Array = Uint8Array.from(ROLES, (role) => roleBits(ROLE_INVOLVEMENT[role]));

export const ACTING_BIT = roleBits(['acting']);

/** Acting, addressed or targeted: what makes two actors each other's counterparts. */
export const ENGAGED_BITS = roleBits(['acting', 'addressee']);
