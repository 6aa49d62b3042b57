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

/** A kind of value of JSON by its own test: Valibot's kinds would be in the page's first script, which has none of them. */
const kind = <Value>(expects: string, is: (value: unknown) => boolean) => ({ ...v.custom<Value>(is), expects });
const flag = kind<boolean>('boolean', (value) => typeof value === 'boolean');
const whole = kind<number>('whole number', Number.isInteger);
const mostNamed = kind<number>(
  `number from 1 to ${MOST_NAMED}`,
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_NAMED,
);
const rowNumber = kind<number>('number from 1', (value) => Number.isInteger(value) && Number(value) >= 1);

/** What a mapping file may hold; fields that it doesn't know are left out. */
export function tableMappingSchema() {
  const wordsOf = <const Words extends readonly string[]>(words: Words) =>
    v.object({ column: text, values: v.record(v.string(), v.picklist(words)), known: v.optional(flag) });
  const date = v.optional(v.union([text, dateSchema()]));
  return v.object({
    layout: v.optional(layoutSchema()),
    date,
    end: date,
    title: maybe,
    summary: maybe,
    id: maybe,
    actors: v.optional(v.array(actorSchema())),
    countries: v.optional(v.union([text, v.object({ column: text, separator: maybe, names: v.optional(flag) })])),
    type: v.optional(v.union([v.picklist(EVENT_TYPES), wordsOf(EVENT_TYPES)])),
    status: maybe,
    cameo: v.optional(v.object({ column: text, scheme: v.picklist(['cameo', 'weis']) })),
    tone: v.optional(v.union([v.picklist(TONES), wordsOf(TONES)])),
    importance: v.optional(v.union([v.picklist([1, 2, 3]), v.object({ column: text })])),
    place: maybe,
    placeCountry: maybe,
    source: v.optional(
      v.object({
        address: maybe,
        name: maybe,
        title: maybe,
        published: maybe,
        quote: maybe,
        separator: maybe,
        paired: v.optional(flag),
        kind: v.optional(v.picklist(SOURCE_KINDS)),
        grade: v.optional(v.picklist(SOURCE_GRADES)),
      }),
    ),
    restsOn: maybe,
    derive: v.optional(v.array(derivedSchema())),
    regroup: v.optional(regroupSchema()),
    preset: maybe,
  });
}

function layoutSchema() {
  return v.object({
    encoding: maybe,
    delimiter: maybe,
    sheet: maybe,
    header: v.optional(v.union([rowNumber, v.picklist(['none', 'side'])])),
    headers: v.optional(v.array(v.string())),
  });
}

function dateSchema() {
  return v.object({
    column: maybe,
    year: maybe,
    month: maybe,
    day: maybe,
    time: maybe,
    format: v.optional(v.picklist(CSV_DATE_FORMATS)),
    order: v.optional(v.picklist(['day-first', 'month-first'])),
    lastYear: v.optional(whole),
    serials: v.optional(v.picklist(['1900', '1904'])),
    languages: v.optional(texts),
    coarse: v.optional(texts),
    precision: v.optional(v.object({ column: text, book: v.picklist(PRECISION_BOOKS) })),
    display: maybe,
    censoredAt: maybe,
  });
}

function actorSchema() {
  return v.object({
    column: text,
    role: v.optional(v.picklist(ROLES)),
    roleBy: v.optional(v.object({ column: text, values: v.record(v.string(), v.picklist(ROLES)) })),
    kind: v.optional(v.picklist(ACTOR_KINDS)),
    countryColumn: maybe,
    country: v.optional(v.picklist(['as-actor'])),
    names: v.optional(flag),
    separator: v.optional(v.union([v.string(), v.array(v.string())])),
    whole: v.optional(texts),
  });
}

function derivedSchema() {
  return v.union([
    v.object({ as: text, of: text, lookUp: v.picklist(LOOKUPS) }),
    v.object({
      as: text,
      of: text,
      values: v.record(v.string(), v.string()),
      otherwise: v.optional(v.picklist(['empty', 'as-is'])),
    }),
    v.object({ as: text, of: text, when: v.object({ column: text, values: v.array(v.string()) }) }),
    v.object({ as: text, first: texts }),
    v.object({ as: text, compose: v.string() }),
  ]);
}

function regroupSchema() {
  return v.object({
    join: v.optional(v.array(v.object({ file: text, key: text, on: text }))),
    only: v.optional(v.object({ column: text, values: v.array(v.string()) })),
    spread: v.optional(v.object({ columns: texts, title: maybe })),
    group: v.optional(
      v.object({
        by: texts,
        span: v.optional(v.union([flag, v.object({ last: text })])),
        title: maybe,
        id: maybe,
        tally: v.optional(
          v.object({
            column: text,
            as: text,
            compose: maybe,
            names: v.optional(v.object({ column: text, of: texts, most: mostNamed, more: v.string() })),
          }),
        ),
      }),
    ),
    mirrored: v.optional(flag),
  });
}
