import type { Actor, DiplomaticEvent, WholeDataset } from '../dataset';
import type { EventDate } from '../dates/event-date';
import { ACTING_ROLES } from '../vocabulary';
import { freeId } from './merge-records';
import { renameIn } from './rename-in';
import type { NewNames } from './rename-in';

/** Something of a dataset whose id another dataset uses for something else. */
export interface KeptApart {
  readonly of: 'actors' | 'events';
  /** What it is called in its own dataset, and in the whole. */
  readonly id: string;
  readonly madeId: string;
  readonly name: string;
  /** Titles of its dataset, and of the one that keeps the id. */
  readonly set: string;
  readonly other: string;
}

/**
 * The datasets with one id for one thing: where two mean different actors or events by an id, the first keeps it, and
 * the other's becomes `id@dataset`, with all that names it. After that, the same id is the same thing. O(n).
 */
export function keepApart(datasets: readonly WholeDataset[]): {
  readonly datasets: readonly WholeDataset[];
  readonly apart: readonly KeptApart[];
} {
  const actors = namesApart(
    datasets,
    'actors',
    ({ actors: own }) => own,
    isSameActor,
    ({ label }) => label,
  );
  const known = datasets.map((dataset, place) =>
    renameIn(dataset, { actors: actors.names[place] ?? NONE, events: NONE }),
  );
  // Who takes part says whether two events are one, so that the actors come first.
  const events = namesApart(
    known,
    'events',
    (dataset) => dataset.events,
    isSameEvent,
    ({ title }) => title,
  );
  return {
    datasets: known.map((dataset, place) => renameIn(dataset, { actors: NONE, events: events.names[place] ?? NONE })),
    apart: [...actors.apart, ...events.apart],
  };
}

const NONE: NewNames = new Map();

interface Named<Item> {
  readonly name: string;
  readonly set: string;
  readonly items: Item[];
}

function namesApart<Item extends { readonly id: string }>(
  datasets: readonly WholeDataset[],
  of: KeptApart['of'],
  itemsOf: (dataset: WholeDataset) => readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
  nameOf: (item: Item) => string,
): { readonly names: readonly NewNames[]; readonly apart: readonly KeptApart[] } {
  const taken = new Set(datasets.flatMap((dataset) => idsIn(dataset, of)));
  const known = new Map<string, Named<Item>[]>();
  const apart: KeptApart[] = [];
  const names = datasets.map((dataset): NewNames => {
    const own = new Map<string, string>();
    for (const item of itemsOf(dataset)) {
      const [first, ...others] = known.get(item.id) ?? [];
      const same = [first, ...others].find((each) => each?.items.some((one) => isSame(one, item)));
      const name = first === undefined ? item.id : (same?.name ?? freeId(item.id, dataset.id, (id) => taken.has(id)));
      if (name !== item.id) own.set(item.id, name);
      if (same !== undefined) {
        same.items.push(item);
        continue;
      }
      taken.add(name);
      known.set(item.id, [
        ...(first === undefined ? [] : [first, ...others]),
        { name, set: dataset.title, items: [item] },
      ]);
      if (first !== undefined)
        apart.push({ of, id: item.id, madeId: name, name: nameOf(item), set: dataset.title, other: first.set });
    }
    return own;
  });
  return { names, apart };
}

/** Ids that a made one must not be: a relation may name a claim as well as an event. */
function idsIn({ actors, events }: WholeDataset, of: KeptApart['of']): readonly string[] {
  return of === 'actors'
    ? actors.map(({ id }) => id)
    : events.flatMap(({ id, claims }) => [id, ...claims.map((claim) => claim.id)]);
}

/** One happening: their dates overlap, or somebody acts in both, or both are called the same. */
function isSameEvent(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  return overlap(one.date, other.date) || sharesActor(one, other) || folded(one.title) === folded(other.title);
}

function overlap(one: EventDate | undefined, other: EventDate | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

function startOf({ form, start }: EventDate): number {
  return form === 'before' ? -Infinity : start.start;
}

function endOf({ form, open, start, end }: EventDate): number {
  return open !== undefined || form === 'after' ? Infinity : (end ?? start).end;
}

function sharesActor(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  const acting = actingIn(one);
  return [...actingIn(other)].some((actor) => acting.has(actor));
}

function actingIn({ participants }: DiplomaticEvent): ReadonlySet<string> {
  return new Set(participants.filter(({ role }) => ACTING_ROLES.has(role)).map(({ actor }) => actor));
}

/**
 * One actor: of no two countries apart, and called the same, or of one kind with something of the name in common. Names
 * in different scripts can't be compared, and say nothing against it.
 */
function isSameActor(one: Actor, other: Actor): boolean {
  if (
    one.countries.length > 0 &&
    other.countries.length > 0 &&
    !one.countries.some((code) => other.countries.includes(code))
  )
    return false;
  const [names, others] = [namesOf(one), namesOf(other)];
  if (names.some((name) => others.includes(name))) return true;
  if ((one.kind === 'person') !== (other.kind === 'person')) return false;
  if (names.some(isLatin) !== others.some(isLatin)) return true;
  const words = new Set(names.flatMap(wordsOf));
  return (
    others.flatMap(wordsOf).some((word) => words.has(word)) ||
    names.some((name) => others.includes(initialsOf(name))) ||
    others.some((name) => names.includes(initialsOf(name))) ||
    // `john-kerry` is nobody else, whatever his office is called.
    wordsOf(folded(one.id.replaceAll(/[-_.]/g, ' '))).some(
      (word) => words.has(word) || others.flatMap(wordsOf).includes(word),
    )
  );
}

function namesOf({ label, altNames }: Actor): readonly string[] {
  return [label, ...altNames].map(folded);
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

function isLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name);
}

/** Words that tell: the short ones are "of", "the" and the like. */
function wordsOf(name: string): readonly string[] {
  return name.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** `un` of "united nations". */
function initialsOf(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^(?:of|the|and|for|de|des|du|la|le|les|et)$/.test(word))
    .map(([first = '']) => first)
    .join('');
}
