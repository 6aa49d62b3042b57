import { cleanText } from '../../base/clean-text';
import { makeFreeIds } from '../../base/free-ids';
import { memoByObject } from '../../base/memo';
import type { MessageKey } from '../../base/translate';
import type { Actor, Participant } from '../../model/dataset';
import { actorsById } from '../../model/lookups';
import type { Role } from '../../model/vocabulary';
import { ROLE_WORDS } from '../chronology/line-names';
import { idFromName } from '../../model/bare-actor';
import { typedActor } from '../../model/typed-actor';
import type { CellContext } from './cell-types';

/**
 * Where a name stands in a cell, which says its role: before the arrow, after it, or after words. Roles that have no
 * place of their own are written as those whose place they stand in, and stay what they are for as long as they stand
 * there; who is only mentioned isn't written.
 */
type Place = 'first' | 'second' | 'with' | 'mediator' | 'subject';

const PLACES: Readonly<Partial<Record<Role, Place>>> = {
  initiator: 'first',
  speaker: 'first',
  requester: 'first',
  sponsor: 'first',
  party: 'with',
  addressee: 'second',
  target: 'second',
  mediator: 'mediator',
  subject: 'subject',
};

const WORDED = {
  with: 'cell.who.with',
  mediator: 'cell.who.mediator',
  subject: 'cell.who.subject',
} as const satisfies Partial<Record<Place, MessageKey>>;

/** Where somebody stands: without an arrow parties stand first, without words. */
function placeOf(role: Role, hasArrow: boolean): Place | undefined {
  const place = PLACES[role];
  return place === 'with' && !hasArrow ? 'first' : place;
}

/** `Russia, United States`, `Sergey Lavrov > John Kerry`; empty where nobody is named. */
export function whoText(
  participants: readonly Participant[],
  actors: readonly Actor[],
  { t }: Pick<CellContext, 't'>,
): string {
  const byId = actorsById({ actors });
  const hasArrow = participants.some(({ role }) => PLACES[role] === 'second');
  const written = new Set<string>();
  const side = (isSecond: boolean): string =>
    joined(
      participants.flatMap(({ actor, role }) => {
        const place = placeOf(role, hasArrow);
        if (place === undefined || (place === 'second') !== isSecond || written.has(`${place} ${actor}`)) return [];
        written.add(`${place} ${actor}`);
        const name = quoted(oneLine(byId.get(actor)?.label ?? actor));
        return place === 'first' || place === 'second' ? [name] : [t(WORDED[place], { name })];
      }),
    );
  return hasArrow ? `${side(false)} > ${side(true)}`.trim() : side(false);
}

function joined(names: readonly string[]): string {
  return names.join(', ');
}

/** A name that holds what parts names, or that begins like words of a role, stands in quotes. */
function quoted(name: string): string {
  const isPlain = !/[,;>→،؛"“«]/u.test(name) && ROLE_WORDS.every(([, words]) => !words.test(name));
  return isPlain || name.includes('"') ? name : `"${name}"`;
}

interface PlacedName {
  readonly name: string;
  readonly place: Place;
}

const ROLES_AT: Readonly<Record<Place, Role>> = {
  first: 'initiator',
  second: 'addressee',
  with: 'party',
  mediator: 'mediator',
  subject: 'subject',
};

/** The names of a cell, and whether an arrow parts them. Whatever stands between the signs is a name. */
function placedNames(text: string): { readonly names: readonly PlacedName[]; readonly hasArrow: boolean } {
  const clean = oneLine(cleanText(text));
  const sides = splitOutside(clean, /(?:^|\s)(?:>|→)(?:\s|$)/g);
  const names = sides.flatMap((side, index) =>
    splitOutside(side, /[;؛]/.test(withoutQuoted(side)) ? /[;؛]/g : /[,،]/g).flatMap((part): PlacedName[] => {
      const whole = part.trim();
      const [role, words] = ROLE_WORDS.find(([, pattern]) => pattern.test(whole)) ?? [];
      const name = unquoted(words === undefined ? whole : whole.replace(words, ''));
      if (name === '') return [];
      const worded = role === undefined ? undefined : placeOf(role, sides.length > 1);
      return [{ name, place: worded ?? (index === 0 ? 'first' : 'second') }];
    }),
  );
  return { names, hasArrow: sides.length > 1 };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** As long as the text, with letters for what stands in quotes. */
function withoutQuoted(text: string): string {
  return text.replaceAll(/"[^"]{0,500}"|“[^”]{0,500}”|«[^»]{0,500}»/gu, (held) => 'x'.repeat(held.length));
}

function splitOutside(text: string, signs: RegExp): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: sign, index } of withoutQuoted(text).matchAll(signs)) {
    parts.push(text.slice(from, index));
    from = index + sign.length;
  }
  return [...parts, text.slice(from)];
}

