import * as v from 'valibot';
import { parseUrl } from '../../base/parse-url';
import {
  ACTOR_KINDS,
  CAVEAT_KINDS,
  CERTAINTIES,
  COUNTRY_ROLES,
  DATE_BASES,
  EVENT_TYPES,
  EVIDENCE_FIELDS,
  GROUPINGS,
  RELATION_TYPES,
  ROLES,
  SCALES,
  SOURCE_GRADES,
  SOURCE_KINDS,
  STATUSES,
  TONES,
} from '../../model/vocabulary';
import { cameoCode, country, edtf, id, listOf, oneOf, oneOfElse, says, text } from './schema-fields';
import { isMediaAddress, isSmallEnough } from './media';

/*
 * The dataset file, short and long forms: the one definition. Files are read by it (decode.ts), and
 * data/dataset.schema.json is made from it. A pattern's message is the key of the phrase that completes "expected ...".
 */

export const date = v.union([
  edtf('When it happened, in the civil calendar of the place.'),
  v.object({
    edtf: edtf('When it happened, in the civil calendar of the place.'),
    time: v.optional(text('RFC 3339 with offset, only when a source gives the hour: "2016-02-27T00:00:00+02:00".')),
    zone: v.optional(text('IANA time zone of the place: "Asia/Damascus".')),
    basis: v.optional(
      oneOf(
        DATE_BASES,
        'stated (printed), resolved (weekday or year worked out), inferred (by the curator), external (another source), claimed.',
      ),
    ),
    display: v.optional(text('The date in the author’s own words, shown instead of ours.')),
    note: v.optional(text('How the date is known.')),
  }),
]);

const participant = v.union([
  text('An actor’s id, or a bare name, which makes an actor.'),
  v.object({
    actor: id('An actor’s id.'),
    role: v.optional(oneOfElse(ROLES, 'referenced', 'Part played in the event; "party" where absent.')),
    office: v.optional(text('Office held at the time of the event.')),
    claimedBy: v.optional(text('Who says that this actor took part.')),
  }),
]);

export const evidence = listOf(
  v.union([
    id('A source’s id.'),
    v.object({
      source: id('A source’s id.'),
      locator: v.optional(text('Where in the source: "S16" is sentence 16.')),
      find: v.optional(text('At most six words by which a reader finds the place.', { words: 6 })),
      quote: v.optional(text('At most ten words, only where the wording is the news.', { words: 10 })),
      supports: listOf(oneOf(EVIDENCE_FIELDS, 'A field that rests on this.'), 'Fields that rest on this.'),
    }),
  ]),
  'Where in which source the facts stand.',
);

const media = v.pipe(
  v.object({
    src: v.pipe(
      v.string(),
      v.check(isMediaAddress, says('expected.mediaAddress')),
      v.check(isSmallEnough, says('expected.mediaSize')),
      v.description('An address relative to the page, or a data URL of png, jpeg, webp or avif of at most 2 MB.'),
    ),
    description: v.optional(text('What it shows, for who does not see it.')),
    credit: v.optional(text('Who made it.')),
    licence: v.optional(text('Its licence.')),
  }),
  v.description('A picture.'),
);

export const eventSchema = v.pipe(
  v.object({
    id: id('Unique in the file.'),
    title: text('Neutral, no claim in our voice; at most 90 characters are advised.', { characters: 90 }),
    label: v.optional(
      text('For the chart, at most 32 characters are advised; made from the title where absent.', { characters: 32 }),
    ),
    summary: v.optional(text('At most 400 characters are advised; says who says so.', { characters: 400 })),
    date: v.optional(v.pipe(date, v.metadata({ vital: true }))),
    type: v.optional(oneOf(EVENT_TYPES, 'Kind of event; decides tone with "mode".')),
    mode: v.optional(text('Second level of the type: phone, joint-statement, air-strikes, vetoed ...')),
    tone: v.optional(oneOf(TONES, 'Overrules the tone that follows from type or CAMEO code.')),
    cameo: v.optional(
      v.union([
        cameoCode,
        v.object({
          code: cameoCode,
          fit: v.optional(oneOf(['exact', 'good', 'fair'], 'How well the code fits.')),
          alternates: listOf(cameoCode, 'Other codes that could stand.'),
        }),
      ]),
    ),
    status: listOf(
      v.union([
        oneOf(STATUSES, 'What the event was.'),
        v.object({
          value: oneOf(STATUSES, 'What the event was.'),
          asOf: v.optional(edtf('As of this day.')),
        }),
      ]),
      'What the event was, as of when; the earliest first.',
    ),
    participants: listOf(participant, 'Who took part; absent or empty where nobody is named.'),
    countries: listOf(
      v.union([
        country,
        v.object({
          country,
          role: v.optional(
            oneOfElse(COUNTRY_ROLES, 'mentioned', 'How the country is involved; "acting" where absent.'),
          ),
        }),
      ]),
      'Countries involved; the participants’ countries, acting, where absent.',
    ),
    place: v.optional(
      v.union([
        text('Name of the place.'),
        v.object({ label: text('Name of the place.'), country: v.optional(country) }),
      ]),
    ),
    evidence,
    statements: listOf(
      v.object({
        speaker: text('An actor’s id.'),
        kind: v.optional(oneOf(['direct', 'indirect'], 'Direct or indirect speech; direct where there is a quote.')),
        text: v.optional(text('Paraphrase in our words.')),
        quote: v.optional(text('A few words of the original.', { words: 10 })),
      }),
      'What was said.',
    ),
    claims: listOf(
      v.object({
        id: id('Unique in the file, among events too.'),
        claimedBy: v.optional(text('An actor’s id.')),
        text: text('The claim, in our words.'),
        about: v.optional(id('The id of the event it is about.')),
      }),
      'Things said inside a statement; never drawn as events.',
    ),
    attribution: v.optional(
      v.union([
        text('Whose account this is: "TASS".'),
        v.object({
          voice: text('Whose account this is: "TASS".'),
          via: v.optional(text('Whom the voice cites: "a Russian Foreign Ministry official".')),
        }),
      ]),
    ),
    caveats: listOf(
      v.object({
        kind: v.optional(oneOfElse(CAVEAT_KINDS, 'ambiguity', 'Kind of caveat; "ambiguity" where absent.')),
        text: text('What a reader should know.'),
      }),
      'What a reader should know before relying on this.',
    ),
    relations: listOf(
      v.object({
        type: oneOf(RELATION_TYPES, 'How this event stands to the other; stored once, read in both directions.'),
        to: id('The id of an event or a claim.'),
        certainty: v.optional(oneOfElse(CERTAINTIES, 'possible', 'How sure the relation is; "certain" where absent.')),
      }),
      'Links to other events and claims.',
    ),
    media: v.optional(media),
    importance: v.optional(v.pipe(v.picklist([1, 2, 3]), v.description('Who gets a label first; 2 where absent.'))),
  }),
  v.description(
    'Something that happened, was announced or was said. Required: id and title; without a date it stands in no time.',
  ),
);

