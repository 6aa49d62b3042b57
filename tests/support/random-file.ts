import * as fc from 'fast-check';
import {
  ACTOR_KINDS,
  CAVEAT_KINDS,
  CERTAINTIES,
  COUNTRY_ROLES,
  DATE_BASES,
  EVENT_TYPES,
  EVIDENCE_FIELDS,
  RELATION_TYPES,
  ROLES,
  SOURCE_GRADES,
  SOURCE_KINDS,
  STATUSES,
  TONES,
} from '../../src/model/vocabulary';

/* Random dataset files of schema 1.1: every field, short and long forms, and fields that nobody knows. */

const ACTORS = ['anna', 'ben', 'gov-x', 'un', 'constructor'];
const SOURCES = ['s1', 's2'];
const EVENTS = Array.from({ length: 6 }, (_, index) => `e${index}`);

const text = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom('Talks', 'Переговоры', 'محادثات', 'Ŝtato “a”', '<b>bold</b>', 'line\nbreak', '#1'),
  },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map((rest) => `a${rest}`) },
  { weight: 1, arbitrary: fc.constant('Longer than any advice. '.repeat(100)) },
);
const country = fc.constantFrom('US', 'RU', 'SY', 'SE');
const edtf = fc.constantFrom(
  '2016-02-24',
  '2016-02',
  '2014',
  '2014/..',
  '2015-09-30/..',
  '[2016-02-23,2016-02-24]',
  '2016-02-24?',
  '2016~',
  '-0330',
  '2016-02-01/2016-02-20',
  '[..2015-09-30]',
  '2016-02-24T10:30:00+02:00',
  '{2016-01-01,2016-02-01}',
  '2014/',
  '2017-05-01',
);
/** Fields that this version doesn't know. */
const extra = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom('colour', '__proto__', 'x-note', '7'), fc.jsonValue({ maxDepth: 1 })), {
        maxLength: 3,
      })
      .map((entries) => Object.fromEntries(entries)),
  },
);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const listOf = <Value>(value: fc.Arbitrary<Value>) => maybe(fc.array(value, { maxLength: 3 }));

/** An object of fields, those without a value left out, with fields that nobody knows. */
function record(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(fc.record(fields), extra)
    .map(([known, unknown]) =>
      Object.fromEntries([
        ...Object.entries(unknown),
        ...Object.entries(known).filter(([, value]) => value !== undefined),
      ]),
    );
}

const date = fc.oneof(
  edtf,
  record({
    edtf,
    basis: maybe(fc.constantFrom(...DATE_BASES)),
    display: maybe(text),
    note: maybe(text),
  }),
  record({
    edtf: fc.constantFrom('2016-02-24', '2016-02-24/..'),
    time: fc.constantFrom('2016-02-24T23:59:59Z', '2016-02-24T00:00:00+05:30', '2016-02-24T09:00:01.5-11:00'),
    zone: maybe(fc.constantFrom('Asia/Damascus', 'Europe/Stockholm')),
  }),
);

const evidence = listOf(
  fc.oneof(
    fc.constantFrom(...SOURCES),
    record({
      source: fc.constantFrom(...SOURCES),
      locator: maybe(text),
      find: maybe(text),
      quote: maybe(text),
      supports: maybe(fc.subarray([...EVIDENCE_FIELDS])),
    }),
  ),
);

const who = fc.oneof(fc.constantFrom(...ACTORS), fc.constantFrom('Somebody Else', 'A Ministry', 'ben-smith'));