function unquoted(name: string): string {
  return /^"([^"]+)"$/.exec(name.trim())?.[1]?.trim() ?? name.trim();
}

/** Whom a cell names, and the actors with those that are new. */
export interface WhoSet {
  readonly participants: readonly Participant[];
  readonly actors: readonly Actor[];
}

/**
 * Who takes part, by the text of a cell. Names that are known, by label or another name, are those actors, others become
 * new ones; whoever stands where they stood stays as they are, and whoever isn't written stays.
 */
export function readWhoCell(text: string, was: readonly Participant[], actors: readonly Actor[]): WhoSet {
  const { names, hasArrow } = placedNames(text);
  const added: Actor[] = [];
  const known = byName(actors);
  const ids = actorsById({ actors });
  const isTaken = (id: string): boolean => ids.has(id) || added.some((actor) => actor.id === id);
  const free = makeFreeIds(isTaken);
  const actorNamed = (name: string): string => {
    const here = known.get(name) ?? known.get(name.toLowerCase()) ?? added.find(({ label }) => label === name);
    if (here !== undefined) return here.id;
    const base = idFromName(name).slice(0, 100);
    const actor = typedActor(isTaken(base) ? free(base) : base, name);
    added.push(actor);
    return actor.id;
  };
  const taken = new Map<string, Participant>();
  const take = (participant: Participant): void =>
    void taken.set(`${participant.actor} ${participant.role}`, participant);
  for (const { name, place } of names) {
    // Of two with one name it is the one that stood there.
    const here = was.find(
      ({ actor, role }) =>
        placeOf(role, hasArrow) === place &&
        oneLine(ids.get(actor)?.label ?? actor) === name &&
        !taken.has(`${actor} ${role}`),
    );
    const actor = here?.actor ?? actorNamed(name);
    const same = was.filter((each) => each.actor === actor && placeOf(each.role, hasArrow) === place);
    for (const each of same) take(each);
    if (same.length > 0) continue;
    const role = place === 'first' && !hasArrow ? 'party' : ROLES_AT[place];
    const before = was.find((each) => each.actor === actor && PLACES[each.role] !== undefined);
    take(before === undefined ? { actor, role, office: undefined, claimedBy: undefined } : { ...before, role });
  }
  const unwritten = was.filter(({ actor, role }) => PLACES[role] === undefined && !taken.has(`${actor} ${role}`));
  return {
    participants: [...taken.values(), ...unwritten],
    actors: added.length === 0 ? actors : [...actors, ...added],
  };
}

/** By label and other names as they stand, and in small letters; the first that has a name, labels before other names. */
const byName = memoByObject((actors: readonly Actor[]): ReadonlyMap<string, Actor> => {
  const names = new Map<string, Actor>();
  const add = (name: string, actor: Actor): void => {
    const line = oneLine(name);
    if (!names.has(line)) names.set(line, actor);
  };
  for (const actor of actors) add(actor.label, actor);
  for (const actor of actors) for (const name of actor.altNames) add(name, actor);
  for (const actor of actors) for (const name of [actor.label, ...actor.altNames]) add(name.toLowerCase(), actor);
  return names;
});
