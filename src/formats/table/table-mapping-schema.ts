import * as v from 'valibot';
import { PRECISION_BOOKS } from '../../model/dates/reading/date-reading';
import { ACTOR_KINDS, EVENT_TYPES, ROLES, SOURCE_GRADES, SOURCE_KINDS, TONES } from '../../model/vocabulary';
import { CSV_DATE_FORMATS } from './mapping';
import { LOOKUPS } from './table-mapping';

/* The file of a mapping, as table-mapping.ts has it in types. */

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.array(text);
const maybe = v.optional(text);
/** Names of a tally: a group may have half a million records. */
const MOST_NAMED = 1000;

type ObjectOf = typeof v.object | typeof v.strictObject;

/** What a mapping file may hold; `of` says what becomes of fields that it doesn't know: `v.object` leaves them out. */
export function tableMappingSchema(of: ObjectOf) {
  const object = of as typeof v.object;
  const wordsOf = <const Words extends readonly string[]>(words: Words) =>
    object({ column: text, values: v.record(v.string(), v.picklist(words)), known: v.optional(v.boolean()) });
  const date = v.optional(v.union([text, dateSchema(object)]));
  return object({
    layout: v.optional(layoutSchema(object)),
    date,
    end: date,
    title: maybe,
    summary: maybe,
    id: maybe,
    actors: v.optional(v.array(actorSchema(object))),
    countries: v.optional(v.union([text, object({ column: text, separator: maybe, names: v.optional(v.boolean()) })])),
    type: v.optional(v.union([v.picklist(EVENT_TYPES), wordsOf(EVENT_TYPES)])),
    cameo: v.optional(object({ column: text, scheme: v.picklist(['cameo', 'weis']) })),
    tone: v.optional(v.union([v.picklist(TONES), wordsOf(TONES)])),
    importance: v.optional(v.union([v.picklist([1, 2, 3]), object({ column: text })])),
    place: maybe,
    placeCountry: maybe,
    source: v.optional(
      object({
        address: maybe,
        name: maybe,
        title: maybe,
        published: maybe,
        quote: maybe,
        separator: maybe,
        kind: v.optional(v.picklist(SOURCE_KINDS)),
        grade: v.optional(v.picklist(SOURCE_GRADES)),
      }),
    ),
    restsOn: maybe,
    derive: v.optional(v.array(derivedSchema(object))),
    regroup: v.optional(regroupSchema(object)),
    preset: maybe,
  });
}

function layoutSchema(object: typeof v.object) {
  return object({
    encoding: maybe,
    delimiter: maybe,
    sheet: maybe,
    header: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.picklist(['none', 'side'])])),
    headers: v.optional(v.array(v.string())),
  });
}

function dateSchema(object: typeof v.object) {
  return object({
    column: maybe,
    year: maybe,
    month: maybe,
    day: maybe,
    time: maybe,
    format: v.optional(v.picklist(CSV_DATE_FORMATS)),
    order: v.optional(v.picklist(['day-first', 'month-first'])),
    lastYear: v.optional(v.pipe(v.number(), v.integer())),
    serials: v.optional(v.picklist(['1900', '1904'])),
    languages: v.optional(texts),
    coarse: v.optional(texts),
    precision: v.optional(object({ column: text, book: v.picklist(PRECISION_BOOKS) })),
    display: maybe,
    censoredAt: maybe,
  });
}

function actorSchema(object: typeof v.object) {
  return object({
    column: text,
    role: v.optional(v.picklist(ROLES)),
    roleBy: v.optional(object({ column: text, values: v.record(v.string(), v.picklist(ROLES)) })),
    kind: v.optional(v.picklist(ACTOR_KINDS)),
    countryColumn: maybe,
    country: v.optional(v.picklist(['as-actor'])),
    names: v.optional(v.boolean()),
    separator: v.optional(v.union([v.string(), v.array(v.string())])),
    whole: v.optional(texts),
  });
}

function derivedSchema(object: typeof v.object) {
  return v.union([
    object({ as: text, of: text, lookUp: v.picklist(LOOKUPS) }),
    object({
      as: text,
      of: text,
      values: v.record(v.string(), v.string()),
      otherwise: v.optional(v.picklist(['empty', 'as-is'])),
    }),
    object({ as: text, of: text, when: object({ column: text, values: v.array(v.string()) }) }),
    object({ as: text, first: texts }),
    object({ as: text, compose: v.string() }),
  ]);
}

function regroupSchema(object: typeof v.object) {
  return object({
    join: v.optional(v.array(object({ file: text, key: text, on: text }))),
    only: v.optional(object({ column: text, values: v.array(v.string()) })),
    spread: v.optional(object({ columns: texts, title: maybe })),
    group: v.optional(
      object({
        by: texts,
        span: v.optional(v.union([v.boolean(), object({ last: text })])),
        title: maybe,
        id: maybe,
        tally: v.optional(
          object({
            column: text,
            as: text,
            compose: maybe,
            names: v.optional(
              object({
                column: text,
                of: texts,
                most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_NAMED)),
                more: v.string(),
              }),
            ),
          }),
        ),
      }),
    ),
    mirrored: v.optional(v.boolean()),
  });
}
