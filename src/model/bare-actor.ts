import type { Actor } from './dataset';
import type { ActorKind } from './vocabulary';

/** Words that tell the kind of an actor given by name alone; the first that fits counts. A person has none of them. */
const KIND_WORDS: readonly (readonly [ActorKind, ReadonlySet<string>])[] = [
  ['ministry', new Set(['ministry', 'department'])],
  ['government', new Set(['government'])],
  ['military-coalition', new Set(['coalition'])],
  ['armed-forces', new Set(['army', 'navy', 'forces'])],
  [
    'international-organisation',
    new Set([
      'un',
      'eu',
      'nato',
      'osce',
      'council',
      'union',
      'nations',
      'organisation',
      'organization',
      'league',
      'commission',
      'committee',
      'agency',
      'court',
    ]),
  ],
  ['diplomatic-grouping', new Set(['group', 'quartet', 'troika'])],
];

/** The likely kind of an actor of whom only the name is known; a file that says `kind` is never guessed at. */
export function guessKind(name: string): ActorKind {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return KIND_WORDS.find(([, known]) => words.some((word) => known.has(word)))?.[0] ?? 'person';
}

/** An id in the manner of "john-kerry", made from a name in any script; in NFC, as all text of a dataset. */
export function idFromName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .normalize('NFC') || 'actor'
  );
}

/** An actor of whom the file gives the name only. */
export function bareActor(id: string, label: string): Actor {
  return {
    id,
    label,
    kind: guessKind(label),
    countries: [],
    altNames: [],
    memberOf: [],
    offices: [],
    designations: [],
    note: undefined,
  };
}