export const actorSchema = v.pipe(
  v.object({
    id: id('Unique among actors.'),
    label: v.optional(text('Name as shown; the id where absent.')),
    kind: v.optional(oneOf(ACTOR_KINDS, 'What kind of actor; guessed from the name where absent.')),
    countries: listOf(country, 'Usually one; none for groups, the UN and coalitions.'),
    altNames: listOf(text('Another name.'), 'Other names, found by search.'),
    memberOf: listOf(id('An actor’s id.'), 'Actors this one belongs to.'),
    offices: listOf(
      v.union([
        text('Office.'),
        v.object({
          title: text('Office.'),
          country: v.optional(country),
          asOf: v.optional(edtf('A day on which the office was held.')),
        }),
      ]),
      'Offices held.',
    ),
    designations: listOf(
      v.object({
        by: text('Who designates.'),
        what: v.optional(text('As what.')),
        accordingTo: v.optional(text('Who says so.')),
      }),
      'Designations, always with their author.',
    ),
    note: v.optional(text('Note.')),
  }),
  v.description('A person, office, government, organisation, coalition or armed group.'),
);

export const sourceSchema = v.pipe(
  v.object({
    id: id('Unique among sources.'),
    kind: v.optional(oneOf(SOURCE_KINDS, 'Kind of source.')),
    publisher: v.optional(text('Publisher.')),
    ownership: v.optional(text('Who owns the outlet, as a plain note: "Russian state-owned".')),
    title: v.optional(text('Headline or title.')),
    dateline: v.optional(text('Dateline as printed.')),
    published: v.optional(edtf('When it was published.')),
    url: v.optional(
      v.nullable(
        v.pipe(
          v.string(),
          v.maxLength(2000),
          v.regex(/^https?:\/\//i, says('expected.httpUrl')),
          v.check(isHttpUrl, says('expected.httpUrl')),
          v.description('http or https; null with a note that says why there is none.'),
        ),
      ),
    ),
    note: v.optional(text('Note; with "url": null, why there is no address.')),
    grade: v.optional(
      oneOf(SOURCE_GRADES, 'A official text or a copy of it, B established outlet, C copy or aggregator.'),
    ),
  }),
  v.description('A text that the dataset rests on.'),
);

export const headEntries = {
  $schema: v.optional(v.pipe(v.string(), v.description('Path of dataset.schema.json, for editors.'))),
  schemaVersion: v.optional(text('Version of this format: "1.1".')),
  id: v.optional(id('Id of the dataset.')),
  title: v.optional(text('Title of the dataset.')),
  description: v.optional(text('What the dataset is and rests on.')),
  lang: v.optional(text('Language of its texts and names, a BCP 47 tag such as "en".')),
  language: v.optional(text('As "lang", in files of version 1.0.')),
  asOf: v.optional(edtf('The day the dataset looks from: what "now" is for this file. One day.')),
  licence: v.optional(text('Licence of the data.')),
  opening: v.optional(
    v.pipe(
      v.object({
        from: v.optional(edtf('First day shown.')),
        to: v.optional(edtf('Last day shown.')),
        scale: v.optional(oneOf(SCALES, 'Folded or calendar time.')),
        group: v.optional(oneOf(GROUPINGS, 'What lanes are.')),
        expanded: listOf(text('Id of a group of lanes.'), 'Groups of lanes that are open at first.'),
      }),
      v.description('The author’s opening view.'),
    ),
  ),
  curators: listOf(text('Name.'), 'Who made the dataset.'),
  modified: v.optional(text('When the file was last changed.')),
  version: v.optional(text('Version of the data.')),
  corrections: listOf(
    v.object({ date: edtf('When it was corrected.'), text: text('What was corrected.') }),
    'Corrections made after publication.',
  ),
};

/** All of a dataset but its lists, whose records are read one by one. */
export const headSchema = v.object(headEntries);

export type FileHead = v.InferOutput<typeof headSchema>;
export type FileActor = v.InferOutput<typeof actorSchema>;
export type FileEvent = v.InferOutput<typeof eventSchema>;
export type FileParticipant = NonNullable<FileEvent['participants']>[number];
export type FileEvidence = NonNullable<FileEvent['evidence']>;
export type FileDate = NonNullable<FileEvent['date']>;

function isHttpUrl(address: string): boolean {
  const { protocol } = parseUrl(address) ?? {};
  return protocol === 'http:' || protocol === 'https:';
}