const event = (id: string) =>
  record({
    id: fc.constant(id),
    title: text,
    label: maybe(text),
    summary: maybe(text),
    date: maybe(date),
    type: maybe(fc.constantFrom(...EVENT_TYPES)),
    mode: maybe(fc.constantFrom('phone', 'announced', 'vetoed')),
    tone: maybe(fc.constantFrom(...TONES)),
    cameo: maybe(
      fc.oneof(
        fc.constantFrom('010', '190'),
        record({
          code: fc.constantFrom('010', '190'),
          fit: maybe(fc.constantFrom('exact', 'good')),
          alternates: listOf(fc.constantFrom('04', '057')),
        }),
      ),
    ),
    status: listOf(
      fc.oneof(
        fc.constantFrom(...STATUSES),
        record({ value: fc.constantFrom(...STATUSES), asOf: maybe(fc.constantFrom('2016-02-24', '2017')) }),
      ),
    ),
    participants: listOf(
      fc.oneof(
        who,
        record({
          actor: fc.constantFrom(...ACTORS),
          role: maybe(fc.constantFrom(...ROLES)),
          office: maybe(text),
          claimedBy: maybe(who),
        }),
      ),
    ),
    countries: listOf(fc.oneof(country, record({ country, role: maybe(fc.constantFrom(...COUNTRY_ROLES)) }))),
    place: maybe(fc.oneof(text, record({ label: text, country: maybe(country) }))),
    evidence,
    statements: listOf(
      record({ speaker: who, kind: maybe(fc.constantFrom('direct', 'indirect')), text, quote: maybe(text) }),
    ),
    claims: listOf(record({ id: fc.uuid(), claimedBy: maybe(who), text, about: maybe(fc.constantFrom(...EVENTS)) })),
    attribution: maybe(fc.oneof(text, record({ voice: text, via: maybe(text) }))),
    caveats: listOf(record({ kind: maybe(fc.constantFrom(...CAVEAT_KINDS)), text })),
    relations: listOf(
      record({
        type: fc.constantFrom(...RELATION_TYPES),
        to: fc.constantFrom(...EVENTS),
        certainty: maybe(fc.constantFrom(...CERTAINTIES)),
      }),
    ),
    media: maybe(
      record({
        src: fc.constantFrom('pictures/map.webp', '../a b.png', 'data:image/png;base64,iVBORw0KGgo='),
        description: maybe(text),
        credit: maybe(text),
        licence: maybe(text),
      }),
    ),
    importance: maybe(fc.constantFrom(1, 2, 3)),
  });

const actor = (id: string) =>
  record({
    id: fc.constant(id),
    label: maybe(text),
    kind: maybe(fc.constantFrom(...ACTOR_KINDS)),
    countries: listOf(country),
    altNames: listOf(text),
    memberOf: listOf(fc.constantFrom(...ACTORS)),
    offices: listOf(fc.oneof(text, record({ title: text, country: maybe(country), asOf: maybe(edtf) }))),
    designations: listOf(record({ by: text, what: maybe(text), accordingTo: maybe(text) })),
    note: maybe(text),
  });

const source = (id: string) =>
  record({
    id: fc.constant(id),
    kind: maybe(fc.constantFrom(...SOURCE_KINDS)),
    publisher: maybe(text),
    ownership: maybe(text),
    title: maybe(text),
    dateline: maybe(text),
    published: maybe(edtf),
    url: maybe(fc.constantFrom(null, 'https://example.org/a?b=c')),
    note: maybe(text),
    grade: maybe(fc.constantFrom(...SOURCE_GRADES)),
  });

const outline = {
  chapters: listOf(
    record({
      id: fc.uuid(),
      title: text,
      from: maybe(edtf),
      to: maybe(edtf),
      text: maybe(text),
      view: maybe(fc.constant('group=actor&type=talks')),
      events: listOf(fc.constantFrom(...EVENTS)),
      evidence,
    }),
  ),
  notes: listOf(
    record({
      id: fc.uuid(),
      text,
      event: maybe(fc.constantFrom(...EVENTS)),
      from: maybe(edtf),
      to: maybe(edtf),
      evidence,
    }),
  ),
  periods: listOf(record({ id: fc.uuid(), label: text, date, countries: listOf(country), evidence })),
};

/** A file with two sources, five actors (which may be unlisted) and six events. */
export const randomFile: fc.Arbitrary<Record<string, unknown>> = record({
  $schema: maybe(fc.constant('./dataset.schema.json')),
  schemaVersion: maybe(fc.constantFrom('1.0', '1.1', '1.7')),
  id: maybe(text.map((id) => id.replaceAll('\n', ' ').slice(0, 100))),
  title: maybe(text),
  description: maybe(text),
  lang: maybe(fc.constantFrom('en', 'ru', 'pt-br')),
  language: maybe(fc.constantFrom('ar', 'nonsense tag')),
  asOf: maybe(fc.constantFrom('2016-02-24', '2010-01-01')),
  licence: maybe(text),
  opening: maybe(
    record({
      from: maybe(fc.constantFrom('2014', '2015-03', '2016-02-24T10:30:00+02:00', 'Y-12000')),
      to: maybe(fc.constantFrom('2016', '2016-02', '2016-02-25T12:00:00Z', 'Y12000')),
      scale: maybe(fc.constantFrom('folded', 'calendar')),
      group: maybe(fc.constantFrom('country', 'actor', 'type')),
      expanded: listOf(text),
    }),
  ),
  curators: listOf(text),
  modified: maybe(text),
  version: maybe(text),
  corrections: listOf(record({ date: edtf, text })),
  sources: fc.tuple(...SOURCES.map(source)),
  actors: maybe(fc.tuple(...ACTORS.map(actor))),
  ...outline,
  events: fc.tuple(...EVENTS.map(event)),
});
