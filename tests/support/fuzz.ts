import fc from 'fast-check';
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings';

/**
 * How many cases a fuzz test tries: a slice in `npm test`, FUZZ_RUNS of them in `npm run fuzz`. A failure prints its
 * seed and path.
 */
export const FUZZ = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) } as const;

/** A million cases of the slowest would take this long. */
export const FUZZ_TIMEOUT_MS = 60_000 + FUZZ.numRuns * 20;

/** Text of any kind: hostile, short, whole Unicode, broken surrogate pairs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS.filter((text) => text.length < 200)),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes)),
);

/** Anything that JSON can hold, with odd keys. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(
      anyText,
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('2016-02-24', '2014/..', '[2016-02-23,2016-02-24]', 1e308, -0, Number.MAX_SAFE_INTEGER),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          '__proto__',
          'constructor',
          'toString',
          'id',
          'title',
          'date',
          'edtf',
          'participants',
          'actor',
          'role',
          'events',
          'rows',
        ),
        anyText,
      ),
      tie('value'),
      { maxKeys: 4, noNullPrototype: false },
    ),
  ),
})).value;

/** One change to a JSON value: something put in another's place, taken out, doubled, or moved elsewhere. */
export interface Mutation {
  /** Where, as a number that is reduced to how many places there are. */
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'double' | 'copy' | 'add';
  readonly value: unknown;
  readonly from: number;
}

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('replace', 'remove', 'double', 'copy', 'add'),
    value: anyJson,
    from: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);

type Place = readonly [holder: Record<string, unknown> | unknown[], key: string | number];

/** A copy of the value with the changes made to it, one after the other. */
export function mutate(whole: unknown, changes: readonly Mutation[]): unknown {
  const copy = { root: structuredClone(whole) };
  for (const { at, kind, value, from } of changes) {
    const places = placesIn(copy);
    const [holder, key] = places[at % places.length]!;
    const [otherHolder, otherKey] = places[from % places.length]!;
    const other = structuredClone(get(otherHolder, otherKey));
    if (kind === 'remove' && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (kind === 'remove' && holder !== copy) delete (holder as Record<string, unknown>)[key];
    else if (kind === 'double' && Array.isArray(holder)) holder.push(structuredClone(get(holder, key)));
    else if (kind === 'add' && !Array.isArray(holder) && holder !== copy)
      define(holder, String(typeof value === 'string' ? value : '__proto__'), value);
    else define(holder, key, kind === 'copy' ? other : structuredClone(value));
  }
  return copy.root;
}

function get(holder: Place[0], key: Place[1]): unknown {
  return (holder as Record<string, unknown>)[key];
}

/** Defined, not set: `__proto__` is a key like any other in JSON. */
function define(holder: Place[0], key: Place[1], value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function placesIn(root: object): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, Array.isArray(value) ? Number(key) : key]);
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  return places;
}
